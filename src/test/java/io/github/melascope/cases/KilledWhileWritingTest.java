package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.Diagnosis;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileWritingTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @TempDir
    Path pictures;

    /** Writes cases until it is killed, and prints the number of each that the library has taken. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            Logger flyway = Logger.getLogger("org.flywaydb");
            flyway.setLevel(Level.WARNING);
            Path pictures = Path.of(args[2]);
            try (CaseLibrary library = CaseLibrary.open(Path.of(args[0]), Clock.systemUTC())) {
                int first = Integer.parseInt(args[1]);
                for (int i = first; ; i++) {
                    List<CaseImage> images = TestLibrary.fill(library, pictures, "P-" + i, 2 * i, 2 * i + 1);
                    library.readings().add(images.get(0).id(), Diagnosis.NV, 0.5, "note");
                    library.trash().delete(Trash.Kind.IMAGE, images.get(1).id());
                    System.out.println(i);
                    Files.delete(TestLibrary.picture(pictures, 2 * i));
                    Files.delete(TestLibrary.picture(pictures, 2 * i + 1));
                }
            }
        }
    }

    @Test
    void aKillLosesNothingThatWasSaved() throws Exception {
        Random random = new Random();
        int saved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            saved = writeAndKill(saved + 1, random.nextInt(60));
            try (CaseLibrary library = TestLibrary.open(folder)) {
                assertTrue(library.audit().check().passed());
                assertEquals(List.of(), library.images().check(Progress.NONE, new CancelToken()));
                assertEquals(List.of(), library.trash().list());
                for (int i = 1; i <= saved; i++) {
                    assertTrue(library.patients().find("P-" + i).isPresent(), "P-" + i);
                }
                List<CaseRow> rows =
                        library.search().find(CaseQuery.ALL.atMost(100_000)).rows();
                long files = rows.stream().map(CaseRow::fileName).distinct().count();
                assertEquals(files, TestLibrary.files(folder).size(), "no half, forgotten or deleted file is left");
                saved = library.patients().list().stream()
                        .mapToInt(
                                patient -> Integer.parseInt(patient.pseudonym().substring(2)))
                        .max()
                        .orElse(saved);
            }
        }
    }

    /** @return the last case that the writer said was saved */
    private int writeAndKill(int first, int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        String.valueOf(first),
                        pictures.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = first - 1;
        try (BufferedReader lines = process.inputReader()) {
            while (last < first + 4) {
                last = Integer.parseInt(Objects.requireNonNull(lines.readLine(), "the writer died"));
            }
            ProblemException e = assertThrows(
                    ProblemException.class, () -> TestLibrary.open(folder).close());
            assertTrue(e.why().contains("has it open"), e.why());
            Thread.sleep(milliseconds);
            assertTrue(
                    process.toHandle().destroyForcibly()); // unlike the process's own, this leaves its output readable
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Math.max(last, Integer.parseInt(line));
            }
            assertEquals(137, process.waitFor());
        }
        return last;
    }
}
