package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.tensor.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two short trainings of drawn lesions, from one draft, are averaged. */
class AverageCommandTest {
    private static final String ENDING = ".draft.safetensors";

    @TempDir
    static Path folder;

    private static Path data;
    private static Path models;
    private static Calls calls;

    @BeforeAll
    static void train() throws IOException {
        data = folder.resolve("drawn lesions");
        models = folder.resolve("models");
        calls = new Calls(models, folder.resolve("logs"));
        SampleFolder.write(
                data, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 8)), 224, 1);
        draft("start", "none", 1, 0);
        draft("a", models.resolve("start" + ENDING).toString(), 2, 0);
        Calls.Result distilled = draft("b", models.resolve("start" + ENDING).toString(), 3, 1);
        assertTrue(distilled.err().contains("Training teacher 1 of 1"), distilled.err());
        assertTrue(distilled.err().contains("Training the student"), distilled.err());
        assertFalse(Files.exists(models.resolve(".b.training")), "teachers are left behind");
    }

    private static Calls.Result draft(String id, String init, int seed, int teachers) throws IOException {
        Path plan = Files.writeString(
                folder.resolve(id + ".json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16, \"seed\": " + seed
                        + ", \"distillation\": {\"teachers\": " + teachers + "}"
                        + ", \"phases\": [{\"epochs\": 2, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        Calls.Result result = calls.call(
                "train",
                data,
                "--id",
                id,
                "--mode",
                "quick",
                "--init",
                init,
                "--plan",
                plan,
                "--draft",
                "--models-dir",
                models);
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(Files.exists(models.resolve(id + ENDING)), result.out());
        assertFalse(Files.exists(models.resolve(id)), "a draft takes no exam and makes no model");
        return result;
    }

    private static Calls.Result average(String id, Object... more) {
        Object[] fixed = {"average", data, "--id", id, "--models-dir", models};
        Object[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fixed), java.util.Arrays.stream(more))
                .toArray();
        return calls.call(all);
    }

    @Test
    void theMeanOfTheWeightsIsFinishedAsAModelWithOneOpening() throws IOException, ProblemException {
        Calls.Result result = average("mean", models.resolve("a" + ENDING), models.resolve("b" + ENDING));
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(result.out().contains("mean of a" + ENDING + ", b" + ENDING), result.out());
        assertEquals(
                1,
                Files.readAllLines(models.resolve("mean").resolve("openings.jsonl"))
                        .size());
        float[] mean = head(models.resolve("mean").resolve("weights.safetensors"));
        float[] a = head(models.resolve("a" + ENDING));
        float[] b = head(models.resolve("b" + ENDING));
        boolean differs = false;
        for (int i = 0; i < mean.length; i++) {
            assertEquals((a[i] + b[i]) / 2, mean[i], 1e-6, "weight " + i);
            differs |= a[i] != b[i];
        }
        assertTrue(differs, "the two trainings are the same");
    }

    @Test
    void theMeanCanStayADraftToo() {
        Calls.Result result =
                average("trial", models.resolve("a" + ENDING), models.resolve("start" + ENDING), "--draft");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(Files.exists(models.resolve("trial" + ENDING)));
        assertFalse(Files.exists(models.resolve("trial")));
        assertEquals(
                3,
                result.lines().stream()
                        .filter(line -> line.contains("melanoma AUC"))
                        .count(),
                result.out());
    }

    @Test
    void whatWasTrainedOnAnotherSplitIsRefused() {
        Calls.Result result = average("leak", models.resolve("a" + ENDING), "--seed", 8);
        assertEquals(ExitCode.UNUSABLE, result.code(), result.out());
        assertTrue(result.err().contains("another split"), result.err());
        assertFalse(Files.exists(models.resolve("leak")));
        Calls.Result start = calls.call(
                "train",
                data,
                "--id",
                "later",
                "--mode",
                "quick",
                "--init",
                models.resolve("a" + ENDING),
                "--seed",
                8,
                "--models-dir",
                models);
        assertEquals(ExitCode.UNUSABLE, start.code(), start.out());
    }

    @Test
    void whatIsNoDraftIsRefused() throws IOException {
        Path file = Files.copy(models.resolve("start" + ENDING), folder.resolve("torn" + ENDING));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Calls.Result result = average("torn", file);
        assertEquals(ExitCode.UNUSABLE, result.code(), result.out());
        assertTrue(result.err().contains("torn"), result.err());
    }

    private static float[] head(Path file) throws ProblemException {
        return Objects.requireNonNull(Safetensors.read(file).tensors().get("classifier.3.weight"))
                .values();
    }
}
