package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    @TempDir
    Path folder;

    @TempDir
    Path pictures;

    private CaseLibrary library;

    @BeforeEach
    void fill() throws Exception {
        library = TestLibrary.open(folder);
        Patient patient = library.patients()
                .add(new Patient(0, "Müller-17", OptionalInt.empty(), Optional.empty(), "family history"));
        Lesion lesion = library.lesions()
                .add(new Lesion(0, patient.id(), "Ear lobe", BodySite.EAR, Optional.of(Diagnosis.MEL), "since 2020"));
        Visit early = library.visits().add(new Visit(0, lesion.id(), LocalDate.of(2025, 1, 10), "itches"));
        Visit late = library.visits().add(Visit.of(lesion.id(), LocalDate.of(2026, 1, 10)));
        CaseImage first = TestLibrary.add(library, early.id(), TestLibrary.picture(pictures, 1));
        CaseImage second = TestLibrary.add(library, late.id(), TestLibrary.picture(pictures, 2));
        library.images().setTags(second.id(), List.of("Follow-up", "crème"));
        List<CaseImage> others = TestLibrary.fill(library, pictures, "B-2", 3, 4, 5);
        read(first, Diagnosis.NV, Outcome.LOWER_CONCERN, 0.1);
        read(first, Diagnosis.MEL, Outcome.LOWER_CONCERN, 0.2); // a second reading, which counts
        read(second, Diagnosis.MEL, Outcome.CLOSER_LOOK, 0.9);
        read(others.get(0), Diagnosis.BKL, Outcome.NO_ANSWER, 0.4);
        read(others.get(1), Diagnosis.BCC, Outcome.CLOSER_LOOK, 0.5);
        library.readings().add(others.get(2).id(), Diagnosis.DF, 0.9, "Dimple sign");
    }

    private void read(CaseImage image, Diagnosis own, Outcome outcome, double melanoma) throws ProblemException {
        library.readings().add(image.id(), own, 0.7, "");
        library.readings().add(image.id(), TestLibrary.answer(outcome, melanoma));
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    private List<Long> ids(CaseQuery query) throws ProblemException {
        CasePage page = library.search().find(query);
        assertEquals(page.rows().size(), page.total());
        return page.rows().stream().map(CaseRow::imageId).sorted().toList();
    }

    private List<Long> text(String text) throws ProblemException {
        return ids(CaseQuery.ALL.withText(text));
    }

    @Test
    void wordsAreFoundWhereverTheyStand() throws Exception {
        assertEquals(List.of(1L, 2L), text("MULLER"));
        assertEquals(List.of(1L, 2L), text("müll"));
        assertEquals(List.of(1L, 2L), text("family"));
        assertEquals(List.of(1L, 2L), text("lobe 2020"));
        assertEquals(List.of(1L), text("itch"));
        assertEquals(List.of(2L), text("creme follow"));
        assertEquals(List.of(5L), text("dimple"));
        assertEquals(List.of(4L), text("dsc_4.jpg"));
        assertEquals(List.of(), text("müller dimple"), "all words must fit");
        assertEquals(List.of(), text("100%"));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), text("  "));
    }

    @Test
    void wordsFollowAChange() throws Exception {
        Visit visit = library.visits().find(1).orElseThrow();
        library.visits().change(new Visit(visit.id(), visit.lesionId(), visit.date(), "bleeds"));
        assertEquals(List.of(), text("itches"));
        assertEquals(List.of(1L), text("bleeds"));
        library.images().setTags(2, List.of());
        assertEquals(List.of(), text("creme"));
    }

    @Test
    void eachFilterFilters() throws Exception {
        assertEquals(List.of(1L, 2L), ids(CaseQuery.ALL.withSite(Optional.of(BodySite.EAR))));
        assertEquals(List.of(1L, 2L), ids(CaseQuery.ALL.withOwn(Optional.of(Diagnosis.MEL))));
        assertEquals(List.of(1L, 2L), ids(CaseQuery.ALL.withConfirmed(Optional.of(Diagnosis.MEL))));
        assertEquals(List.of(2L, 4L), ids(CaseQuery.ALL.withOutcome(Optional.of(Outcome.CLOSER_LOOK))));
        assertEquals(List.of(2L), ids(CaseQuery.ALL.withTag(Optional.of("crème"))));
        Optional<LocalDate> newYear = Optional.of(LocalDate.of(2026, 1, 10));
        assertEquals(List.of(2L, 3L, 4L, 5L), ids(CaseQuery.ALL.between(newYear, Optional.empty())));
        assertEquals(List.of(1L, 2L), ids(CaseQuery.ALL.between(Optional.empty(), newYear)));
        assertEquals(
                List.of(2L),
                ids(CaseQuery.ALL
                        .withText("muller")
                        .withSite(Optional.of(BodySite.EAR))
                        .between(newYear, newYear)));
    }

    @Test
    void disagreementsAreListedAndCounted() throws Exception {
        assertEquals(
                Map.of(
                        Agreement.AGREE, 1L,
                        Agreement.DISAGREE, 2L,
                        Agreement.NO_ANSWER, 1L,
                        Agreement.INCOMPLETE, 1L),
                library.search().agreements());
        assertEquals(List.of(1L, 4L), ids(CaseQuery.ALL.withAgreement(Optional.of(Agreement.DISAGREE))));
        assertEquals(List.of(3L), ids(CaseQuery.ALL.withAgreement(Optional.of(Agreement.NO_ANSWER))));
        library.trash().delete(Trash.Kind.IMAGE, 4);
        assertEquals(1L, library.search().agreements().get(Agreement.DISAGREE));
    }

    @Test
    void aPageHoldsTheFirstRowsAndTheTotal() throws Exception {
        CaseQuery query = CaseQuery.ALL.sortedBy(CaseQuery.Sort.MELANOMA, true).atMost(3);
        CasePage page = library.search().find(query);
        assertEquals(5, page.total());
        assertEquals(
                List.of(2L, 4L, 3L), page.rows().stream().map(CaseRow::imageId).toList());
        CaseRow row = page.rows().get(0);
        assertEquals("Müller-17", row.pseudonym());
        assertEquals(List.of("Follow-up", "crème"), row.tags());
        assertEquals(Optional.of(Diagnosis.MEL), row.own());
        assertEquals(0.7, row.confidence().orElseThrow());
        assertEquals(Optional.of(Outcome.CLOSER_LOOK), row.outcome());
        assertEquals(0.9, row.melanoma().orElseThrow());
        assertEquals(Optional.of("test-1"), row.modelId());
        assertEquals(Agreement.AGREE, row.agreement());
    }

    @Test
    void everyOrderIsAnOrder() throws Exception {
        for (CaseQuery.Sort sort : CaseQuery.Sort.values()) {
            List<Long> up = order(sort, false);
            assertEquals(5, up.size(), sort.name());
            assertTrue(order(sort, true).containsAll(up), sort.name());
        }
        assertEquals(List.of(3L, 4L, 5L, 1L, 2L), order(CaseQuery.Sort.PSEUDONYM, false));
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), order(CaseQuery.Sort.DATE, true));
        assertEquals(List.of(1L, 3L, 4L, 2L, 5L), order(CaseQuery.Sort.MELANOMA, false), "no answer comes last");
    }

    private List<Long> order(CaseQuery.Sort sort, boolean descending) throws ProblemException {
        return library.search().find(CaseQuery.ALL.sortedBy(sort, descending)).rows().stream()
                .map(CaseRow::imageId)
                .toList();
    }
}
