package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held to scikit-learn's figures (see {@link Reference}) and to published ones. */
class ReferenceValuesTest {
    private static final double EXACT = 1e-12;

    @Test
    void melanomaFiguresEqualScikitLearns() {
        BinaryFigures figures = BinaryFigures.of(Reference.scores(), Reference.positive(), 0.4);
        assertEquals(new BinaryCounts(12, 9, 16, 3), BinaryCounts.at(0.4, Reference.scores(), Reference.positive()));
        assertEquals(0.7586666666666666, figures.get(BinaryMeasure.ROC_AUC), EXACT);
        assertEquals(0.6927850363239357, figures.get(BinaryMeasure.PR_AUC), EXACT);
        assertEquals(0.7, figures.get(BinaryMeasure.ACCURACY), EXACT);
        assertEquals(0.72, figures.get(BinaryMeasure.BALANCED_ACCURACY), EXACT);
        assertEquals(0.5714285714285714, figures.get(BinaryMeasure.PRECISION), EXACT);
        assertEquals(0.8, figures.get(BinaryMeasure.RECALL), EXACT);
        assertEquals(0.6666666666666666, figures.get(BinaryMeasure.F1), EXACT);
        assertEquals(0.64, figures.get(BinaryMeasure.SPECIFICITY), EXACT);
        assertEquals(0.8421052631578947, figures.get(BinaryMeasure.NPV), EXACT);
        assertEquals(0.32, figures.get(BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_90), EXACT);
        assertEquals(0.12, figures.get(BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_95), EXACT);
        assertEquals(0.26666666666666666, figures.get(BinaryMeasure.SENSITIVITY_AT_SPECIFICITY_90), EXACT);
        assertEquals(0.26666666666666666, figures.get(BinaryMeasure.SENSITIVITY_AT_SPECIFICITY_95), EXACT);
        assertEquals(0.20121, figures.get(BinaryMeasure.BRIER), EXACT);
        assertEquals(0.2035, figures.get(BinaryMeasure.ECE), EXACT);
    }

    /** scikit-learn with sample_weight so that both classes weigh one half. */
    @Test
    void theBalancedTableEqualsScikitLearnsWeightedFigures() {
        BinaryCounts counts = BinaryCounts.at(0.4, Reference.scores(), Reference.positive());
        assertEquals(0.72, counts.balancedAccuracy(), EXACT);
        assertEquals(0.6896551724137929, counts.precisionAtEqualPrevalence(), EXACT);
        assertEquals(0.7407407407407407, counts.f1AtEqualPrevalence(), EXACT);
    }

    @Test
    void diagnosisFiguresEqualScikitLearns() {
        double[][] probabilities = Arrays.stream(Reference.sevenLogits())
                .map(row -> TemperatureScaling.softmax(row, 1))
                .toArray(double[][]::new);
        MultiFigures figures = MultiFigures.of(7, probabilities, Reference.sevenLabels());
        assertEquals(0.610204081632653, figures.get(MultiMeasure.BALANCED_ACCURACY), EXACT);
        assertEquals(0.8244825331098623, figures.get(MultiMeasure.MACRO_AUC), EXACT);
        assertEquals(0.5654916512059369, figures.get(MultiMeasure.MACRO_F1), EXACT);
        assertEquals(0.6, figures.get(MultiMeasure.ACCURACY), EXACT);
        assertEquals(0.14602498205845565, figures.get(MultiMeasure.ECE), 1e-7);
        assertEquals(
                List.of(2L, 0L, 1L, 0L, 1L, 1L, 0L),
                figures.confusion().counts().get(4));
        assertEquals(0.9006211180124224, figures.get(1, ClassMeasure.AUC), EXACT);
        assertEquals(0.632, figures.get(4, ClassMeasure.AUC), EXACT);
        assertEquals(0.2, figures.get(4, ClassMeasure.SENSITIVITY), EXACT);
        assertEquals(0.96, figures.get(4, ClassMeasure.SPECIFICITY), EXACT);
        assertEquals(0.5, figures.get(4, ClassMeasure.PRECISION), EXACT);
        assertEquals(0.28571428571428575, figures.get(4, ClassMeasure.F1), EXACT);
    }

    @Test
    void curvesAgreeWithTheFiguresReadOffThem() {
        Roc roc = Roc.of(Reference.scores(), Reference.positive());
        assertEquals(0.7586666666666666, roc.auc(), EXACT);
        assertEquals(0.32, roc.specificityAtSensitivity(0.90), EXACT);
        assertEquals(0.26666666666666666, roc.sensitivityAtSpecificity(0.95), EXACT);
        assertEquals(
                0.6927850363239357,
                PrecisionRecall.of(Reference.scores(), Reference.positive()).averagePrecision(),
                EXACT);
        Calibration calibration = Calibration.of(Reference.scores(), Reference.positive());
        assertEquals(0.2035, calibration.ece(), EXACT);
        assertEquals(
                40, calibration.bins().stream().mapToInt(Calibration.Bin::count).sum());
        assertEquals(0.20121, Calibration.brier(Reference.scores(), Reference.positive()), EXACT);
    }

    @Test
    void temperaturesEqualScipysMinimum() {
        double sigmoid = TemperatureScaling.ofSigmoid(Reference.logits(), Reference.positive());
        assertEquals(3.220835741036152, sigmoid, 1e-5);
        assertEquals(
                0.5713494062644576,
                TemperatureScaling.nllOfSigmoid(Reference.logits(), Reference.positive(), sigmoid),
                1e-9);
        double softmax = TemperatureScaling.ofSoftmax(Reference.sevenLogits(), Reference.sevenLabels());
        assertEquals(1.7031247653553871, softmax, 1e-5);
        assertEquals(
                1.409376172520343,
                TemperatureScaling.nllOfSoftmax(Reference.sevenLogits(), Reference.sevenLabels(), softmax),
                1e-7);
    }

    /** Hanley and McNeil, Radiology 143:29 (1982), table I: 109 CT images rated on five steps, area 0.893. */
    @Test
    void theAreaOfHanleyAndMcNeilsRatings() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        double[] scores = new double[109];
        boolean[] positive = new boolean[109];
        int at = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < normal[rating] + abnormal[rating]; i++) {
                scores[at] = rating;
                positive[at++] = i >= normal[rating];
            }
        }
        assertEquals(109, at);
        assertEquals(0.893, Roc.auc(scores, positive), 0.0005);
        assertEquals(0.893, Roc.mannWhitney(scores, positive), 0.0005);
    }

    /** The four scores of scikit-learn's documentation of roc_auc_score and average_precision_score. */
    @Test
    void theExampleEverybodyKnows() {
        double[] scores = {0.1, 0.4, 0.35, 0.8};
        boolean[] positive = {false, false, true, true};
        assertEquals(0.75, Roc.auc(scores, positive), EXACT);
        assertEquals(0.8333333333333333, PrecisionRecall.of(scores, positive).averagePrecision(), EXACT);
        assertTrue(Roc.of(scores, positive).points().get(0).threshold() > 1);
    }
}
