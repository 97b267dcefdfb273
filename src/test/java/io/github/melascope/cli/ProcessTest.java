package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.Main;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what only that shows. */
class ProcessTest {
    private static final int MANY = 3000;

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void prepare() throws ProblemException, IOException {
        TinyModel.save(folder.resolve("models"), AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        image = TinyModel.spotFile(folder.resolve("ü 一.png"), 1);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dmelascope.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MELASCOPE_CACHE", folder.resolve("cache").toString());
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    private String stderr() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    @Test
    void resultsAloneAreOnStdoutAndNothingIsUnpackedOrLogged() throws IOException, InterruptedException {
        Process process = start("predict", image.toString(), "--format", "json");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), stderr());
        assertTrue(out.startsWith("{\"file\":\"" + image + "\""), out);
        assertEquals(1, out.lines().count());
        assertEquals("1 of 1 answered, 0 refused. Not a diagnosis.", stderr().strip());
        assertFalse(Files.exists(folder.resolve("cache")), "predicting needs no PyTorch and no log");
    }

    @Test
    void thousandsOfNamedFilesAreNoTrouble() throws IOException, InterruptedException {
        String[] arguments = Stream.concat(
                        Stream.of("predict"), Stream.generate(image::toString).limit(300))
                .toArray(String[]::new);
        Process process = start(arguments);
        assertEquals(
                301,
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .count());
        assertEquals(0, process.waitFor(), stderr());
    }

    @Test
    void askedToStopItCancelsAndLeavesNothingHalfWritten() throws IOException, InterruptedException {
        Path out = folder.resolve("results/answers.csv");
        String[] arguments = Stream.concat(
                        Stream.of("predict", "--out", out.toString()),
                        Stream.generate(image::toString).limit(MANY))
                .toArray(String[]::new);
        Process process = start(arguments);
        // The folder appears when the first batch begins.
        while (process.isAlive() && !Files.exists(out.getParent())) {
            Thread.sleep(20);
        }
        process.destroy(); // what Ctrl-C does, too
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(4, process.exitValue(), stderr());
        assertTrue(stderr().contains("Cancelled."), stderr());
        try (Stream<Path> left = Files.list(out.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aReaderThatGoesEndsIt() throws IOException, InterruptedException {
        String[] arguments = Stream.concat(
                        Stream.of("predict"), Stream.generate(image::toString).limit(MANY))
                .toArray(String[]::new);
        Process process = start(arguments);
        try (BufferedReader reader = process.inputReader()) {
            assertTrue(String.valueOf(reader.readLine()).startsWith("file,"));
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(4, process.exitValue(), stderr());
    }
}
