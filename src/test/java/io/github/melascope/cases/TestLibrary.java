package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Small libraries for the tests. The library never decodes an image, so random bytes will do for one. */
final class TestLibrary {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private TestLibrary() {}

    static CaseLibrary open(Path folder) throws ProblemException {
        return CaseLibrary.open(folder, new Ticking());
    }

    /** Goes on by a second with each look at it. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }

    /** A file of random bytes; the same seed gives the same. */
    static Path picture(Path folder, int seed) throws IOException {
        byte[] bytes = new byte[3000];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve("DSC_" + seed + ".JPG"), bytes);
    }

    /** A patient with one lesion, one visit, and an image for each seed. */
    static List<CaseImage> fill(CaseLibrary library, Path pictures, String pseudonym, int... seeds)
            throws ProblemException, IOException {
        Patient patient = library.patients().add(Patient.of(pseudonym));
        Lesion lesion = library.lesions().add(Lesion.of(patient.id(), "shoulder", BodySite.BACK));
        Visit visit = library.visits().add(Visit.of(lesion.id(), DAY));
        for (int seed : seeds) {
            add(library, visit.id(), picture(pictures, seed));
        }
        return library.images().of(visit.id());
    }

    static CaseImage add(CaseLibrary library, long visit, Path picture) throws ProblemException {
        return library.images().add(visit, picture, "jpg", 600, 450, OptionalDouble.empty());
    }

    static Prediction answer(Outcome outcome, double melanoma) {
        return new Prediction(
                outcome,
                "",
                melanoma,
                Map.of(Diagnosis.MEL, melanoma, Diagnosis.NV, 1 - melanoma),
                0.3,
                new Quality(600, 450, 1, 0.5, 0, List.of()),
                "test-1",
                "ab".repeat(32));
    }

    /** The files in {@code images/}, by name. */
    static List<String> files(Path library) throws IOException {
        if (!Files.exists(library.resolve("images"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(library.resolve("images"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** What another program may do to a library that is closed. */
    static void tamper(Path library, String... statements) throws SQLException {
        try (Connection connection =
                        Database.source(library.resolve("library.db"), false).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
