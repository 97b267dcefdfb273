package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The teachers' part of the loss. */
class DistilledLossTest {
    private static final int ROWS = 4;
    private static final int[] LABELS = {0, 1, 1, 0};
    private static final Mixup MIXUP = Mixup.of(ROWS, 0.4, 3, 1);

    private static float[] logits(int outputs, Random random) {
        float[] logits = new float[ROWS * outputs];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (2 * random.nextGaussian());
        }
        return logits;
    }

    private static Loss loss(int outputs, Random random) {
        int classes = Math.max(2, outputs);
        float[] weights = new float[classes];
        float[] priors = new float[classes];
        for (int c = 0; c < classes; c++) {
            weights[c] = 0.2f + random.nextFloat();
            priors[c] = -random.nextFloat();
        }
        return new Loss(1, 0.05, weights, priors);
    }

    @Test
    void oneRowIsTheFormulaByHand() {
        // Logits (2, 0) and T = 2 give p = (0.7310586, 0.2689414), the teachers' (0, 2) the same the other way round:
        // KL = (0.7310586 − 0.2689414) · ln(0.7310586 / 0.2689414) = 0.4621172 · 1. Times T²: 1.8484686.
        SoftTargets soft = SoftTargets.of(List.of(new float[] {0, 2}), 2, new Distillation(1, 1, 2));
        float[] gradient = new float[2];
        Loss loss = new Loss(0, 0, new float[] {5, 5});
        Mixup plain = Mixup.of(1, 0, 0, 0);
        double value = loss.of(new float[] {2, 0}, 2, new int[] {0}, plain, soft, gradient);
        assertEquals(1.8484686, value, 1e-6);
        assertArrayEquals(new float[] {0.9242343f, -0.9242343f}, gradient, 1e-6f); // T (p − q)
        // A quarter of it, and three quarters of the label's 5 · ln(1 + e^−2) = 0.6346400.
        SoftTargets quarter = new SoftTargets(soft.probabilities(), 0.25, 2);
        assertEquals(
                0.25 * 1.8484686 + 0.75 * 0.6346400,
                loss.of(new float[] {2, 0}, 2, new int[] {0}, plain, quarter, gradient),
                1e-6);
    }

    @Test
    void teachersAreAveragedAsProbabilities() {
        // sigmoid(4 / 4) = 0.7310586 and sigmoid(−8 / 4) = 0.1192029, mean 0.4251308.
        List<float[]> logits = List.of(new float[] {4}, new float[] {-8});
        SoftTargets soft = SoftTargets.of(logits, 1, new Distillation(2, 0.5, 4));
        assertArrayEquals(new double[] {0.5748692, 0.4251308}, soft.probabilities(), 1e-6);
        // ln 3, 0, 0: softmax (3, 1, 1) / 5; and three equal ones.
        List<float[]> three = List.of(new float[] {(float) Math.log(3), 0, 0}, new float[3]);
        assertArrayEquals(
                new double[] {0.6 / 2 + 1 / 6.0, 0.1 + 1 / 6.0, 0.1 + 1 / 6.0},
                SoftTargets.of(three, 3, new Distillation(2, 0.5, 1)).probabilities(),
                1e-6);
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            int outputs = round % 2 == 0 ? 1 : 7;
            Loss loss = loss(outputs, random);
            Distillation how = new Distillation(2, random.nextDouble(), 1 + 3 * random.nextDouble());
            SoftTargets soft = SoftTargets.of(List.of(logits(outputs, random), logits(outputs, random)), outputs, how);
            float[] logits = logits(outputs, random);
            float[] gradient = new float[logits.length];
            loss.of(logits, outputs, LABELS, MIXUP, soft, gradient);
            for (int i = 0; i < logits.length; i++) {
                float[] up = logits.clone();
                float[] down = logits.clone();
                up[i] += 1e-2f;
                down[i] -= 1e-2f;
                double slope = (loss.of(up, outputs, LABELS, MIXUP, soft, new float[logits.length])
                                - loss.of(down, outputs, LABELS, MIXUP, soft, new float[logits.length]))
                        / ((double) up[i] - down[i]);
                assertEquals(slope, gradient[i], 2e-4, "round " + round);
            }
        }
    }

    @Test
    void aStudentThatSaysWhatItsTeacherSaysHasNothingToLearn() {
        Random random = new Random(6);
        for (int outputs : new int[] {1, 7}) {
            float[] logits = logits(outputs, random);
            SoftTargets soft = SoftTargets.of(List.of(logits), outputs, new Distillation(1, 1, 2));
            float[] gradient = new float[logits.length];
            assertEquals(0, loss(outputs, random).of(logits, outputs, LABELS, MIXUP, soft, gradient), 1e-12);
            assertArrayEquals(new float[logits.length], gradient, 1e-12f);
        }
    }

    @Test
    void teachersWithoutWeightChangeNothing() {
        Random random = new Random(7);
        for (int outputs : new int[] {1, 7}) {
            Loss loss = loss(outputs, random);
            float[] logits = logits(outputs, random);
            SoftTargets soft = SoftTargets.of(List.of(logits(outputs, random)), outputs, new Distillation(1, 0, 2));
            float[] plain = new float[logits.length];
            float[] distilled = new float[logits.length];
            double value = loss.of(logits, outputs, LABELS, MIXUP, plain);
            assertEquals(value, loss.of(logits, outputs, LABELS, MIXUP, soft, distilled));
            assertArrayEquals(plain, distilled);
            assertEquals(value, loss.of(logits, outputs, LABELS, MIXUP, SoftTargets.NONE, distilled));
            assertArrayEquals(plain, distilled);
        }
    }

    @Test
    void staysFiniteForExtremeLogits() {
        float[] gradient = new float[2];
        SoftTargets soft = SoftTargets.of(List.of(new float[] {-5000, 5000}), 1, new Distillation(1, 0.5, 1));
        Loss loss = new Loss(2, 0, new float[] {1, 1});
        double value = loss.of(new float[] {5000, -5000}, 1, new int[] {0, 1}, Mixup.of(2, 0, 0, 0), soft, gradient);
        assertTrue(Double.isFinite(value) && gradient[0] > 0 && gradient[1] < 0);
    }
}
