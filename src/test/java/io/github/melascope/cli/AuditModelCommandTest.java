package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.CancelToken;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Audits of a tiny model that was trained on drawn lesions. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditModelCommandTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path models;
    private static Path masks;
    private static Path others;
    private static Calls calls;

    @BeforeAll
    static void train() throws IOException {
        data = folder.resolve("drawn");
        models = folder.resolve("models");
        SampleFolder.write(
                data,
                Diagnosis.ALL.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), dx -> dx == Diagnosis.MEL || dx == Diagnosis.NV ? 40 : 8)),
                224,
                1);
        Path plan = Files.writeString(
                folder.resolve("plan.json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16,"
                        + " \"phases\": [{\"epochs\": 2, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        calls = new Calls(models, folder.resolve("logs"));
        Calls.Result trained =
                calls.call("train", data, "--id", "tiny", "--mode", "quick", "--plan", plan, "--seed", "5");
        assertEquals(0, trained.code(), trained.err());
        masks = Files.createDirectories(folder.resolve("masks"));
        try (Stream<Path> images = Files.walk(data)) {
            for (Path image :
                    images.filter(file -> file.toString().endsWith(".jpg")).toList()) {
                String name = image.getFileName().toString().replace(".jpg", "_segmentation.png");
                assertTrue(ImageIO.write(disc(), "png", masks.resolve(name).toFile()));
            }
        }
        others = Files.createDirectories(folder.resolve("others"));
        TinyModel.spotFile(others.resolve("spot.png"), 3);
        Files.writeString(others.resolve("notes.txt"), "no picture");
        Files.writeString(others.resolve("broken.jpg"), "no picture either");
    }

    private static BufferedImage disc() {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillOval(25, 25, 50, 50);
        graphics.dispose();
        return image;
    }

    private static Calls.Result audit(Object... more) {
        return calls.call(Stream.concat(Stream.of("audit-model", "tiny", data), Stream.of(more))
                .toArray());
    }

    private static long openings() throws IOException {
        try (Stream<String> lines = Files.lines(models.resolve("tiny/openings.jsonl"))) {
            return lines.count();
        }
    }

    @Test
    @Order(1)
    void everyTableIsThereAndValidationIsNoOpening() throws IOException {
        long before = openings();
        Path json = folder.resolve("audit.json");
        Calls.Result result = audit("--masks", masks, "--others", others, "--json", json);
        assertEquals(0, result.code(), result.err());
        assertEquals(before, openings());
        JsonNode audit = new ObjectMapper().readTree(json.toFile());
        List<String> ids = new ArrayList<>();
        audit.get("tables").forEach(table -> ids.add(table.get("id").asText()));
        assertEquals(
                List.of(
                        "robustness",
                        "shortcuts",
                        "not-a-lesion",
                        "abstaining-diagnosis",
                        "abstaining-melanoma",
                        "calibration",
                        "thresholds",
                        "similar",
                        "fusion",
                        "explanations",
                        "heat-warning"),
                ids);
        JsonNode robustness = audit.get("tables").get(0);
        assertEquals(17, robustness.get("rows").size());
        for (JsonNode row : robustness.get("rows")) {
            for (JsonNode figure : row.get("figures")) {
                assertTrue(figure.get("value").isNumber(), row.toString());
                assertTrue(figure.get("low").asDouble() <= figure.get("value").asDouble(), row.toString());
            }
        }
        JsonNode fusion = audit.get("tables").get(8);
        assertEquals(0, fusion.at("/rows/0/figures/1/value").asDouble(-1), "the model gains nothing over itself");
        for (JsonNode row : fusion.get("rows")) {
            assertTrue(row.at("/figures/0/value").isNumber(), row.toString());
        }
        assertTrue(result.out().contains("### What fails"), result.out());
        assertTrue(result.out().contains("given pictures 1,"), "what is no picture is left out: " + result.out());
        assertTrue(audit.get("part").asText().endsWith("validation part"));
        assertFalse(Files.exists(models.resolve("tiny/audit.json")), "only on request");
    }

    @Test
    @Order(2)
    void theSameAuditGivesTheSameFigures() throws IOException {
        Path again = folder.resolve("again.json");
        assertEquals(0, audit("--json", again).code());
        ObjectMapper mapper = new ObjectMapper();
        JsonNode first = mapper.readTree(folder.resolve("audit.json").toFile()).get("tables");
        JsonNode second = mapper.readTree(again.toFile()).get("tables");
        assertEquals(first.get(0), second.get(0), "robustness");
        assertEquals(first.get(7), second.get(7), "similar cases");
        assertEquals(first.get(8), second.get(8), "age, sex and site");
    }

    @Test
    @Order(2)
    void withAllViewsTurningChangesNothing() throws IOException {
        Path json = folder.resolve("views.json");
        Calls.Result result = audit("--views", "8", "--json", json);
        assertEquals(0, result.code(), result.err());
        ObjectMapper mapper = new ObjectMapper();
        JsonNode bare = mapper.readTree(folder.resolve("audit.json").toFile()).get("tables");
        JsonNode viewed = mapper.readTree(json.toFile()).get("tables");
        int turned = 0;
        for (int row = 0; row < viewed.get(0).get("rows").size(); row++) {
            JsonNode now = viewed.get(0).get("rows").get(row);
            String name = now.get("name").asText();
            if ((name.endsWith("°") && !name.contains("up to")) || name.startsWith("mirrored")) {
                turned++;
                assertEquals(0, now.get("figures").get(0).get("value").asDouble(), 1e-5, name);
                assertTrue(
                        bare.get(0)
                                        .get("rows")
                                        .get(row)
                                        .get("figures")
                                        .get(0)
                                        .get("value")
                                        .asDouble()
                                > 1e-4,
                        name);
            }
        }
        assertEquals(5, turned, "the audit turns and mirrors");
        viewed.forEach(table -> assertFalse(
                List.of("calibration", "thresholds").contains(table.get("id").asText()),
                "kept answers are of one view"));
        assertEquals(2, audit("--views", "8", "--keep").code());
        assertFalse(Files.exists(models.resolve("tiny/audit.json")));
    }

    @Test
    @Order(3)
    void theCardTellsAnAuditThatIsKept() throws IOException {
        Calls.Result result = audit("--part", "test", "--keep");
        assertEquals(0, result.code(), result.err());
        assertEquals(2, openings(), "the exam at the end of training, and this");
        String card = Files.readString(models.resolve("tiny/MODEL_CARD.md"));
        assertTrue(card.contains("\n## Robustness\n"), card);
        assertTrue(card.contains("\n## Limits\n"), card);
        assertTrue(card.contains("hairs pasted"), card);
        assertEquals(0, calls.call("models", "verify", "tiny").code());
        Calls.Result again = calls.call("models", "familiarity", "tiny", data);
        assertEquals(0, again.code(), again.err());
        assertTrue(Files.readString(models.resolve("tiny/MODEL_CARD.md")).contains("## Robustness"), "it stays");
        Files.writeString(models.resolve("tiny/audit.json"), "{}");
        assertEquals(3, calls.call("models", "verify", "tiny").code(), "a changed audit is noticed");
    }

    @Test
    @Order(0)
    void whatCannotBeUsedIsSaid() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Calls.Result noMasks = audit("--masks", empty);
        assertEquals(3, noMasks.code(), noMasks.err());
        assertTrue(noMasks.err().contains("outlines"), noMasks.err());
        Calls.Result noOthers = audit("--others", empty);
        assertEquals(3, noOthers.code(), noOthers.err());
        assertEquals(2, calls.call("audit-model", "absent", data).code());
        assertEquals(3, calls.call("audit-model", "tiny", empty).code());
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        Calls stopped = new Calls(models, folder.resolve("logs"), cancelled);
        assertEquals(4, stopped.call("audit-model", "tiny", data).code());
    }
}
