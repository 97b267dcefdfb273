package io.github.melascope.metrics;

import java.util.function.DoubleUnaryOperator;

/**
 * Temperature scaling (Guo et al., ICML 2017, section 4.2): all logits are divided by one number T > 0, fitted on
 * validation so that the negative log-likelihood is least. It never changes which class is first, nor an AUC.
 *
 * <p>The likelihood is convex in 1 / T, so its slope has one sign change, which bisection cannot miss. Where it has none
 * (all answers right, or worse than chance) T stops at {@link #LOWEST} or {@link #HIGHEST}.
 */
public final class TemperatureScaling {
    public static final double LOWEST = 0.05;
    public static final double HIGHEST = 20;

    private TemperatureScaling() {}

    /**
     * @param logits one a case, of the positive class
     * @return T in {@link #LOWEST} … {@link #HIGHEST}; 1 for no case
     */
    public static double ofSigmoid(float[] logits, boolean[] positive) {
        Indices.sameLength(logits.length, positive.length);
        return solve(
                beta -> {
                    double slope = 0;
                    for (int i = 0; i < logits.length; i++) {
                        slope += logits[i] * (sigmoid(beta * logits[i]) - (positive[i] ? 1 : 0));
                    }
                    return slope;
                },
                logits.length);
    }

    /**
     * @param logits [cases][classes]
     * @param labels index of the true class of each case
     * @return T in {@link #LOWEST} … {@link #HIGHEST}; 1 for no case
     */
    public static double ofSoftmax(float[][] logits, int[] labels) {
        Indices.sameLength(logits.length, labels.length);
        return solve(
                beta -> {
                    double slope = 0;
                    for (int i = 0; i < logits.length; i++) {
                        double[] p = softmax(logits[i], 1 / beta);
                        for (int c = 0; c < p.length; c++) {
                            slope += logits[i][c] * (p[c] - (c == labels[i] ? 1 : 0));
                        }
                    }
                    return slope;
                },
                logits.length);
    }

    /** Where the slope of the likelihood over 1 / T, which never falls, passes 0. */
    private static double solve(DoubleUnaryOperator slope, int cases) {
        if (cases == 0 || slope.applyAsDouble(1) == 0) {
            return 1;
        }
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        for (int step = 0; step < 80; step++) {
            double middle = Math.sqrt(low * high);
            double s = slope.applyAsDouble(middle);
            if (Double.isNaN(s)) {
                throw new IllegalArgumentException("a logit is not a number");
            }
            if (s > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 1 / Math.sqrt(low * high);
    }

    /** {@code 1 / (1 + e^−x)}. */
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Probabilities of the classes, sum 1. */
    public static double[] softmax(float[] logits, double temperature) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double[] p = new double[logits.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp((logits[c] - max) / temperature);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** Mean negative log-likelihood of sigmoid answers, in nats. */
    public static double nllOfSigmoid(float[] logits, boolean[] positive, double temperature) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double z = (positive[i] ? -logits[i] : logits[i]) / temperature;
            sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum / logits.length;
    }

    /** Mean negative log-likelihood of softmax answers, in nats. */
    public static double nllOfSoftmax(float[][] logits, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (float logit : logits[i]) {
                max = Math.max(max, logit);
            }
            double total = 0;
            for (float logit : logits[i]) {
                total += Math.exp((logit - max) / temperature);
            }
            sum += Math.log(total) - (logits[i][labels[i]] - max) / temperature;
        }
        return sum / logits.length;
    }
}
