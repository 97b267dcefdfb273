package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.melascope.Main;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process where the computer lacks something: words and exit code 69, never a stack trace. */
class SurroundingsTest {
    @TempDir
    Path folder;

    /** A file where a folder should be: not even the superuser can write in it. */
    private Path blocked = Path.of("");

    private final List<String> options = new ArrayList<>();
    private String cache = "";
    private String out = "";
    private String err = "";

    @BeforeEach
    void prepare() throws ProblemException, IOException {
        TinyModel.save(folder.resolve("models"), AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        cache = folder.resolve("cache").toString();
        options.add("-Duser.home=" + blocked);
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dmelascope.home=" + folder, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MELASCOPE_CACHE", cache);
        builder.environment().put("DISPLAY", ":4711");
        builder.redirectError(folder.resolve("stderr").toFile());
        Process process = builder.start();
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        err = Files.readString(folder.resolve("stderr"));
        assertFalse((out + err).contains("\tat "), "a stack trace: " + err);
        return code;
    }

    @Test
    void withoutARoomToUnpackInItStillAnswers() throws Exception {
        cache = blocked.resolve("cache").toString();
        Path image = TinyModel.spotFile(folder.resolve("image.png"), 1);
        assertEquals(ExitCode.DONE, run("predict", image.toString()), err);
        assertEquals(ExitCode.SURROUNDINGS, run("devices", "--self-test"), err);
        assertTrue(out.contains("could not be unpacked into " + cache), out);
        assertTrue(out.contains("Incomplete: not every runtime answered"), out);
    }

    @Test
    void withoutAFolderForTemporaryFilesItSaysWhatFails() throws Exception {
        options.add("-Djava.io.tmpdir=" + blocked);
        Path image = TinyModel.spotFile(folder.resolve("image.png"), 1);
        assertEquals(ExitCode.SURROUNDINGS, run("predict", image.toString()), err);
        assertTrue(err.contains("ONNX Runtime's library did not load") && err.contains(blocked.toString()), err);
    }

    @Test
    void withoutAScreenItNamesItAndTheCommandLine() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "another system's screen needs no name");
        options.add("-Duser.language=en");
        assertEquals(ExitCode.SURROUNDINGS, run(), err);
        assertTrue(err.contains("The window could not be opened") && err.contains("melascope --help"), err);
    }
}
