package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Leaves out each of seven drawn diagnoses in turn. */
class AuditUnknownCommandTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path plan;
    private static Calls calls;

    @BeforeAll
    static void draw() throws IOException {
        data = folder.resolve("drawn");
        SampleFolder.write(
                data, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 8)), 224, 1);
        plan = Files.writeString(
                folder.resolve("plan.json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16,"
                        + " \"phases\": [{\"epochs\": 2, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        calls = new Calls(folder.resolve("models"), folder.resolve("logs"));
    }

    private static Calls.Result audit(Object... more) {
        return calls.call(
                Stream.concat(Stream.of("audit-unknown", data, "--plan", plan, "--seed", "5"), Stream.of(more))
                        .toArray());
    }

    @Test
    void everyDiagnosisIsLeftOutOnce() throws IOException {
        Path json = folder.resolve("unknown.json");
        Calls.Result result = audit("--init", "none", "--json", json);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("# Unknown diagnoses: quick trainings from none"), result.out());
        assertTrue(result.out().contains("`audit-unknown`"), result.out());
        JsonNode audit = new ObjectMapper().readTree(json.toFile());
        assertTrue(audit.get("part").asText().contains("validation part, seed 5"));
        assertEquals(2, audit.get("tables").size());
        for (JsonNode table : audit.get("tables")) {
            assertEquals(8, table.get("rows").size(), "seven diagnoses and their mean");
            for (Diagnosis left : Diagnosis.ALL) {
                JsonNode row = table.get("rows").get(Diagnosis.ALL.indexOf(left));
                assertTrue(row.get("name").asText().startsWith(left.fullName()), row.toString());
            }
        }
        JsonNode auroc = audit.get("tables").get(0);
        for (int column = 0; column < 4; column++) {
            double sum = 0;
            for (int row = 0; row < 7; row++) {
                double value = value(auroc, row, column);
                assertTrue(value >= 0 && value <= 1, auroc.toString());
                sum += value;
            }
            assertEquals(sum / 7, value(auroc, 7, column), 1e-6);
        }
        JsonNode answered = audit.get("tables").get(1);
        int melanoma = Diagnosis.ALL.indexOf(Diagnosis.MEL);
        assertTrue(
                answered.at("/rows/" + melanoma + "/figures/1/value").isNull(),
                "without melanomas nothing is told lower concern");
        for (int row = 0; row < 7; row++) {
            assertTrue(row == melanoma || value(answered, row, 1) <= value(answered, row, 0), answered.toString());
        }
    }

    private static double value(JsonNode table, int row, int column) {
        return table.at("/rows/" + row + "/figures/" + column + "/value").asDouble(Double.NaN);
    }

    @Test
    void weightsThatHaveLearntFromLesionsAreRefused() {
        Calls.Result trained = calls.call(
                "train", data, "--id", "taught", "--mode", "quick", "--plan", plan, "--seed", "5", "--init", "none");
        assertEquals(0, trained.code(), trained.err());
        Path weights = folder.resolve("models/taught/weights.safetensors");
        for (Object init : new Object[] {"taught", weights}) {
            Calls.Result refused = audit("--init", init);
            assertEquals(3, refused.code(), refused.err());
            assertTrue(refused.err().contains("has learnt from labelled lesions"), refused.err());
        }
        assertEquals(
                2, calls.call("audit-unknown", data).code(), "no usual weights: the shipped model would be refused");
    }
}
