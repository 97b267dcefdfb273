package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditStatisticsTest {
    private static double[] figures(Statistic statistic, int... weights) {
        double[] into = new double[statistic.size()];
        statistic.compute(weights, into, 0);
        return into;
    }

    @Test
    void changesByHand() {
        double[] before = {0.1, 0.2, 0.3, 0.4, 0.9};
        double[] after = {0.1, 0.25, 0.5, 0.4, Double.NaN};
        Statistic change = AuditStatistics.change(before, after, 0.4);
        // Changes 0, 0.05, 0.2, 0; the third goes over 0.4; the fifth has no answer.
        assertArrayEquals(new double[] {0, 0.2, 0.25}, figures(change, 1, 1, 1, 1, 1), 1e-12);
        assertArrayEquals(new double[] {0.2, 0.2, 0.75}, figures(change, 0, 1, 3, 0, 5), 1e-12);
        assertTrue(Double.isNaN(figures(change, 0, 0, 0, 0, 1)[2]));
    }

    @Test
    void riskAndCoverageByHand() {
        double[] sureness = {0.9, 0.8, 0.7, 0.6, 0.5};
        boolean[] wrong = {false, false, true, false, true};
        // Errors among the surest 1 … 5: 0, 0, 1/3, 1/4, 2/5.
        double mean = (0 + 0 + 1 / 3.0 + 1 / 4.0 + 2 / 5.0) / 5;
        assertArrayEquals(
                new double[] {0.4, 0.25, 0.625, mean},
                figures(AuditStatistics.riskCoverage(sureness, wrong), 1, 1, 1, 1, 1),
                1e-12);
    }

    @Test
    void theThresholdIsTheOneThatIsChosenElsewhere() {
        Random random = new Random(4);
        double[] p = random.doubles(200).toArray();
        boolean[] positive = new boolean[200];
        int[] ones = new int[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = random.nextDouble() < p[i];
            ones[i] = 1;
        }
        assertEquals(
                Thresholds.forSensitivity(p, positive, 0.95).orElseThrow().value(),
                figures(AuditStatistics.threshold(p, positive, 0.95), ones)[0],
                1e-12);
        assertEquals(Roc.auc(p, positive), figures(AuditStatistics.rocAuc(p, positive), ones)[0], 1e-12);
    }

    @Test
    void logisticRegressionFindsWhatMadeTheData() {
        Random random = new Random(1);
        double[][] x = new double[4000][2];
        boolean[] y = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {10 + 3 * random.nextGaussian(), random.nextGaussian()};
            y[i] = random.nextDouble() < truth(x[i]);
        }
        LogisticRegression model = LogisticRegression.fit(x, y);
        for (double[] at : new double[][] {{10, 0}, {13, 1}, {7, -1}, {10, 2}}) {
            assertEquals(truth(at), model.probability(at), 0.04);
        }
        assertEquals(
                0.5,
                LogisticRegression.fit(new double[][] {{1}, {1}}, new boolean[] {true, false})
                        .probability(new double[] {1}),
                1e-6,
                "a feature that never varies");
    }

    private static double truth(double[] x) {
        return TemperatureScaling.sigmoid(0.4 * (x[0] - 10) - 0.8 * x[1] + 0.3);
    }

    @Test
    void isotonicRegressionPoolsWhatFalls() {
        IsotonicRegression steps = IsotonicRegression.fit(
                new double[] {0.1, 0.2, 0.3, 0.4, 0.9}, new boolean[] {false, true, false, true, true});
        assertEquals(0, steps.probability(0.05));
        assertEquals(0, steps.probability(0.1));
        assertEquals(0.5, steps.probability(0.25), 1e-12, "0.2 and 0.3 in one step");
        assertEquals(0.25, steps.probability(0.175), 1e-12, "half way between two steps");
        assertEquals(1, steps.probability(1));
    }
}
