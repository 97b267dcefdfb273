package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

public class EvaluationTest {
    private static final Exam EXAM = new Exam("synthetic cases, seed 4", 1, 0.2, 0.4, new Bootstrap(200, 1));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Cases whose probabilities lean to the truth; up to three images a lesion. */
    public static List<Case> cases(int lesions, boolean seven, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int lesion = 0; lesion < lesions; lesion++) {
            Diagnosis dx = random.nextInt(3) > 0 ? Diagnosis.NV : Diagnosis.ALL.get(random.nextInt(7));
            int images = 1 + random.nextInt(3);
            for (int i = 0; i < images; i++) {
                cases.add(one(random, "lesion" + lesion, i, dx, seven));
            }
        }
        return cases;
    }

    private static Case one(Random random, String lesion, int image, Diagnosis dx, boolean seven) {
        float[] logits = new float[7];
        for (int c = 0; c < 7; c++) {
            logits[c] = (float) random.nextGaussian() + (c == Diagnosis.ALL.indexOf(dx) ? 2 : 0);
        }
        double[] p = TemperatureScaling.softmax(logits, 1);
        List<Double> probabilities = seven ? java.util.Arrays.stream(p).boxed().toList() : List.of();
        return new Case(
                lesion + "-" + image,
                lesion,
                dx == Diagnosis.MEL,
                dx,
                p[Diagnosis.ALL.indexOf(Diagnosis.MEL)],
                probabilities,
                dx == Diagnosis.NV ? "follow_up" : "histo",
                random.nextBoolean() ? "female" : "male",
                Case.ageBand(OptionalDouble.of(random.nextInt(90))),
                random.nextBoolean() ? "back" : "");
    }

    @Test
    void theOrderOfTheCasesChangesNoDigit() {
        List<Case> cases = cases(150, true, 4);
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(8));
        assertEquals(Evaluation.of(EXAM, cases), Evaluation.of(EXAM, shuffled));
    }

    @Test
    void jsonHasTheNamesThatOthersReadAndComesBackEqual() throws Exception {
        ExamResult result = Evaluation.of(EXAM, cases(150, true, 4));
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ExamJson.write(result));
        ObjectNode json = (ObjectNode) JSON.readTree(text);
        assertEquals("synthetic cases, seed 4", json.path("exam").asText());
        for (String name : List.of("images", "lesions", "openings", "threshold")) {
            assertTrue(json.path(name).isNumber(), name);
        }
        for (String name : List.of(
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
                "ece")) {
            assertTrue(json.path("melanoma").path(name).path("value").isNumber(), name);
            assertTrue(json.path("melanoma").path(name).path("low").isNumber(), name);
            assertTrue(json.path("melanoma").path(name).path("high").isNumber(), name);
        }
        for (String name : List.of("balancedAccuracy", "macroAuc", "macroF1", "accuracy")) {
            assertTrue(json.path("diagnosis").path(name).path("value").isNumber(), name);
        }
        assertEquals("akiec", json.path("diagnosis").path("classes").path(0).asText());
        assertEquals(7, json.path("diagnosis").path("confusion").path(6).size());
        assertEquals(result, ExamJson.read(json, "metrics.json"));
    }

    @Test
    void aFileWithoutANameOrWithAWrongTypeIsRefused() {
        ObjectNode json = ExamJson.write(Evaluation.of(EXAM, cases(60, true, 5)));
        ((ObjectNode) json.path("melanoma")).remove("ece");
        ProblemException missing = assertThrows(ProblemException.class, () -> ExamJson.read(json, "metrics.json"));
        assertTrue(missing.what().contains("metrics.json") && missing.why().contains("ece"));
        json.put("images", "many");
        assertTrue(assertThrows(ProblemException.class, () -> ExamJson.read(json, "metrics.json"))
                .why()
                .contains("images"));
    }

    @Test
    void figuresLieInTheirIntervalsAndCountsAddUp() {
        List<Case> cases = cases(300, true, 6);
        ExamResult result = Evaluation.of(EXAM, cases);
        assertEquals(cases.size(), result.images());
        assertEquals(300, result.lesions());
        result.melanoma().forEach((measure, figure) -> {
            assertTrue(figure.low() <= figure.value() && figure.value() <= figure.high(), measure.code());
            assertTrue(figure.low() < figure.high(), measure.code());
        });
        assertEquals(
                result.images(), result.counts().positives() + result.counts().negatives());
        assertEquals(
                result.images(), result.diagnosis().orElseThrow().confusion().total());
        for (String by : List.of("dx_type", "sex", "age", "site")) {
            assertEquals(
                    result.images(),
                    result.slices().stream()
                            .filter(s -> s.by().equals(by))
                            .mapToInt(Slice::images)
                            .sum());
        }
    }

    @Test
    void aSliceWithoutMelanomaSaysSoInsteadOfAnArea() {
        ExamResult result = Evaluation.of(EXAM, cases(300, true, 6));
        Slice nevi = result.slices().stream()
                .filter(s -> s.value().equals("follow_up"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, nevi.melanomas());
        assertTrue(nevi.few());
        assertFalse(nevi.rocAuc().defined());
        assertEquals("undefined", nevi.rocAuc().text());
        assertEquals(200, nevi.rocAuc().undefinedDraws());
        assertTrue(nevi.specificity().defined());
        assertTrue(result.slices().stream()
                .anyMatch(s -> s.by().equals("site") && s.value().equals("unknown")));
    }

    @Test
    void aMelanomaModelHasNoDiagnosisFigures() throws Exception {
        ExamResult result = Evaluation.of(EXAM, cases(100, false, 7));
        assertTrue(result.diagnosis().isEmpty());
        assertFalse(ExamJson.write(result).has("diagnosis"));
        assertEquals(result, ExamJson.read(ExamJson.write(result), "metrics.json"));
    }

    @Test
    void oneClassOnlyIsToldNotThrown() throws Exception {
        List<Case> nevi =
                cases(100, true, 7).stream().filter(c -> !c.melanoma()).toList();
        ExamResult result = Evaluation.of(EXAM, nevi);
        assertEquals("undefined", result.get(BinaryMeasure.ROC_AUC).text());
        assertTrue(result.get(BinaryMeasure.SPECIFICITY).defined());
        assertEquals(result, ExamJson.read(JSON.readTree(ExamJson.write(result).toString()), "metrics.json"));
        assertThrows(IllegalArgumentException.class, () -> Evaluation.of(EXAM, List.of()));
    }

    @Test
    void agesFallIntoBands() {
        assertEquals("unknown", Case.ageBand(OptionalDouble.empty()));
        assertEquals("0-29", Case.ageBand(OptionalDouble.of(0)));
        assertEquals("0-29", Case.ageBand(OptionalDouble.of(29.9)));
        assertEquals("30-44", Case.ageBand(OptionalDouble.of(30)));
        assertEquals("75+", Case.ageBand(OptionalDouble.of(85)));
    }

    /** 1,300 images, 2,000 draws: "a few seconds at most"; the limit leaves room for a busy machine. */
    @Test
    void aWholeExamTakesSeconds() {
        List<Case> cases = cases(650, true, 9);
        assertTrue(cases.size() > 1_200);
        long start = System.nanoTime();
        ExamResult result = Evaluation.of(new Exam("synthetic", 1, 0.2, 0.4), cases);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertEquals(2_000, result.exam().bootstrap().draws());
        assertTrue(seconds < 15, seconds + " s");
    }
}
