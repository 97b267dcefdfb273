package io.github.melascope.metrics;

/** Small dense systems of equations. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves A x = b by Cholesky's decomposition.
     *
     * @param matrix symmetric and positive definite; its lower half is overwritten
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
            if (!(matrix[j][j] > 0)) {
                throw new IllegalArgumentException("the matrix is not positive definite");
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
