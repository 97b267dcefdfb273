package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A library of ten thousand images. Times are the best of five, so that a busy machine does not fail them. */
class SpeedTest {
    private static final int IMAGES = 10_000;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.database().write(Term.of("what.search"), SpeedTest::fill);
        }
    }

    private static long fill(Sql sql) throws SQLException {
        String numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) ";
        sql.update(
                numbers + "INSERT INTO patient (pseudonym, note, words)"
                        + " SELECT 'P-' || i, 'a note of some length', 'p-' || i || ' a note of some length' FROM n",
                IMAGES / 5);
        sql.update(
                numbers + "INSERT INTO lesion (patient_id, label, site, note, words)"
                        + " SELECT i, 'L' || i, CASE i % 10 WHEN 0 THEN 'ear' ELSE 'back' END, '', 'l' || i FROM n",
                IMAGES / 5);
        sql.update(
                numbers + "INSERT INTO visit (lesion_id, date, note, words)"
                        + " SELECT 1 + i / 5, date('2020-01-01', '+' || (i % 2000) || ' days'), '', '' FROM n",
                IMAGES / 2 - 1);
        sql.update(
                numbers + "INSERT INTO image (visit_id, sha256, file_name, extension, width, height, added_at, words)"
                        + " SELECT 1 + i % 4999, printf('%064x', i), 'DSC_' || i, 'jpg', 600, 450, i, 'dsc_' || i FROM n",
                IMAGES);
        sql.update(numbers + "INSERT INTO image_tag SELECT i, 'tag ' || (i % 30) FROM n", IMAGES);
        sql.update(
                numbers + "INSERT INTO reading (image_id, reader, at, diagnosis, confidence, note, words)"
                        + " SELECT i, 'user', i, CASE i % 9 WHEN 0 THEN 'mel' ELSE 'nv' END, 0.5, 'seen', 'seen' FROM n",
                IMAGES);
        return sql.update(
                numbers + "INSERT INTO reading (image_id, reader, at, outcome, reason, melanoma, threshold,"
                        + " probabilities, model_id, weights_sha256, words) SELECT i, 'model', i, CASE i % 8"
                        + " WHEN 0 THEN 'closer-look' ELSE 'lower-concern' END, '', 0.25, 0.5, '{}', 'm', 'w', '' FROM n",
                IMAGES);
    }

    /** Something that takes time. */
    private interface Call {
        void run() throws ProblemException;
    }

    private static Duration best(Call call) throws ProblemException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            call.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    @Test
    void searchingAndOpeningAreQuick(TestReporter reporter) throws Exception {
        Map<String, String> times = new TreeMap<>();
        List<String> slow = new ArrayList<>();
        Map<String, CaseQuery> queries = Map.of(
                "all, by date", CaseQuery.ALL,
                "text", CaseQuery.ALL.withText("p-77 seen"),
                "disagreements", CaseQuery.ALL.withAgreement(Optional.of(Agreement.DISAGREE)),
                "site, by melanoma",
                        CaseQuery.ALL.withSite(Optional.of(BodySite.EAR)).sortedBy(CaseQuery.Sort.MELANOMA, true),
                "own melanoma", CaseQuery.ALL.withOwn(Optional.of(Diagnosis.MEL)));
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertEquals(IMAGES, library.search().find(CaseQuery.ALL).total());
            for (Map.Entry<String, CaseQuery> query : queries.entrySet()) {
                Duration time = best(() -> library.search().find(query.getValue()));
                times.put(query.getKey(), time.toMillis() + " ms");
                if (time.compareTo(Duration.ofMillis(200)) > 0) {
                    slow.add(query.getKey());
                }
            }
            times.put("agreements", best(() -> library.search().agreements()).toMillis() + " ms");
        }
        Duration opening = best(() -> TestLibrary.open(folder).close());
        times.put("opening and closing", opening.toMillis() + " ms");
        reporter.publishEntry(times);
        assertEquals(List.of(), slow, times.toString());
        assertTrue(opening.compareTo(Duration.ofMillis(300)) < 0, times.toString());
    }

    /** No table of many rows is read from end to end for each image, nor where a filter names few rows. */
    @Test
    void thePlansUseTheIndices() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.database().write(Term.of("what.search"), sql -> sql.update("ANALYZE"));
            assertPlan(library, CaseQuery.ALL.withText("x"), "INDEX reading_image", "SCAN r");
            assertPlan(library, CaseQuery.ALL.withTag(Optional.of("tag 3")), "INDEX image_tag_tag", "SCAN t");
            assertPlan(library, CaseQuery.ALL.withSite(Optional.of(BodySite.EAR)), "INDEX lesion_site", "SCAN l");
        }
    }

    private static void assertPlan(CaseLibrary library, CaseQuery query, String uses, String avoids)
            throws ProblemException {
        String plan = String.join("\n", library.search().plan(query));
        assertTrue(plan.contains(uses), plan);
        assertTrue(plan.lines().noneMatch(line -> line.startsWith(avoids)), plan);
    }
}
