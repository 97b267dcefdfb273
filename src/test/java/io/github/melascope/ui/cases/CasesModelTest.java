package io.github.melascope.ui.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.Agreement;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.cases.CaseQuery;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Reading;
import io.github.melascope.cases.Trash;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases page without a window: a real library, and every thread the test's own. */
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class CasesModelTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final List<ProblemException> problems = new ArrayList<>();
    private final CasesModel model = new CasesModel(Runnable::run, Runnable::run, CLOCK, problems::add);

    @AfterEach
    void close() {
        model.close();
    }

    private Path library() {
        return folder.resolve("library");
    }

    /** The library never decodes an image, so random bytes will do for one. */
    private Path picture(int seed) throws IOException {
        byte[] bytes = new byte[2000];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve("DSC_" + seed + ".JPG"), bytes);
    }

    private long filesInLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(library().resolve("images"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private List<CaseRow> rows() {
        return model.pageProperty().get().rows();
    }

    private void save(CaseEntry entry, CasePlace place) {
        int before = problems.size();
        model.save(entry, place, image -> {});
        assertEquals(before, problems.size(), problems::toString);
    }

    @Test
    void aSavedImageIsThereWithAllThatWasSaidOfIt() throws IOException {
        model.open(library());
        CaseEntry entry = TestCases.read(picture(1), Outcome.LOWER_CONCERN, 0.1, Diagnosis.MEL);
        save(entry, TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, "new since winter", "urgent"));
        assertEquals(1, rows().size());
        CaseRow row = rows().get(0);
        assertEquals("P-1", row.pseudonym());
        assertEquals(Agreement.DISAGREE, row.agreement());
        assertEquals(1L, model.agreementsProperty().get().get(Agreement.DISAGREE));
        assertEquals(row, model.selectedProperty().get(), "the saved image is selected");
        CaseDetails details = model.detailsProperty().get().orElseThrow();
        assertEquals("new since winter", details.visit().note());
        assertEquals(List.of("urgent"), details.picture().image().tags());
        assertEquals(2, details.readings().size());
        Reading.User own = (Reading.User) details.readings().get(1);
        assertEquals("seen first", own.note());
        assertTrue(Files.exists(details.picture().file().orElseThrow()));
    }

    @Test
    void whatIsThereAlreadyIsUsedAgain() throws IOException {
        model.open(library());
        Path picture = picture(1);
        save(
                TestCases.entry(picture, Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, "first"));
        long lesion = rows().get(0).lesionId();
        save(TestCases.entry(picture(2), Outcome.CLOSER_LOOK, 0.7), TestCases.place("p-1", lesion, TestCases.MARCH));
        save(TestCases.entry(picture(3), Outcome.CLOSER_LOOK, 0.8), TestCases.place("P-1", lesion, TestCases.JUNE));
        save(TestCases.entry(picture, Outcome.CLOSER_LOOK, 0.65), TestCases.place("P-1", lesion, TestCases.MARCH));
        assertEquals(3, rows().size(), "the same image on the same visit is one");
        assertEquals(2, rows().stream().map(CaseRow::visitId).distinct().count());
        assertEquals(1, rows().stream().map(CaseRow::patientId).distinct().count());
        CaseRow again = rows().stream()
                .filter(row -> row.fileName().equals("DSC_1.JPG"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.65, again.melanoma().orElseThrow(), "the answer given last counts");
        List<FollowUp> followUps = new ArrayList<>();
        model.followUp(again, followUps::add);
        FollowUp followUp = followUps.get(0);
        assertEquals(3, followUp.shots().size());
        assertEquals(TestCases.JUNE, followUp.later().orElseThrow().visit().date());
        assertEquals(TestCases.MARCH, followUp.earlier().orElseThrow().visit().date());
    }

    @Test
    void aSaveThatFailsLeavesNothingBehind() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        model.save(
                TestCases.entry(folder.resolve("gone.jpg"), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-2", BodySite.BACK, TestCases.MARCH, ""),
                image -> {
                    throw new AssertionError("nothing was saved");
                });
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).what().contains("gone.jpg"), problems.get(0).what());
        List<String> patients = new ArrayList<>();
        model.patients(known -> known.forEach(patient -> patients.add(patient.pseudonym())));
        assertEquals(List.of("P-1"), patients);
    }

    @Test
    void searchAndFiltersNarrowAndDisagreementsAreCounted() throws IOException {
        model.open(library());
        save(
                TestCases.read(picture(1), Outcome.LOWER_CONCERN, 0.1, Diagnosis.MEL),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, "über Nacht gewachsen"));
        save(
                TestCases.read(picture(2), Outcome.CLOSER_LOOK, 0.8, Diagnosis.MEL),
                TestCases.place("P-2", BodySite.FACE, TestCases.JUNE, ""));
        save(
                TestCases.entry(picture(3), Outcome.NO_ANSWER, 0.2),
                TestCases.place("P-3", BodySite.FACE, TestCases.JUNE, ""));
        assertEquals(List.of(1L, 1L), List.of(count(Agreement.AGREE), count(Agreement.DISAGREE)));
        assertEquals(List.of("P-1"), found(CaseQuery.ALL.withText("UBER gewachsen")), "without case and accents");
        assertEquals(List.of("P-3", "P-2"), found(CaseQuery.ALL.withSite(Optional.of(BodySite.FACE))));
        assertEquals(List.of("P-1"), found(CaseQuery.ALL.withAgreement(Optional.of(Agreement.DISAGREE))));
        assertEquals(List.of("P-2"), found(CaseQuery.ALL.withOutcome(Optional.of(Outcome.CLOSER_LOOK))));
        assertEquals(List.of("P-1"), found(CaseQuery.ALL.between(Optional.empty(), Optional.of(TestCases.MARCH))));
        assertEquals(List.of("P-2", "P-3", "P-1"), found(CaseQuery.ALL.sortedBy(CaseQuery.Sort.MELANOMA, true)));
        assertEquals(List.of("P-3"), found(CaseQuery.ALL.atMost(1)));
        assertEquals(3, model.pageProperty().get().total());
        model.more();
        assertEquals(3, rows().size());
    }

    private long count(Agreement agreement) {
        return model.agreementsProperty().get().getOrDefault(agreement, -1L);
    }

    private List<String> found(CaseQuery query) {
        model.queryProperty().set(query);
        return rows().stream().map(CaseRow::pseudonym).toList();
    }

    @Test
    void anOwnReadingTagsNoteAndHistopathologyCanBeAddedLater() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        CaseRow row = rows().get(0);
        assertEquals(Agreement.INCOMPLETE, row.agreement());
        model.addOwnReading(row.imageId(), new OwnReading(Diagnosis.NV, 0.5, "regular net"));
        CaseDetails details = model.detailsProperty().get().orElseThrow();
        model.setTags(row.imageId(), List.of("teaching", "net"));
        model.setNote(details.visit(), "sent to surgery");
        model.setConfirmed(details.lesion(), Optional.of(Diagnosis.MEL));
        details = model.detailsProperty().get().orElseThrow();
        assertEquals(Agreement.DISAGREE, details.row().agreement());
        assertEquals(List.of("net", "teaching"), details.picture().image().tags());
        assertEquals("sent to surgery", details.visit().note());
        assertEquals(Optional.of(Diagnosis.MEL), details.lesion().confirmed());
        assertEquals(1L, count(Agreement.DISAGREE));
    }

    @Test
    void deletionsAreUndoneTheLastOneFirst() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        save(
                TestCases.entry(picture(2), Outcome.CLOSER_LOOK, 0.7),
                TestCases.place("P-1", rows().get(0).lesionId(), TestCases.JUNE));
        CaseRow june = rows().get(0);
        model.contents(june, contents -> {
            assertEquals(
                    2, Objects.requireNonNull(contents.get(Trash.Kind.PATIENT)).images());
            assertEquals(
                    1, Objects.requireNonNull(contents.get(Trash.Kind.VISIT)).images());
        });
        model.selectedProperty().set(june);
        model.delete(june, Trash.Kind.IMAGE, june.fileName());
        assertEquals(1, rows().size());
        assertNull(model.selectedProperty().get());
        assertEquals(Optional.empty(), model.detailsProperty().get());
        model.delete(rows().get(0), Trash.Kind.PATIENT, "P-1");
        assertEquals(0, rows().size());
        model.undo();
        assertEquals(1, rows().size());
        model.undo();
        assertEquals(2, rows().size());
        assertTrue(model.deleted().isEmpty());
        assertTrue(problems.isEmpty(), problems.toString());
    }

    @Test
    void whatIsNotBroughtBackIsGoneWhenTheLibraryCloses() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        model.delete(rows().get(0), Trash.Kind.PATIENT, "P-1");
        assertEquals(1, filesInLibrary());
        model.close();
        assertEquals(0, filesInLibrary());
        assertInstanceOf(LibraryState.Closed.class, model.stateProperty().get());
        model.open(library());
        assertTrue(model.deleted().isEmpty());
        assertEquals(0, rows().size());
    }

    @Test
    void aLibraryThatIsOpenElsewhereIsRefusedUntilItIsNot() throws ProblemException {
        try (CaseLibrary other = CaseLibrary.open(library(), CLOCK)) {
            model.open(library());
            LibraryState.Failed failed = assertInstanceOf(
                    LibraryState.Failed.class, model.stateProperty().get());
            assertTrue(
                    failed.problem().why().contains("has it open"),
                    failed.problem().why());
            model.patients(patients -> {
                throw new AssertionError("there is no library");
            });
            assertEquals(1, problems.size());
            assertNotNull(other.folder());
        }
        model.open(library());
        assertInstanceOf(LibraryState.Open.class, model.stateProperty().get());
    }

    @Test
    void aDamagedLibraryIsReplacedByItsBackup() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        Path backup = folder.resolve("kept.melascope-library");
        model.care().backUp(backup, written -> assertEquals(1, written.images()));
        assertEquals(Optional.empty(), model.care().stepProperty().get());
        model.close();
        Files.writeString(library().resolve("library.db"), "no database");
        model.open(library());
        assertInstanceOf(LibraryState.Failed.class, model.stateProperty().get());
        Path target = model.care().folderToRestore(library());
        assertEquals(library().getParent(), target.getParent());
        model.care().restore(backup, target, restored -> {
            assertTrue(restored.audit().passed());
            model.open(target);
        });
        assertTrue(problems.isEmpty(), problems.toString());
        assertEquals(List.of("P-1"), rows().stream().map(CaseRow::pseudonym).toList());
        model.care().checkAudit(check -> assertTrue(check.passed() && check.rows() > 5));
        assertEquals("no database", Files.readString(library().resolve("library.db")), "nothing was overwritten");
    }

    @Test
    void aCancelledBackupWritesNothing() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        Path backup = folder.resolve("kept.melascope-library");
        model.care()
                .stepProperty()
                .addListener((property, was, is) -> model.care().cancel());
        model.care().backUp(backup, written -> {
            throw new AssertionError("it was cancelled");
        });
        assertFalse(Files.exists(backup));
        assertEquals(Optional.empty(), model.care().stepProperty().get());
        assertTrue(problems.isEmpty(), problems.toString());
    }

    @Test
    void onlyTheNewestSearchIsHeardOf() throws IOException {
        model.open(library());
        save(
                TestCases.entry(picture(1), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-1", BodySite.BACK, TestCases.MARCH, ""));
        save(
                TestCases.entry(picture(2), Outcome.CLOSER_LOOK, 0.6),
                TestCases.place("P-2", BodySite.BACK, TestCases.MARCH, ""));
        model.close();
        Deque<Runnable> waiting = new ArrayDeque<>();
        CasesModel slow = new CasesModel(waiting::add, Runnable::run, CLOCK, problems::add);
        slow.open(library());
        drain(waiting);
        assertEquals(2, slow.pageProperty().get().total());
        List<Long> totals = new ArrayList<>();
        slow.pageProperty().addListener((property, was, is) -> totals.add(is.total()));
        for (String typed : List.of("nobody", "P", "P-1")) {
            slow.queryProperty().set(CaseQuery.ALL.withText(typed));
        }
        drain(waiting);
        assertEquals(List.of(1L), totals);
        slow.close();
        drain(waiting);
    }

    private static void drain(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
