package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.CancelToken;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset of drawn lesions is checked, learnt from and examined, all by the command line. */
class TrainCommandTest {
    private static final List<String> BINARY = List.of(
            "rocAuc",
            "prAuc",
            "accuracy",
            "balancedAccuracy",
            "precision",
            "recall",
            "f1",
            "specificity",
            "specificityAtSensitivity95",
            "sensitivityAtSpecificity90",
            "brier",
            "ece");

    @TempDir
    static Path folder;

    private static Path data;
    private static Path models;
    private static Path plan;
    private static Calls calls;
    private static Calls.Result trained;

    @BeforeAll
    static void train() throws IOException {
        data = folder.resolve("drawn lesions");
        models = folder.resolve("models");
        SampleFolder.write(
                data, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 8)), 224, 1);
        plan = Files.writeString(
                folder.resolve("plan.json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16,"
                        + " \"phases\": [{\"epochs\": 2, \"learningRate\": 0.001, \"firstTrained\": 19}]}");
        calls = new Calls(models, folder.resolve("logs"));
        trained = calls.call(arguments("drawn", "quick"));
    }

    private static Object[] arguments(String id, String mode, Object... more) {
        return Stream.concat(
                        Stream.of("train", data, "--id", id, "--mode", mode, "--plan", plan, "--seed", "5"),
                        Stream.of(more))
                .toArray();
    }

    @Test
    void trainingPrintsTheNewModelAndTellsOfItsEpochs() {
        assertEquals(0, trained.code(), trained.err());
        assertEquals(models.resolve("drawn").toString(), trained.out().strip());
        assertTrue(trained.err().contains("Epoch 2: training loss "), trained.err());
        assertTrue(trained.err().contains("ROC AUC"), trained.err());
        Calls.Result show = calls.call("models", "show", "drawn");
        assertTrue(show.out().contains("melascope train '" + data + "' --id drawn --mode quick"), show.out());
    }

    @Test
    void theExamIsJsonWithTheNamesOfTheManual() throws IOException {
        Path file = folder.resolve("exam.json");
        Calls.Result result = calls.call("evaluate", data, "--model", "drawn", "--json", file);
        assertEquals(0, result.code(), result.err());
        JsonNode exam = new ObjectMapper().readTree(result.out());
        assertEquals(exam, new ObjectMapper().readTree(file.toFile()));
        assertTrue(exam.get("exam").asText().contains("test part"), result.out());
        assertTrue(exam.get("images").asInt() >= exam.get("lesions").asInt());
        for (String name : BINARY) {
            for (String part : List.of("value", "low", "high")) {
                assertTrue(exam.get("melanoma").get(name).has(part), name + "." + part);
            }
        }
        for (String name : List.of("balancedAccuracy", "macroAuc", "macroF1", "accuracy", "classes", "confusion")) {
            assertTrue(exam.get("diagnosis").has(name), name);
        }
        assertTrue(result.err().contains("Macro F1"), result.err());
    }

    @Test
    void whatTheModelHasLearntFromIsNoExam() {
        Calls.Result result = calls.call("evaluate", data, "--model", "drawn", "--part", "all");
        assertEquals(3, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().contains("SYNL_"), result.err());
    }

    @Test
    void aModelIsNotReplacedUnasked() {
        assertEquals(2, calls.call(arguments("drawn", "quick")).code());
        assertEquals(2, calls.call(arguments("../drawn", "quick")).code());
    }

    @Test
    void unusableInputsAreSaidBeforeAnyTraining() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertEquals(
                3, calls.call("train", empty, "--id", "x", "--mode", "quick").code());
        assertEquals(3, calls.call("evaluate", empty, "--model", "drawn").code());
        assertEquals(3, calls.call("dataset", "check", empty).code());
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"epochs\": 3}");
        Calls.Result result = calls.call("train", data, "--id", "x", "--mode", "full", "--plan", wrong);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("wrong.json"), result.err());
        assertEquals(2, calls.call("evaluate", data, "--model", "absent").code());
        assertEquals(
                2,
                calls.call("train", data, "--id", "x", "--mode", "quick", "--init", "absent")
                        .code());
    }

    @Test
    void aModelWithEightViewsSaysSoAndCanBeMeasuredWithOne() throws IOException {
        Calls.Result made = calls.call(arguments("turning", "quick", "--views", "8"));
        assertEquals(0, made.code(), made.err());
        assertTrue(made.err().contains("Views of each image: 8"), made.err());
        JsonNode spec =
                new ObjectMapper().readTree(models.resolve("turning/model.json").toFile());
        assertEquals(2, spec.get("formatVersion").asInt());
        assertEquals(8, spec.get("views").asInt());
        JsonNode plain =
                new ObjectMapper().readTree(models.resolve("drawn/model.json").toFile());
        assertEquals(1, plain.get("formatVersion").asInt());
        assertFalse(plain.has("views") || plain.has("calibration"));
        assertTrue(Files.readString(models.resolve("turning/MODEL_CARD.md")).contains("- views: 8, "));
        assertFalse(Files.readString(models.resolve("drawn/MODEL_CARD.md")).contains("views: "));
        Calls.Result own = calls.call("evaluate", data, "--model", "turning");
        assertTrue(own.err().contains("Views of each image: 8"), own.err());
        Calls.Result one = calls.call("evaluate", data, "--model", "turning", "--views", "1");
        assertEquals(0, one.code(), one.err());
        assertTrue(one.err().contains("Views of each image: 1"), one.err());
        assertTrue(one.err().contains("Calibration: temperature "), one.err());
        assertFalse(one.out().equals(own.out()), "other answers");
        assertEquals(
                3,
                new ObjectMapper().readTree(one.out()).get("openings").asInt(),
                "that of the training, and two more");
        assertEquals(2, calls.call(arguments("x", "quick", "--views", "4")).code());
    }

    /** The same lesion under a bulb: a model trained in neutral light says nearly the same, the other does not. */
    @Test
    void aModelTrainedInNeutralLightSeesEveryImageInIt() throws IOException {
        Path longer = Files.writeString(
                folder.resolve("longer.json"),
                "{\"inputSize\": 64, \"hidden\": 8, \"views\": 0, \"batchSize\": 16,"
                        + " \"phases\": [{\"epochs\": 30, \"learningRate\": 0.01, \"firstTrained\": 19}]}");
        Path neutral = Files.writeString(
                folder.resolve("neutral.json"),
                Files.readString(longer).replaceFirst("\\{", "{\"colorConstancy\": 6, \"oneOfEachLesion\": true, "));
        for (Path one : List.of(longer, neutral)) {
            String id = one.equals(neutral) ? "neutral" : "longer";
            Calls.Result made = calls.call("train", data, "--id", id, "--mode", "quick", "--plan", one, "--seed", "5");
            assertEquals(0, made.code(), made.err());
        }
        JsonNode spec =
                new ObjectMapper().readTree(models.resolve("neutral/model.json").toFile());
        assertEquals(6, spec.at("/normalisation/colorConstancy").asDouble());
        RgbImage drawn = SyntheticLesions.draw(77, 0, Diagnosis.NV, 224, 224);
        Path daylight = picture("daylight.png", drawn, 1);
        Path bulb = picture("bulb.png", drawn, 0.5);
        double neutralChange = Math.abs(probability("neutral", daylight) - probability("neutral", bulb));
        double plainChange = Math.abs(probability("longer", daylight) - probability("longer", bulb));
        assertTrue(neutralChange < plainChange / 3, neutralChange + " in neutral light, " + plainChange + " without");
    }

    private static Path picture(String name, RgbImage image, double blue) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int rgb = image.pixel(x, y);
                picture.setRGB(x, y, (rgb & 0xFFFF00) | (int) Math.round((rgb & 255) * blue));
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static double probability(String model, Path image) throws IOException {
        Calls.Result result = calls.call("predict", image, "--model", model, "--format", "json");
        return new ObjectMapper().readTree(result.out()).get("melanoma").asDouble();
    }

    @Test
    void aCancelledTrainingLeavesNoModelAndGoesOn() {
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        Calls.Result result = new Calls(models, folder.resolve("logs"), cancelled).call(arguments("later", "full"));
        assertEquals(4, result.code());
        assertEquals("Cancelled.", result.err().strip());
        assertFalse(Files.exists(models.resolve("later")));
        assertEquals(
                0,
                calls.call(arguments("later", "full", "--resume", "--task", "melanoma"))
                        .code());
    }

    @Test
    void lesionsOnOtherSkinAskForOutlinesOfTheseImages() throws IOException {
        Path skin = Files.writeString(folder.resolve("skin.json"), "{\"augmentation\": {\"otherSkin\": 0.5}}");
        List<String> asked = List.of(
                "train",
                data.toString(),
                "--id",
                "skin",
                "--mode",
                "full",
                "--init",
                "none",
                "--plan",
                skin.toString());
        Calls.Result without = calls.call(asked.toArray());
        assertEquals(ExitCode.USAGE, without.code(), without.err());
        assertTrue(without.err().contains("--masks"), without.err());
        List<String> empty = new java.util.ArrayList<>(asked);
        empty.addAll(List.of(
                "--masks",
                Files.createDirectories(folder.resolve("no outlines")).toString()));
        Calls.Result others = calls.call(empty.toArray());
        assertEquals(ExitCode.UNUSABLE, others.code(), others.err());
        assertTrue(others.err().contains("no outlines"), others.err());
    }

    @Test
    void theDoctorsReportIsTextAndJson() throws IOException {
        Path json = folder.resolve("report.json");
        Calls.Result result = calls.call("dataset", "check", data, "--json", json);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("drawn lesions: "), result.out());
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertEquals(56, report.get("lesions").asInt());
        assertEquals(7, report.get("tables").get("classes").size());
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Map<String, String> files = Map.of("mel/a.jpg", "no picture", "nv/.keep", "");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = broken.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertEquals(3, calls.call("dataset", "check", broken).code());
        Files.copy(data.resolve("HAM10000_images_part_1/SYN_0000000.jpg"), broken.resolve("nv/b.jpg"));
        Calls.Result partly = calls.call("dataset", "check", broken);
        assertEquals(1, partly.code(), partly.err());
        assertTrue(partly.out().contains("mel/a.jpg"), partly.out());
    }
}
