package io.github.melascope.nn.infer;

/**
 * A normal distribution of feature vectors, and how far a vector lies from its middle: Mahalanobis' distance. Its inverse
 * covariance is kept as its lower triangular factor L with Lᵀ L = Σ⁻¹, row by row, so that the squared distance is |L (x − μ)|².
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
record Gaussian(float[] mean, float[] factor) {
    /** Share of the mean variance that is added to each direction, so that directions without any do not decide. */
    private static final double SHRINKAGE = 1e-3;

    Gaussian {
        int n = mean.length;
        if (factor.length != n * (n + 1) / 2) {
            throw new IllegalArgumentException(factor.length + " values are no factor of " + n + " features");
        }
    }

    /** @param rows [vectors][features], at least two */
    static Gaussian fit(float[][] rows) {
        int n = rows[0].length;
        double[] mean = new double[n];
        for (float[] row : rows) {
            for (int i = 0; i < n; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] /= rows.length;
        }
        return new Gaussian(floats(mean), packed(inverseFactor(covariance(rows, mean))));
    }

    /** Its lower half. */
    private static double[][] covariance(float[][] rows, double[] mean) {
        int n = mean.length;
        double[][] covariance = new double[n][];
        for (int i = 0; i < n; i++) {
            covariance[i] = new double[i + 1];
        }
        double[] centred = new double[n];
        for (float[] row : rows) {
            for (int i = 0; i < n; i++) {
                centred[i] = row[i] - mean[i];
            }
            for (int i = 0; i < n; i++) {
                double value = centred[i];
                double[] line = covariance[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += value * centred[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= rows.length;
            }
            trace += covariance[i][i];
        }
        double ridge = Math.max(SHRINKAGE * trace / n, Float.MIN_NORMAL); // vectors that do not differ have no variance
        for (int i = 0; i < n; i++) {
            covariance[i][i] += ridge;
        }
        return covariance;
    }

    /** The inverse of Cholesky's factor C with C Cᵀ = Σ: lower triangular, overwriting {@code matrix}. */
    private static double[][] inverseFactor(double[][] matrix) {
        int n = matrix.length;
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] line = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double weight = matrix[i][k];
                for (int j = 0; j <= k; j++) {
                    line[j] -= weight * inverse[k][j];
                }
            }
            for (int j = 0; j < i; j++) {
                line[j] /= matrix[i][i];
            }
            line[i] = 1 / matrix[i][i];
            inverse[i] = line;
        }
        return inverse;
    }

    private static float[] packed(double[][] lower) {
        int n = lower.length;
        float[] packed = new float[n * (n + 1) / 2];
        int at = 0;
        for (double[] line : lower) {
            for (double value : line) {
                packed[at++] = (float) value;
            }
        }
        return packed;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The squared distance, at least 0; its mean over the distribution is about the number of features. */
    double squaredDistance(float[] vector) {
        float[] centred = new float[mean.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = vector[i] - mean[i];
        }
        double squares = 0;
        int at = 0;
        for (int i = 0; i < centred.length; i++) {
            float sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += factor[at + j] * centred[j];
            }
            at += i + 1;
            squares += (double) sum * sum;
        }
        return squares;
    }
}
