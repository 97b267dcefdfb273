package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationChoiceTest {
    private static final Path KEPT = Path.of("models/dermoscopy-1/predictions.csv");

    /** Melanoma answers whose truth follows a map of them, two images a lesion. */
    private static CalibrationChoice.Cases cases(int count, BetaCalibration map, long seed) {
        Random random = new Random(seed);
        float[][] logits = new float[count][];
        boolean[] melanoma = new boolean[count];
        int[] labels = new int[count];
        List<String> lesions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float z = (float) (2 * random.nextGaussian() - 1);
            logits[i] = new float[] {z};
            melanoma[i] = random.nextDouble() < TemperatureScaling.sigmoid(map.logOdds(z));
            labels[i] = melanoma[i] ? 1 : 0;
            lesions.add("lesion " + i / 2);
        }
        return new CalibrationChoice.Cases(Task.MELANOMA, logits, labels, melanoma, lesions);
    }

    @Test
    void theKindThatTheTruthFollowsIsTaken() {
        BetaCalibration lopsided = new BetaCalibration(Kind.BETA, 0.4, 2, -0.5);
        CalibrationChoice beta = CalibrationChoice.of(cases(6000, lopsided, 1), 7);
        assertEquals(Kind.BETA, beta.calibration().melanoma().kind());
        assertTrue(loss(beta, Kind.BETA) < loss(beta, Kind.PLATT) && loss(beta, Kind.PLATT) < loss(beta, Kind.NONE));
        BetaCalibration shifted = new BetaCalibration(Kind.PLATT, 1, 1, -1.5);
        CalibrationChoice platt = CalibrationChoice.of(cases(1000, shifted, 2), 7);
        assertTrue(platt.calibration().melanoma().kind() != Kind.NONE);
        assertTrue(loss(platt, Kind.PLATT) < loss(platt, Kind.NONE));
    }

    /** With answers that are right as they are, a map can only learn noise, and mostly does worse on what it has not seen. */
    @Test
    void answersThatATemperatureCalibratesGetNoMap() {
        int none = 0;
        for (int seed = 0; seed < 12; seed++) {
            CalibrationChoice choice = CalibrationChoice.of(cases(300, BetaCalibration.NONE, 100 + seed), seed);
            none += choice.calibration().melanoma().kind() == Kind.NONE ? 1 : 0;
        }
        assertTrue(none >= 7, none + " of 12");
    }

    @Test
    void theSameSeedChoosesTheSame() {
        CalibrationChoice.Cases cases = cases(400, new BetaCalibration(Kind.BETA, 0.5, 1.5, 0), 3);
        assertEquals(CalibrationChoice.of(cases, 7), CalibrationChoice.of(cases, 7));
    }

    @Test
    void fewLesionsOfOneSideAreNotChosenOn() {
        CalibrationChoice choice = CalibrationChoice.of(cases(18, new BetaCalibration(Kind.BETA, 0.5, 1.5, 0), 4), 7);
        assertEquals(BetaCalibration.NONE, choice.calibration().melanoma());
        assertEquals(Map.of(), choice.logLoss());
    }

    @Test
    void aLesionIsNeverOnBothSidesOfAFold() {
        CalibrationChoice.Cases cases = cases(500, BetaCalibration.NONE, 5);
        List<List<Integer>> folds = CalibrationChoice.folds(cases, new Random(1));
        assertEquals(CalibrationChoice.FOLDS, folds.size());
        Set<Integer> rows = new HashSet<>();
        Set<String> earlier = new HashSet<>();
        for (List<Integer> fold : folds) {
            Set<String> here = new HashSet<>();
            fold.forEach(row -> here.add(cases.lesions().get(row)));
            assertTrue(here.stream().noneMatch(earlier::contains));
            earlier.addAll(here);
            assertTrue(rows.addAll(fold));
            assertTrue(fold.stream().anyMatch(row -> cases.melanoma()[row]), "both sides in every fold");
            assertTrue(fold.stream().anyMatch(row -> !cases.melanoma()[row]));
        }
        assertEquals(500, rows.size());
    }

    /** Fitted on the shipped model's validation answers, told of its test answers, as docs/decisions/0022 does. */
    @Test
    void theShippedModelsErrorFallsOnTheTestPart() throws IOException {
        assumeTrue(Files.exists(KEPT));
        Map<String, List<Case>> kept = CaseTable.read(Files.readString(KEPT));
        List<Case> validation = Objects.requireNonNull(kept.get("validation"));
        List<Case> test = Objects.requireNonNull(kept.get("test"));
        CalibrationChoice choice = CalibrationChoice.of(
                new CalibrationChoice.Cases(
                        Task.DIAGNOSIS,
                        validation.stream().map(CalibrationChoiceTest::logits).toArray(float[][]::new),
                        validation.stream()
                                .mapToInt(one -> Diagnosis.ALL.indexOf(one.diagnosis()))
                                .toArray(),
                        truth(validation),
                        validation.stream().map(Case::lesionId).toList()),
                7);
        LogitCalibration fitted = choice.calibration();
        assertEquals(1, fitted.temperature(), 0.01, "the kept answers have had their temperature");
        assertTrue(fitted.melanoma().kind() != Kind.NONE, choice.toString());
        double[] before = melanoma(test, LogitCalibration.ofTemperature(1));
        double[] after = melanoma(test, fitted);
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        () -> choice + "; test: " + told(test, before) + " → " + told(test, after));
        boolean[] truth = truth(test);
        assertEquals(Roc.of(before, truth).auc(), Roc.of(after, truth).auc(), 1e-5);
        assertTrue(Calibration.of(after, truth).ece()
                < 0.6 * Calibration.of(before, truth).ece());
        assertTrue(Calibration.brier(after, truth) < Calibration.brier(before, truth));
    }

    private static String told(List<Case> cases, double[] p) {
        boolean[] truth = truth(cases);
        return "ECE " + Calibration.of(p, truth).ece() + ", Brier " + Calibration.brier(p, truth);
    }

    /** Logits up to a constant, which a softmax does not see. */
    private static float[] logits(Case one) {
        float[] logits = new float[one.probabilities().size()];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) Math.log(Math.max(one.probabilities().get(c), 5e-7));
        }
        return logits;
    }

    private static double[] melanoma(List<Case> cases, LogitCalibration calibration) {
        return cases.stream()
                .mapToDouble(one -> calibration.probabilities(Task.DIAGNOSIS, logits(one))[4])
                .toArray();
    }

    private static boolean[] truth(List<Case> cases) {
        boolean[] truth = new boolean[cases.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = cases.get(i).melanoma();
        }
        return truth;
    }

    private static double loss(CalibrationChoice choice, Kind kind) {
        return Objects.requireNonNull(choice.logLoss().get(kind));
    }
}
