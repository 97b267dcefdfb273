package io.github.melascope.ui.cases;

import io.github.melascope.cases.BodySite;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the tests of this package keep in a library. */
final class TestCases {
    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private TestCases() {}

    static CaseEntry entry(Path file, Outcome outcome, double melanoma) {
        return new CaseEntry(file, 600, 450, answer(outcome, melanoma), Optional.empty());
    }

    static CaseEntry read(Path file, Outcome outcome, double melanoma, Diagnosis own) {
        return new CaseEntry(
                file, 600, 450, answer(outcome, melanoma), Optional.of(new OwnReading(own, 0.75, "seen first")));
    }

    private static Prediction answer(Outcome outcome, double melanoma) {
        return new Prediction(
                outcome,
                "",
                melanoma,
                Map.of(Diagnosis.MEL, melanoma),
                0.3,
                new Quality(600, 450, 0.5, 0.5, 0, List.of()),
                "test-1",
                "0".repeat(64));
    }

    static CasePlace place(String pseudonym, BodySite site, LocalDate date, String note, String... tags) {
        return new CasePlace(pseudonym, OptionalLong.empty(), "shoulder", site, date, note, List.of(tags));
    }

    static CasePlace place(String pseudonym, long lesion, LocalDate date) {
        return new CasePlace(pseudonym, OptionalLong.of(lesion), "", BodySite.UNKNOWN, date, "", List.of());
    }
}
