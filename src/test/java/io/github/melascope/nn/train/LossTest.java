package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LossTest {
    private static final float[] LOGITS = {2f, -1f, 0.5f, 0.1f, 0.2f, 0.3f};
    private static final int[] LABELS = {0, 2};

    @Test
    void equalsTorchsCrossEntropy() {
        // torch.nn.functional.cross_entropy(tensor([[2,-1,.5],[.1,.2,.3]]), tensor([0,2]), ...) in float64, torch 1.13.
        float[] ones = {1, 1, 1};
        assertEquals(0.621627072, new Loss(0, 0, ones).of(LOGITS, 3, LABELS, new float[6]), 1e-6);
        assertEquals(0.701627072, new Loss(0, 0.1, ones).of(LOGITS, 3, LABELS, new float[6]), 1e-6);
    }

    @Test
    void aSingleOutputIsASigmoid() {
        float[] gradient = new float[2];
        double loss = new Loss(0, 0, new float[] {1, 3}).of(new float[] {0.7f, -0.2f}, 1, new int[] {1, 0}, gradient);
        // binary_cross_entropy_with_logits with pos_weight 3, mean: (3 · log(1 + e^−0.7) + log(1 + e^−0.2)) / 2.
        double expected = (3 * Math.log1p(Math.exp(-0.7)) + Math.log1p(Math.exp(-0.2))) / 2;
        assertEquals(expected, loss, 1e-6);
        assertEquals(3 * (1 / (1 + Math.exp(-0.7)) - 1) / 2, gradient[0], 1e-6);
    }

    @Test
    void focalLossIsItsFormula() {
        // Lin et al., eq. 5, by hand for p = softmax([0, 0])[0] = 0.5: (1 − 0.5)² · ln 2.
        double loss = new Loss(2, 0, new float[] {1, 1}).of(new float[] {0, 0}, 2, new int[] {0}, new float[2]);
        assertEquals(0.25 * Math.log(2), loss, 1e-12);
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int outputs = round % 3 == 0 ? 1 : 4;
            int classes = Math.max(2, outputs);
            float[] weights = new float[classes];
            for (int c = 0; c < classes; c++) {
                weights[c] = 0.2f + random.nextFloat();
            }
            float[] priors = new float[classes];
            for (int c = 0; c < classes && round % 7 == 0; c++) {
                priors[c] = -3 * random.nextFloat();
            }
            Loss loss =
                    new Loss(round % 2 == 0 ? 0 : 2 * random.nextDouble(), round % 5 == 0 ? 0.1 : 0, weights, priors);
            float[] logits = new float[3 * outputs];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) (2 * random.nextGaussian());
            }
            int[] labels = {random.nextInt(classes), random.nextInt(classes), random.nextInt(classes)};
            float[] gradient = new float[logits.length];
            loss.of(logits, outputs, labels, gradient);
            for (int i = 0; i < logits.length; i++) {
                float step = 1e-2f;
                float[] up = logits.clone();
                float[] down = logits.clone();
                up[i] += step;
                down[i] -= step;
                double slope = (loss.of(up, outputs, labels, new float[logits.length])
                                - loss.of(down, outputs, labels, new float[logits.length]))
                        / ((double) up[i] - down[i]);
                assertEquals(slope, gradient[i], 2e-4, "round " + round);
            }
        }
    }

    @Test
    void logitAdjustmentAsksRareClassesToWinByMore() {
        // Equal logits, shares of ¼ and ¾: the adjusted softmax is the shares themselves.
        float[] ones = {1, 1};
        float[] priors = {(float) Math.log(0.25), (float) Math.log(0.75)};
        Loss loss = new Loss(0, 0, ones, priors);
        assertEquals(-Math.log(0.25), loss.of(new float[] {2, 2}, 2, new int[] {0}, new float[2]), 1e-6);
        assertEquals(-Math.log(0.75), loss.of(new float[] {2, 2}, 2, new int[] {1}, new float[2]), 1e-6);
        assertEquals(-Math.log(0.25), loss.of(new float[] {0}, 1, new int[] {0}, new float[1]), 1e-6);
    }

    @Test
    void staysFiniteForExtremeLogits() {
        float[] gradient = new float[2];
        double loss = new Loss(2, 0, new float[] {1, 1}).of(new float[] {500, -500}, 1, new int[] {0, 1}, gradient);
        assertTrue(Double.isFinite(loss) && Float.isFinite(gradient[0]) && Float.isFinite(gradient[1]));
        assertTrue(gradient[0] > 0 && gradient[1] < 0);
    }

    @Test
    void mixupBlendsLossAndGradientOfBothLabels() {
        // eq. 1 of Zhang et al. for unit weights: λ of the one label's loss and 1 − λ of the other's, for the same
        // logits.
        float[] ones = {1, 1, 1};
        Loss loss = new Loss(1.5, 0.1, ones);
        float[] mixed = new float[6];
        double value = loss.of(LOGITS, 3, LABELS, new Mixup(new float[] {0.7f, 0.6f}), mixed);
        float[] first = new float[6];
        float[] second = new float[6];
        double own = loss.of(LOGITS, 3, LABELS, first);
        double other = loss.of(LOGITS, 3, new int[] {LABELS[1], LABELS[0]}, second);
        assertTrue(value > Math.min(own, other) && value < Math.max(own, other));
        for (int i = 0; i < 6; i++) {
            float share = i < 3 ? 0.7f : 0.6f;
            assertEquals(share * first[i] + (1 - share) * second[i], mixed[i], 1e-6);
        }
    }

    @Test
    void mixupSharesFollowBeta() {
        float[] own = Mixup.of(20_000, 0.4, 1, 2).own();
        double sum = 0;
        double squares = 0;
        for (float share : own) {
            assertTrue(share >= 0.5 && share <= 1);
            sum += 4 * (share - 0.5) * (share - 0.5);
            squares += share == 1 ? 1 : 0;
        }
        // (2λ − 1)² has the mean 1 / (2α + 1) for Beta(α, α), whose variance is 1 / (4 (2α + 1)).
        assertEquals(1 / 1.8, sum / own.length, 0.01);
        assertTrue(squares < own.length / 100.0);
        assertTrue(Mixup.of(8, 0, 1, 2).isPlain());
    }
}
