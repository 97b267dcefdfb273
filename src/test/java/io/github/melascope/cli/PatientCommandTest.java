package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.model.BundleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan names facts of the patient; the finished model can be told them. */
class PatientCommandTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path models;
    private static Path image;
    private static Calls calls;
    private static Calls.Result trained;

    @BeforeAll
    static void train() throws IOException {
        data = folder.resolve("drawn");
        models = folder.resolve("models");
        SampleFolder.write(data, Map.of(Diagnosis.MEL, 90, Diagnosis.NV, 90), 64, 1);
        SampleFolder.write(folder.resolve("new"), Map.of(Diagnosis.MEL, 1), 320, 9);
        image = folder.resolve("new/HAM10000_images_part_1/SYN_0000000.jpg");
        calls = new Calls(models, folder.resolve("logs"));
        trained = train("with-age", "[\"AGE\"]");
    }

    private static Calls.Result train(String id, String facts) throws IOException {
        Path plan = Files.writeString(
                folder.resolve(id + ".json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16, \"patient\": " + facts + ","
                        + " \"phases\": [{\"epochs\": 1, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        return calls.call("train", data, "--id", id, "--mode", "quick", "--task", "melanoma", "--plan", plan);
    }

    @Test
    void whatThePlanAsksForIsInModelAndCard() throws IOException {
        assertEquals(0, trained.code(), trained.err());
        Path made = models.resolve("with-age");
        assertTrue(Files.readString(made.resolve(BundleFiles.PATIENT)).contains("\"greatestAge\""));
        String card = Files.readString(made.resolve(BundleFiles.CARD));
        assertTrue(card.contains("## With what is known of the patient"), card);
        assertTrue(card.contains("| validation, by cross-validation | "), card);
        assertTrue(card.contains("| test | "), card);
        assertEquals(0, calls.call("models", "verify", "with-age").code());
    }

    @Test
    void theAgeGivesASecondNumberAndMovesNothingElse() throws IOException {
        Path pdf = folder.resolve("plain.pdf");
        Path told = folder.resolve("told.pdf");
        Calls.Result plain = review("--pdf", pdf, "--date", "2026-11-24");
        Calls.Result with = review("--age", "63", "--pdf", told, "--date", "2026-11-24");
        assertEquals(0, with.code(), with.err());
        assertFalse(plain.out().contains("With the patient"));
        assertTrue(with.out().contains("With the patient      Melanoma "), with.out());
        assertTrue(with.out().contains("by the image alone"), with.out());
        assertEquals(plain.lines().get(0), with.lines().get(0));
        assertNotEquals(Files.readAllBytes(pdf).length, Files.readAllBytes(told).length);
        assertNotEquals(numbers(with), numbers(review("--age", "20")));
        assertTrue(review("--age", "119").out().contains("the nearest age was taken"));
    }

    private static String numbers(Calls.Result result) {
        return result.lines().stream()
                .filter(line -> line.startsWith("With the patient"))
                .findFirst()
                .orElseThrow();
    }

    private static Calls.Result review(Object... more) {
        return calls.call(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("review", image, "--model", "with-age"),
                        java.util.stream.Stream.of(more))
                .toArray());
    }

    @Test
    void whatTheModelCannotUseIsRefusedWithTheReason() {
        for (Object[] wrong : new Object[][] {{"--sex", "male"}, {"--age", "-1"}, {"--age", "200"}}) {
            Calls.Result result = review(wrong);
            assertEquals(2, result.code(), result.out());
            assertTrue(result.err().contains(String.valueOf(wrong[0])), result.err());
        }
    }

    @Test
    void aModelLearnsItLaterAndTheTestPartStaysClosedUnlessAsked() throws IOException {
        assertEquals(0, train("later", "[]").code());
        Path ledger = models.resolve("later").resolve(BundleFiles.OPENINGS);
        assertFalse(Files.exists(models.resolve("later").resolve(BundleFiles.PATIENT)));
        assertEquals(1, Files.readAllLines(ledger).size());
        Calls.Result closed = calls.call("models", "patient", "later", data, "--facts", "age,sex,site");
        assertEquals(0, closed.code(), closed.err());
        assertFalse(closed.out().contains("test"), closed.out());
        assertEquals(1, Files.readAllLines(ledger).size());
        Calls.Result opened = calls.call("models", "patient", "later", data, "--facts", "age", "--exam");
        assertTrue(opened.lines().contains("test"), opened.out());
        assertEquals(2, Files.readAllLines(ledger).size());
        assertEquals(
                2,
                calls.call("models", "patient", "later", data, "--facts", "height")
                        .code());
    }

    @Test
    void aDatasetWithoutAgesIsRefusedBeforeAnyTraining() throws IOException {
        Path ageless = folder.resolve("ageless");
        SampleFolder.write(ageless, Map.of(Diagnosis.MEL, 90, Diagnosis.NV, 90), 64, 1);
        Path table = ageless.resolve("HAM10000_metadata.csv");
        String text = Files.readString(table).replaceAll("(?m),\\d+\\.0,", ",,");
        Files.writeString(table, text, StandardCharsets.UTF_8);
        Calls.Result refused = calls.call(
                "train", ageless, "--id", "no", "--mode", "quick", "--plan", folder.resolve("with-age.json"));
        assertEquals(3, refused.code(), refused.out());
        assertTrue(refused.err().contains("whose age is known"), refused.err());
    }
}
