package io.github.melascope.nn.infer;

import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.util.Map;

/**
 * The dense layers on top of the embedding in plain Java: Linear(1280 → H), ReLU, Linear(H → outputs); no dropout. Its
 * derivative is short enough to write down, so that explaining at the last map needs no automatic differentiation.
 */
public final class Head {
    private final float[] hiddenWeight;
    private final float[] hiddenBias;
    private final float[] outputWeight;
    private final float[] outputBias;

    /** @throws IllegalArgumentException when {@code tensors} do not fit the architecture */
    public Head(Architecture architecture, Map<String, Tensor> tensors) {
        WeightTable weights = new WeightTable(architecture, tensors);
        hiddenWeight = weights.values(Architecture.HEAD_HIDDEN + ".weight");
        hiddenBias = weights.values(Architecture.HEAD_HIDDEN + ".bias");
        outputWeight = weights.values(Architecture.HEAD_OUTPUT + ".weight");
        outputBias = weights.values(Architecture.HEAD_OUTPUT + ".bias");
    }

    /** The logits of an embedding. */
    public float[] logits(float[] embedding) {
        double[] hidden = linear(hiddenWeight, hiddenBias, embedding);
        float[] logits = new float[outputBias.length];
        for (int c = 0; c < logits.length; c++) {
            double sum = outputBias[c];
            for (int j = 0; j < hidden.length; j++) {
                sum += (double) outputWeight[c * hidden.length + j] * Math.max(hidden[j], 0);
            }
            logits[c] = (float) sum;
        }
        return logits;
    }

    /** The gradient of logit {@code output} with respect to the embedding: W₁ᵀ (1[h &gt; 0] ∘ W₂[output]), length 1280. */
    public float[] gradient(float[] embedding, int output) {
        double[] hidden = linear(hiddenWeight, hiddenBias, embedding);
        double[] gradient = new double[embedding.length];
        for (int j = 0; j < hidden.length; j++) {
            if (hidden[j] > 0) {
                double weight = outputWeight[output * hidden.length + j];
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += weight * hiddenWeight[j * gradient.length + i];
                }
            }
        }
        float[] rounded = new float[gradient.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) gradient[i];
        }
        return rounded;
    }

    private static double[] linear(float[] weight, float[] bias, float[] input) {
        double[] sums = new double[bias.length];
        for (int j = 0; j < sums.length; j++) {
            double sum = bias[j];
            for (int i = 0; i < input.length; i++) {
                sum += (double) weight[j * input.length + i] * input[i];
            }
            sums[j] = sum;
        }
        return sums;
    }
}
