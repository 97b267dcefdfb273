package io.github.melascope.metrics;

/**
 * Logistic regression on a few standardised features, by Newton's method with a little ridge, so that it always ends in one
 * place (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4).
 */
public final class LogisticRegression {
    private static final double RIDGE = 1e-3;
    private static final int STEPS = 50;

    private static final int HALVINGS = 30;

    private final double[] means;
    private final double[] deviations;
    private final double ridge;
    /** The intercept first. */
    private final double[] weights;

    private LogisticRegression(double[] means, double[] deviations, double ridge) {
        this.means = means;
        this.deviations = deviations;
        this.ridge = ridge;
        this.weights = new double[means.length + 1];
    }

    /**
     * Fits.
     *
     * @param features [cases][features], at least one case
     */
    public static LogisticRegression fit(double[][] features, boolean[] positive) {
        return fit(features, positive, RIDGE);
    }

    /**
     * Fits.
     *
     * @param ridge penalty on the squares of the standardised weights, above 0; the less, the nearer to the likelihood alone
     */
    static LogisticRegression fit(double[][] features, boolean[] positive, double ridge) {
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
        LogisticRegression model = new LogisticRegression(means, deviations, ridge);
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
            hessian[j][j] += ridge;
            gradient[j] -= ridge * weights[j];
        }
        return go(LinearSystem.solve(hessian, gradient), features, positive);
    }

    /** A full step may lead uphill where cases lie far out; half of it, or less, does not. */
    private double go(double[] step, double[][] features, boolean[] positive) {
        double[] from = weights.clone();
        double before = loss(features, positive);
        double scale = 1;
        for (int half = 0; half < HALVINGS; half++, scale /= 2) {
            double far = 0;
            for (int j = 0; j < step.length; j++) {
                weights[j] = from[j] + scale * step[j];
                far = Math.max(far, Math.abs(scale * step[j]));
            }
            if (loss(features, positive) <= before + 1e-12) {
                return far;
            }
        }
        System.arraycopy(from, 0, weights, 0, from.length);
        return 0;
    }

    /** What is made small: mean negative log-likelihood and the ridge's penalty. */
    private double loss(double[][] features, boolean[] positive) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            double z = sum(standardised(features[i]));
            double wrong = positive[i] ? -z : z;
            sum += Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
        }
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return sum / features.length + ridge * squares / 2;
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

    /** The intercept, then the weight of each feature as it was given, not standardised. */
    double[] weights() {
        double[] plain = weights.clone();
        for (int j = 0; j < means.length; j++) {
            plain[j + 1] /= deviations[j];
            plain[0] -= plain[j + 1] * means[j];
        }
        return plain;
    }
}
