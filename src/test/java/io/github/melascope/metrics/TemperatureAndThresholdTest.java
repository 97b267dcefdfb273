package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemperatureAndThresholdTest {
    @Test
    void aTemperatureThatWasAppliedIsFoundAgain() {
        Random random = new Random(3);
        float[] logits = new float[20_000];
        boolean[] positive = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            double honest = random.nextGaussian() * 2;
            positive[i] = random.nextDouble() < TemperatureScaling.sigmoid(honest);
            logits[i] = (float) (honest * 2.5);
        }
        assertEquals(2.5, TemperatureScaling.ofSigmoid(logits, positive), 0.1);
    }

    @Test
    void noOtherTemperatureIsMoreLikely() {
        float[][] logits = Reference.sevenLogits();
        int[] labels = Reference.sevenLabels();
        double best = TemperatureScaling.ofSoftmax(logits, labels);
        double least = TemperatureScaling.nllOfSoftmax(logits, labels, best);
        for (double factor : new double[] {0.2, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 5}) {
            assertTrue(TemperatureScaling.nllOfSoftmax(logits, labels, best * factor) > least);
        }
    }

    @Test
    void twoClassesOfSoftmaxAreASigmoid() {
        float[] one = Reference.logits();
        boolean[] positive = Reference.positive();
        float[][] two = new float[one.length][];
        int[] labels = new int[one.length];
        for (int i = 0; i < one.length; i++) {
            two[i] = new float[] {0, one[i]};
            labels[i] = positive[i] ? 1 : 0;
        }
        assertEquals(TemperatureScaling.ofSigmoid(one, positive), TemperatureScaling.ofSoftmax(two, labels), 1e-9);
    }

    @Test
    void answersThatAreAllRightOrAllWrongStopAtTheEnds() {
        float[] logits = {-3, -1, 2, 4};
        assertEquals(TemperatureScaling.LOWEST, TemperatureScaling.ofSigmoid(logits, Reference.flags("0011")), 1e-6);
        assertEquals(TemperatureScaling.HIGHEST, TemperatureScaling.ofSigmoid(logits, Reference.flags("1100")), 1e-6);
        assertEquals(1, TemperatureScaling.ofSigmoid(new float[4], Reference.flags("0011")));
        assertEquals(1, TemperatureScaling.ofSigmoid(new float[0], new boolean[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> TemperatureScaling.ofSigmoid(new float[] {Float.NaN}, new boolean[1]));
    }

    @Test
    void hugeLogitsStayFinite() {
        float[] logits = {1e4f, -1e4f, 1e4f};
        boolean[] positive = {true, false, false};
        double temperature = TemperatureScaling.ofSigmoid(logits, positive);
        assertEquals(TemperatureScaling.HIGHEST, temperature, 1e-6);
        assertTrue(Double.isFinite(TemperatureScaling.nllOfSigmoid(logits, positive, temperature)));
        double[] p = TemperatureScaling.softmax(new float[] {1e4f, 0, -1e4f}, 1);
        assertEquals(1, p[0] + p[1] + p[2], 1e-12);
    }

    @Test
    void aThresholdReachesTheSensitivityItWasChosenForAndNoHigherOneDoes() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] scores = random.doubles(60)
                    .map(d -> random.nextBoolean() ? d : Math.rint(d * 10) / 10)
                    .toArray();
            boolean[] positive = new boolean[60];
            for (int i = 0; i < 60; i++) {
                positive[i] = i == 0 || (i > 1 && random.nextInt(3) == 0);
            }
            double wanted = 0.5 + random.nextInt(6) * 0.1;
            Thresholds.Choice choice =
                    Thresholds.forSensitivity(scores, positive, wanted).orElseThrow();
            BinaryCounts counts = BinaryCounts.at(choice.value(), scores, positive);
            assertTrue(counts.recall() >= wanted - 1e-12);
            assertEquals(choice.sensitivity(), counts.recall(), 1e-12);
            assertEquals(choice.specificity(), counts.specificity(), 1e-12);
            for (double score : scores) {
                if (score > choice.value()
                        && BinaryCounts.at(score, scores, positive).recall() >= wanted - 1e-12) {
                    assertEquals(counts, BinaryCounts.at(score, scores, positive));
                }
            }
        }
    }

    @Test
    void theBestBalancedAccuracyOfAllThresholdsIsFound() {
        double[] scores = Reference.scores();
        boolean[] positive = Reference.positive();
        Thresholds.Choice choice =
                Thresholds.forBalancedAccuracy(scores, positive).orElseThrow();
        double best = BinaryCounts.at(choice.value(), scores, positive).balancedAccuracy();
        for (double threshold : scores) {
            assertTrue(BinaryCounts.at(threshold, scores, positive).balancedAccuracy() <= best + 1e-12);
        }
        assertEquals(best, (choice.sensitivity() + choice.specificity()) / 2, 1e-12);
    }

    @Test
    void withoutAPositiveThereIsNoThreshold() {
        assertEquals(Optional.empty(), Thresholds.forSensitivity(new double[] {0.1, 0.2}, new boolean[2], 0.9));
        assertEquals(Optional.empty(), Thresholds.forBalancedAccuracy(new double[] {0.1, 0.2}, new boolean[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Thresholds.forSensitivity(new double[] {0.1}, new boolean[1], 1.5));
    }
}
