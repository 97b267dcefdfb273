package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidateCommandTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path plan;
    private static Calls calls;

    @BeforeAll
    static void draw() throws IOException {
        data = folder.resolve("drawn");
        SampleFolder.write(data, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 6)), 96, 1);
        plan = Files.writeString(
                folder.resolve("base.json"),
                "{\"inputSize\": 32, \"hidden\": 8, \"views\": 0, \"batchSize\": 16,"
                        + " \"phases\": [{\"epochs\": 1, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        calls = new Calls(folder.resolve("models"), folder.resolve("logs"));
    }

    private static Object[] arguments(Path out, Object... more) {
        return Stream.concat(
                        Stream.of("cross-validate", data, "--mode", "quick", "--plan", plan, "--out", out),
                        Stream.of(more))
                .toArray();
    }

    @Test
    void theReportIsPrintedWrittenAndMadeAgainFromTheFiles() throws IOException {
        Path out = folder.resolve("cv");
        Path other = Files.writeString(
                folder.resolve("other.json"), Files.readString(plan).replace("0.001", "0.01"));
        Calls.Result result = calls.call(arguments(out, "--init", "none", "--folds", "2", "--plan", other));
        assertEquals(0, result.code(), result.err());
        assertEquals(Files.readString(out.resolve("cross-validation.md")), result.out());
        assertTrue(result.out().contains("## What is better than base"), result.out());
        assertTrue(result.out().contains("| other | "), result.out());
        assertTrue(result.err().contains("Training 4 of 4 (other, fold 2): done"), result.err());
        Calls.Result again = calls.call("cross-validate", "--report-only", "--out", out);
        assertEquals(0, again.code(), again.err());
        assertEquals(result.out(), again.out());
        Calls.Result nothingLeft = calls.call(arguments(out, "--init", "none", "--folds", "2"));
        assertEquals(0, nothingLeft.code(), nothingLeft.err());
        assertFalse(nothingLeft.err().contains("Training 1"), nothingLeft.err());
        Files.writeString(out.resolve("runs/base/repeat-1-fold-1.csv"), "image,lesion\n");
        Calls.Result damaged = calls.call("cross-validate", "--report-only", "--out", out);
        assertEquals(3, damaged.code());
        assertTrue(damaged.err().contains("repeat-1-fold-1.csv"), damaged.err());
    }

    @Test
    void weightsThatHaveLearntFromTheImagesAreRefused() {
        Calls.Result trained =
                calls.call("train", data, "--id", "seen", "--mode", "quick", "--plan", plan, "--init", "none");
        assertEquals(0, trained.code(), trained.err());
        Path out = folder.resolve("leak");
        Calls.Result result = calls.call(arguments(out, "--init", "seen"));
        assertEquals(3, result.code(), result.err());
        assertTrue(result.err().contains("cheat"), result.err());
        assertTrue(result.err().contains("model seen was trained on lesion SYNL_"), result.err());
        assertFalse(Files.exists(out.resolve("runs")), "nothing was trained");
    }

    @Test
    void whatCannotBeComparedIsSaidBeforeAnyTraining() throws IOException {
        Path out = folder.resolve("none");
        assertEquals(
                2, calls.call("cross-validate", "--report-only", "--out", out).code());
        assertEquals(
                2,
                calls.call(arguments(out, "--init", "none", "--plan", folder.resolve("absent.json")))
                        .code());
        assertEquals(
                3,
                calls.call(arguments(out, "--init", "none", "--folds", "100")).code());
        assertEquals(
                2,
                calls.call(arguments(out, "--init", "none", "--only-fold", "4")).code());
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        Calls.Result result = new Calls(folder.resolve("models"), folder.resolve("logs"), cancelled)
                .call(arguments(out, "--init", "none"));
        assertEquals(4, result.code());
        assertEquals("Cancelled.", result.err().strip());
    }
}
