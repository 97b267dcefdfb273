package io.github.melascope.nn.infer;

import io.github.melascope.nn.arch.ConvUnit;

/**
 * A convolution that has swallowed its batch normalisation: with running mean m and variance v,
 * {@code γ·(w∗x − m)/√(v + ε) + β = (γ/√(v + ε))·w∗x + (β − γ·m/√(v + ε))}. Computed in double, rounded once.
 *
 * @param unit what it was
 * @param weight shape [out, in / groups, kernel, kernel]
 * @param bias shape [out]
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
record FoldedUnit(ConvUnit unit, float[] weight, float[] bias) {
    static FoldedUnit of(ConvUnit unit, WeightTable weights) {
        float[] kernel = weights.values(unit.conv() + ".weight");
        float[] gamma = weights.values(unit.norm() + ".weight");
        float[] beta = weights.values(unit.norm() + ".bias");
        float[] mean = weights.values(unit.norm() + ".running_mean");
        float[] variance = weights.values(unit.norm() + ".running_var");
        double epsilon = weights.architecture().convention().epsilon();
        float[] weight = new float[kernel.length];
        float[] bias = new float[unit.out()];
        int row = kernel.length / unit.out();
        for (int o = 0; o < bias.length; o++) {
            double scale = gamma[o] / Math.sqrt(variance[o] + epsilon);
            for (int i = o * row; i < (o + 1) * row; i++) {
                weight[i] = (float) (scale * kernel[i]);
            }
            bias[o] = (float) (beta[o] - scale * mean[o]);
        }
        return new FoldedUnit(unit, weight, bias);
    }

    /** Of a 1 × 1 convolution: the kernel that carries a gradient back, shape [in, out, 1, 1]. */
    float[] transposed() {
        float[] turned = new float[weight.length];
        for (int o = 0; o < unit.out(); o++) {
            for (int i = 0; i < unit.in(); i++) {
                turned[i * unit.out() + o] = weight[o * unit.in() + i];
            }
        }
        return turned;
    }

    /** Of a depthwise convolution: each channel's kernel turned by 180°, shape [out, 1, kernel, kernel]. */
    float[] turned() {
        int area = unit.kernel() * unit.kernel();
        float[] turned = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            int channel = i / area;
            turned[i] = weight[channel * area + area - 1 - i % area];
        }
        return turned;
    }
}
