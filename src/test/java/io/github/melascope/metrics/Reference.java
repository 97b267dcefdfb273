package io.github.melascope.metrics;

/**
 * Small arrays and what scikit-learn 1.2.1 (NumPy 1.24.2, SciPy 1.10.1, Python 3.11) says of them. Made once with
 * {@code numpy.random.RandomState(7)}: forty rounded scores with ties, thirty rows of seven rounded logits. The figures
 * come from sklearn.metrics (roc_auc_score, average_precision_score, brier_score_loss, balanced_accuracy_score, …); ECE
 * from the definition in NumPy; temperatures from scipy.optimize.minimize_scalar over sklearn.metrics.log_loss.
 */
final class Reference {
    private Reference() {}

    static float[] logits() {
        return new float[] {
            -5f, -3.2f, -4.8f, 3.2f, 4f, -2.2f, 1.4f, 0.6f, 3f, -3.4f, -6.4f, -6.6f, 2.4f, 8f, 2f, -2.8f, 7f, -0.4f,
            -0.8f, 2f, -1.6f, -2.2f, -3.2f, 0.4f, -1.4f, 4.8f, -2.4f, -7f, -1.4f, 3.8f, 0f, -3.8f, -2.4f, -4.4f, 0.2f,
            -4.8f, 3.2f, 0.4f, -0.8f, 5.6f
        };
    }

    static double[] scores() {
        return new double[] {
            0.08, 0.17, 0.08, 0.83, 0.88, 0.25, 0.67, 0.57, 0.82, 0.15, 0.04, 0.04, 0.77, 0.98, 0.73, 0.2, 0.97, 0.45,
            0.4, 0.73, 0.31, 0.25, 0.17, 0.55, 0.33, 0.92, 0.23, 0.03, 0.33, 0.87, 0.5, 0.13, 0.23, 0.1, 0.52, 0.08,
            0.83, 0.55, 0.4, 0.94
        };
    }

    static boolean[] positive() {
        return flags("1000000110001110100100100100001010100101");
    }

    static int[] sevenLabels() {
        return "012345656215164104651543415601".chars().map(c -> c - '0').toArray();
    }

    static float[][] sevenLogits() {
        return new float[][] {
            {4.4f, -0.1f, 0.2f, 3.2f, -0.8f, -2.4f, -0.8f},
            {2.5f, 0.5f, 0.7f, 0.7f, 2.6f, 2.8f, -0.5f},
            {-4.6f, 2.5f, -0f, -0.1f, 2.4f, 5.4f, -3.4f},
            {-0.2f, 0.7f, 0f, 5.9f, 2.8f, -2.4f, 0.6f},
            {1.2f, -0.3f, 2.6f, -2f, -1.6f, -1.5f, 2.6f},
            {0.2f, 1.9f, 0.7f, -4.1f, 0.4f, 3.3f, -1.8f},
            {0.1f, 0.8f, -0.4f, -1.1f, -0.8f, -0.6f, 1.7f},
            {2.4f, -0.6f, 2.1f, -4.1f, 3.9f, 1f, 1.4f},
            {2.3f, -1.7f, 1.1f, -1.8f, -2.8f, 0.3f, 3.3f},
            {4.4f, 1.4f, 6.5f, -1.1f, 2.7f, -0.2f, -2.9f},
            {-0.8f, 3.6f, -1.1f, 1.3f, 0.3f, -2.6f, 1.9f},
            {6.1f, -0.7f, 3.3f, -0.6f, 1.9f, 4.3f, -2.9f},
            {-0.8f, 2.1f, -1.9f, 1.8f, 1f, -1f, -1.1f},
            {3.8f, 3.2f, -2.2f, -0f, 4.1f, 0.7f, 5.9f},
            {-0.4f, -3.8f, -0.3f, -0.1f, 3.5f, 0.1f, 3f},
            {-2.1f, 0.2f, 1.7f, 1.1f, -0.6f, -1.3f, -1.9f},
            {6.5f, 0.8f, 3.5f, 0.3f, 0.3f, -1.3f, 3.7f},
            {2.4f, -1.9f, 1.6f, -2.2f, 2.2f, 2.4f, -3.3f},
            {4f, 2f, -1.3f, 3.6f, 0.9f, -2.3f, 6.8f},
            {-2.2f, 0.4f, 1.7f, -1.3f, -1.2f, 4.4f, -0.3f},
            {2f, 0.6f, 1.9f, 2.2f, 1.1f, -0.7f, -1.9f},
            {-1.9f, -1.9f, 1.2f, 0.4f, -1.2f, 4.6f, -0.4f},
            {1.5f, -2.1f, 0.6f, 0.2f, -2.5f, 1.4f, 0.7f},
            {1.1f, 0.7f, -1.3f, -1.2f, -0.7f, -2.5f, -0.3f},
            {-3f, -1.2f, -0.3f, -1.2f, 1.5f, 3.5f, 1.1f},
            {-4.5f, 1.6f, 0.7f, -2.2f, 1f, 0.4f, 0.7f},
            {3f, -4f, 2.4f, 1.3f, -5.4f, 0.6f, -1.1f},
            {0.1f, 1.7f, 2.4f, 0.7f, -0.4f, 1.3f, 4f},
            {3.1f, 2.2f, 1.9f, -0.2f, 1.7f, -3.1f, -1.4f},
            {-0.2f, 2.8f, 1.1f, -3.8f, 1.6f, -0.3f, 2.3f}
        };
    }

    static boolean[] flags(String digits) {
        boolean[] flags = new boolean[digits.length()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = digits.charAt(i) == '1';
        }
        return flags;
    }
}
