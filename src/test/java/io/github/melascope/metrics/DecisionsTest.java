package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Predictive values, decision curves and McNemar's test against numbers worked out by hand or printed by their authors. */
class DecisionsTest {
    @Test
    void predictiveValuesFollowBayes() {
        PredictiveValues values = PredictiveValues.of(0.9, 0.9, 0.1);
        assertEquals(0.5, values.ppv(), 1e-12);
        assertEquals(0.81 / 0.82, values.npv(), 1e-12);
        assertEquals(0.18, values.called(), 1e-12);
    }

    @Test
    void predictiveValuesAtTheCasesOwnPrevalenceAreThoseOfTheCounts() {
        BinaryCounts counts = new BinaryCounts(136, 382, 756, 6);
        PredictiveValues values = PredictiveValues.of(counts.recall(), counts.specificity(), 142.0 / 1280);
        assertEquals(counts.precision(), values.ppv(), 1e-12);
        assertEquals(counts.npv(), values.npv(), 1e-12);
        assertTrue(Double.isNaN(PredictiveValues.of(0, 1, 0.1).ppv()), "where nobody is called there is no PPV");
    }

    @Test
    void netBenefitWeighsFalseAlarmsByTheOddsOfTheThreshold() {
        double[] scores = {0.9, 0.8, 0.7, 0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.05};
        boolean[] melanoma = {true, false, true, true, false, false, false, false, false, false};
        ThresholdTable table = ThresholdTable.of(scores, melanoma);
        DecisionCurve.Point point = DecisionCurve.at(table, 0.25);
        assertEquals(3 / 10.0 - 1 / 10.0 / 3, point.model(), 1e-12);
        assertEquals(0.3 - 0.7 / 3, point.all(), 1e-12);
        // Acting on all is worth nothing where the threshold is the prevalence.
        assertEquals(0, DecisionCurve.at(table, 0.3).all(), 1e-12);
        assertEquals(99, DecisionCurve.of(table).points().size());
        assertTrue(DecisionCurve.of(ThresholdTable.of(new double[0], new boolean[0]))
                .points()
                .isEmpty());
    }

    /** Fagerland, Lydersen and Laake (2013), table 2: airway hyper-responsiveness before and after transplantation. */
    @Test
    void midPIsThatOfItsAuthors() {
        assertEquals(0.039, new McNemar(1, 7).midP(), 5e-4);
        assertEquals(0.039, new McNemar(7, 1).midP(), 5e-4);
        assertEquals(1, new McNemar(0, 0).midP());
        assertEquals(1, new McNemar(5, 5).midP());
        assertEquals(Math.pow(0.5, 10), new McNemar(0, 10).midP(), 1e-12);
        assertTrue(new McNemar(400, 1100).midP() < 1e-50, "large counts neither overflow nor round to nothing");
    }
}
