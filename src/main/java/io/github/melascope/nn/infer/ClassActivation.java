package io.github.melascope.nn.infer;

import io.github.melascope.lesion.HeatMap;

/**
 * Class activation mapping: a weighted sum of a feature map's channels, ReLU, scaled to 0 … 1. The methods differ in the
 * one function that weighs a channel.
 */
abstract class ClassActivation {
    static ClassActivation of(HeatMap.Method method) {
        return switch (method) {
            case GRAD_CAM -> new GradCam();
            case GRAD_CAM_PLUS_PLUS -> new GradCamPlusPlus();
            case HIRES_CAM -> new HiResCam();
        };
    }

    /**
     * The weight of each position of one channel.
     *
     * @param map activations; the channel lies at {@code start} … {@code start + weights.length − 1}
     * @param gradient of the logit, laid out as {@code map}
     * @param weights to be filled
     */
    abstract void weigh(float[] map, float[] gradient, int start, double[] weights);

    /** The map in 0 … 1, side × side, row by row; all 0 when nothing speaks for the class. */
    final float[] map(FeatureGradient feature) {
        int area = feature.side() * feature.side();
        double[] sums = new double[area];
        double[] weights = new double[area];
        for (int c = 0; c < feature.channels(); c++) {
            weigh(feature.map(), feature.gradient(), c * area, weights);
            for (int i = 0; i < area; i++) {
                sums[i] += weights[i] * feature.map()[c * area + i];
            }
        }
        return scaled(sums);
    }

    /** ReLU, then divided by the largest value where there is a positive and finite one. */
    private static float[] scaled(double[] sums) {
        double largest = 0;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        float[] values = new float[sums.length];
        if (largest > 0 && largest < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.max(sums[i], 0) / largest);
            }
        }
        return values;
    }

    /** Selvaraju et al., ICCV 2017, eqs. 1 and 2: the mean gradient weighs the channel. */
    private static final class GradCam extends ClassActivation {
        @Override
        void weigh(float[] map, float[] gradient, int start, double[] weights) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += gradient[start + i];
            }
            java.util.Arrays.fill(weights, sum / weights.length);
        }
    }

    /** Draelos and Carin, arXiv 2011.08891, section 3: each position is weighed by its own gradient. */
    private static final class HiResCam extends ClassActivation {
        @Override
        void weigh(float[] map, float[] gradient, int start, double[] weights) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = gradient[start + i];
            }
        }
    }

    /**
     * Chattopadhay et al., WACV 2018, eqs. 5 and 19 for Y = exp(logit): with gradient g and the channel's sum S the weight
     * is Σ ReLU(g)·g² / (2 g² + S·g³), so each position with g &gt; 0 adds g / (2 + S·g). The factor exp(logit) is common to
     * all channels and goes away when the map is scaled, so this is what implementations on the bare logit compute too,
     * without the small constant that some add to the denominator. The paper's features are rectified; stage 13's are not,
     * and there a negative sum would let the denominator cross zero, so S is held at 0 or more.
     */
    private static final class GradCamPlusPlus extends ClassActivation {
        @Override
        void weigh(float[] map, float[] gradient, int start, double[] weights) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += map[start + i];
            }
            double rectified = Math.max(sum, 0);
            double weight = 0;
            for (int i = 0; i < weights.length; i++) {
                double g = gradient[start + i];
                weight += g > 0 ? g / (2 + rectified * g) : 0;
            }
            java.util.Arrays.fill(weights, weight);
        }
    }
}
