package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    Path folder;

    private Calls.Result call(Object... arguments) {
        return new Calls(folder.resolve("models"), folder.resolve("logs")).call(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench",
                "review",
                "predict",
                "dataset",
                "dataset check",
                "train",
                "cross-validate",
                "evaluate",
                "audit-model",
                "audit-unknown",
                "models",
                "models list",
                "models show",
                "models verify",
                "models import",
                "devices"
            })
    void everyCommandHasAHelpWithExamples(String command) {
        Object[] words = Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
                .toArray();
        Calls.Result result = call(words);
        assertEquals(0, result.code());
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("Usage: melascope " + command), result.out());
        assertTrue(result.out().contains("Examples:"), result.out());
        assertTrue(result.out().contains("  melascope " + command), result.out());
        assertFalse(result.out().contains("${"), result.out());
        assertFalse(result.out().contains("\u001b"), "no colours where nobody sees them");
    }

    @Test
    void withoutArgumentsTheHelpIsPrintedWithEveryCommandAndExitCode() {
        Calls.Result result = call();
        assertEquals(0, result.code());
        for (String word : List.of("review", "predict", "dataset", "train", "evaluate", "models", "devices", "70")) {
            assertTrue(result.out().contains("  " + word), word);
        }
        assertTrue(result.out().contains("not a diagnosis"));
        assertEquals(result.out(), call("--help").out());
    }

    @Test
    void versionNamesTheProgram() {
        assertTrue(call("--version").out().startsWith("Melascope "));
    }

    @Test
    void theCompletionScriptIsGoodBash() throws IOException, InterruptedException {
        Calls.Result result = call("generate-completion");
        assertEquals(0, result.code());
        assertTrue(result.out().contains("--heatmap") && result.out().contains("diagnosis"), result.out());
        Path script = Files.writeString(folder.resolve("completion"), result.out());
        Process bash;
        try {
            bash = new ProcessBuilder("bash", "-n", script.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("skipped: no bash here");
            return;
        }
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), output);
    }

    @Test
    void wrongCommandsAreUsageErrors() {
        for (String[] words : new String[][] {
            {"reviw"},
            {"models"},
            {"dataset"},
            {"models", "shwo"},
            {"train", "x"},
            {"--nonsense"},
            {"train", "x", "--id", "y", "--mode", "slow"},
            {"predict"},
            {"cross-validate"},
            {"cross-validate", "x", "--plan", "y.json"},
            {"cross-validate", "x", "--mode", "full"},
            {"cross-validate", "x", "--mode", "full", "--plan", "y.json", "--folds", "1"},
            {"cross-validate", "x", "--mode", "full", "--plan", "y.json", "--repeats", "0"},
            {"cross-validate", "x", "--mode", "full", "--plan", "y.json", "--only-fold", "0"},
            {"cross-validate", "x", "--mode", "full", "--plan", "y.json", "--groups", "age"},
            {"cross-validate", "x", "--mode", "full", "--plan", "y.json", "--groups", "site", "--folds", "4"},
            {"evaluate", "x", "--part", "some"}
        }) {
            Calls.Result result = call((Object[]) words);
            assertEquals(2, result.code(), String.join(" ", words));
            assertEquals("", result.out());
            assertTrue(
                    Pattern.compile("Type:  melascope.*--help")
                            .matcher(result.err())
                            .find(),
                    result.err());
        }
        assertTrue(call("reviw").err().contains("melascope review"), "a near miss is suggested");
    }
}
