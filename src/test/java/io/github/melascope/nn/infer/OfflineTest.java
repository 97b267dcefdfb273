package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines start and predict in a process of their own, with a home folder of its own, and leave no trace outside it. */
class OfflineTest {
    @TempDir
    Path home;

    @Test
    void nothingIsAskedForAndNothingIsCounted() throws IOException, InterruptedException {
        String output = run("quiet");
        assertTrue(output.contains("asked for []"), output);
        try (Stream<Path> left = Files.walk(home)) {
            assertEquals(List.of(home), left.toList());
        }
    }

    /** Without this the test above could be deaf. */
    @Test
    void theProbeHearsLookUpsAndConnections() throws IOException, InterruptedException {
        String output = run("knock");
        assertTrue(output.contains("melascope.invalid") && output.contains("http://192.0.2.1"), output);
        assertTrue(output.lines().anyMatch(line -> line.startsWith("asked for [http://192.0.2.1")), output);
    }

    /** ONNX Runtime's telemetry matches the command line by a recursive expression, which killed the process. */
    @Test
    void aLongCommandLineDoesNoHarm() throws IOException, InterruptedException {
        String output = run("quiet " + "photo.jpg ".repeat(2000));
        assertTrue(output.contains("asked for []"), output);
    }

    private String run(String words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.net.useSystemProxies=false",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OfflineProbe.class.getName()),
                        Stream.of(words.split(" ", -1)))
                .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("ORT_"));
        builder.environment().put("HOME", home.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
