package io.github.melascope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.Main;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.lesion.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run of the window that times itself and closes, as a process of its own. */
class RehearsalTest {
    @TempDir
    Path folder;

    private List<String> rehearse(String... files) throws Exception {
        TinyModel.save(folder.resolve("models"), AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + folder,
                "-Dmelascope.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(files));
        ProcessBuilder builder = new ProcessBuilder(command);
        Path times = folder.resolve("times");
        builder.environment().put("MELASCOPE_REHEARSAL", times.toString());
        builder.environment().put("MELASCOPE_CACHE", folder.resolve("cache").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        long before = System.currentTimeMillis();
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it closes by itself");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("out")));
        for (String line : Files.readAllLines(times)) {
            String[] words = line.split(" ", -1);
            long at = Long.parseLong(words[1]);
            assertTrue(before <= at && at <= System.currentTimeMillis(), line);
        }
        return Files.readAllLines(times).stream()
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
    }

    @Test
    void tellsWhenTheWindowAndItsFirstAnswerAreThere() throws Exception {
        Path image = TinyModel.spotFile(folder.resolve("spot.png"), 1);
        assertEquals(List.of("window", "answer"), rehearse(image.toString()));
    }

    @Test
    void withoutAnImageThereIsOnlyTheWindow() throws Exception {
        assertEquals(List.of("window"), rehearse());
    }
}
