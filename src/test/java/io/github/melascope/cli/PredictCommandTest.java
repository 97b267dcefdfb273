package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    @TempDir
    static Path folder;

    private static Path models;
    private static Calls calls;
    private static Path photos;

    @BeforeAll
    static void prepare() throws ProblemException, IOException {
        models = folder.resolve("models");
        TinyModel.save(models, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0, OptionalDouble.empty());
        calls = new Calls(models, folder.resolve("logs"));
        photos = Files.createDirectories(folder.resolve("my photos/ä"));
        TinyModel.spotFile(photos.resolve("one.png"), 1);
        TinyModel.spotFile(photos.resolve("zwei ß 二.jpg"), 2);
        photos = folder.resolve("my photos");
    }

    private static List<JsonNode> json(String text) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    @Test
    void jsonIsOneObjectALineWithTheNamesOfTheManual() throws IOException {
        Calls.Result result = calls.call("predict", photos, "--format", "json");
        assertEquals(0, result.code(), result.err());
        List<JsonNode> rows = json(result.out());
        assertEquals(2, rows.size());
        JsonNode row = rows.get(1);
        assertEquals(
                photos.resolve("ä/zwei ß 二.jpg").toString(), row.get("file").asText());
        assertEquals("closer-look", row.get("outcome").asText());
        assertTrue(row.get("reason").asText().contains("threshold"));
        assertTrue(row.get("melanoma").isNumber());
        double sum = 0;
        for (Diagnosis dx : Diagnosis.ALL) {
            sum += row.get("probabilities").get(dx.code()).asDouble();
        }
        assertEquals(1, sum, 1e-6);
        assertTrue(row.get("quality").get("good").asBoolean());
        assertEquals(AppContext.USUAL_MODEL, row.get("model").asText());
        assertEquals(64, row.get("weightsSha256").asText().length());
        assertFalse(row.has("error"));
        assertEquals(
                "2 of 2 answered, 0 refused. Not a diagnosis.", result.err().strip());
    }

    @Test
    void csvIsTheUsualFormat() {
        Calls.Result result = calls.call("predict", photos, "--batch", "1");
        assertEquals(0, result.code());
        assertEquals(3, result.lines().size());
        assertTrue(
                result.lines().get(0).startsWith("file,outcome,reason,melanoma,otherMalignancy,probabilities.akiec,"));
    }

    @Test
    void aBadFileGetsAnErrorAndTheBatchGoesOn() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jpg"), "not a picture");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Calls.Result result =
                calls.call("predict", bad, photos, empty, folder.resolve("absent.jpg"), "--format", "json");
        assertEquals(1, result.code());
        List<JsonNode> rows = json(result.out());
        assertEquals(5, rows.size());
        for (int refused : new int[] {0, 3, 4}) {
            assertTrue(rows.get(refused).has("error"));
            assertFalse(rows.get(refused).has("outcome"));
        }
        assertTrue(rows.get(3).get("error").asText().contains("holds no picture"));
        assertTrue(rows.get(4).get("error").asText().contains("no such file"));
        assertTrue(result.err().contains("2 of 5 answered, 3 refused"), result.err());
    }

    @Test
    void anOutFileHoldsWhatWouldHaveBeenPrinted() throws IOException {
        Path out = folder.resolve("new folder/answers.jsonl");
        Calls.Result result = calls.call("predict", photos, "--format", "JSON", "--out", out);
        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertEquals(calls.call("predict", photos, "--format", "json").out(), Files.readString(out));
    }

    @Test
    void aFailureLeavesAnOlderOutFileAndNothingElse() throws IOException {
        Path results = Files.createDirectories(folder.resolve("results"));
        Path out = Files.writeString(results.resolve("answers.csv"), "older");
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        Calls.Result result =
                new Calls(models, folder.resolve("logs"), cancelled).call("predict", photos, "--out", out);
        assertEquals(4, result.code());
        assertEquals("Cancelled.", result.err().strip());
        assertEquals("older", Files.readString(out));
        try (Stream<Path> left = Files.list(results)) {
            assertEquals(List.of(out), left.toList());
        }
    }

    @Test
    void anOutFileThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Calls.Result result = calls.call("predict", photos, "--out", file.resolve("x.csv"));
        assertEquals(2, result.code());
        assertTrue(result.err().contains("x.csv could not be written"), result.err());
        assertEquals(2, calls.call("predict", photos, "--out", photos).code());
    }

    @Test
    void wrongUsage() {
        assertEquals(2, calls.call("predict", photos, "--batch", "0").code());
        assertEquals(2, calls.call("predict", photos, "--batch", "many").code());
        assertEquals(2, calls.call("predict", photos, "--format", "xml").code());
        assertEquals(2, calls.call("predict", photos, "--model", "none").code());
        assertEquals(2, calls.call("predict").code());
    }
}
