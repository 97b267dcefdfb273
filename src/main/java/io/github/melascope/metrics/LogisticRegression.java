package io.github.melascope.metrics;

/**
 * Logistic regression on a few standardised features, by Newton's method with a little ridge, so that it always ends in one
 * place (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4).
 */
public final class LogisticRegression {
    private static final double RIDGE = 1e-3;
    private static final int STEPS = 50;

    private final double[] means;
    private final double[] deviations;
    /** The intercept first. */
    private final double[] weights;

    private LogisticRegression(double[] means, double[] deviations, double[] weights) {
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
    }

    /**
     * Fits.
     *
     * @param features [cases][features], at least one case
     */
    public static LogisticRegression fit(double[][] features, boolean[] positive) {
        Indices.sameLength(features.length, positive.length);
        int n = features.length;
        int d = features[0].length;
        double[] means = new double[d];
        double[] deviations = new double[d];
        for (int j = 0; j < d; j++) {
            for (double[] row : features) {
                means[j] += row[j] / n;
            }
            for (double[] row : features) {
                deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / n;
            }
            deviations[j] = deviations[j] > 0 ? Math.sqrt(deviations[j]) : 1;
        }
        LogisticRegression model = new LogisticRegression(means, deviations, new double[d + 1]);
        for (int step = 0; step < STEPS && model.newton(features, positive) > 1e-9; step++) {}
        return model;
    }

    /** One step; how far the weights went. */
    private double newton(double[][] features, boolean[] positive) {
        int d = weights.length;
        double[][] hessian = new double[d][d];
        double[] gradient = new double[d];
        for (int i = 0; i < features.length; i++) {
            double[] x = standardised(features[i]);
            double p = TemperatureScaling.sigmoid(sum(x));
            double weight = p * (1 - p) / features.length;
            for (int j = 0; j < d; j++) {
                gradient[j] += ((positive[i] ? 1 : 0) - p) * x[j] / features.length;
                for (int k = 0; k < d; k++) {
                    hessian[j][k] += weight * x[j] * x[k];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            hessian[j][j] += RIDGE;
            gradient[j] -= RIDGE * weights[j];
        }
        double[] step = LinearSystem.solve(hessian, gradient);
        double far = 0;
        for (int j = 0; j < d; j++) {
            weights[j] += step[j];
            far = Math.max(far, Math.abs(step[j]));
        }
        return far;
    }

    private double[] standardised(double[] row) {
        double[] x = new double[weights.length];
        x[0] = 1;
        for (int j = 0; j < row.length; j++) {
            x[j + 1] = (row[j] - means[j]) / deviations[j];
        }
        return x;
    }

    private double sum(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += weights[j] * x[j];
        }
        return sum;
    }

    /** The probability of the positive class, 0 … 1. */
    public double probability(double[] row) {
        return TemperatureScaling.sigmoid(sum(standardised(row)));
    }
}
