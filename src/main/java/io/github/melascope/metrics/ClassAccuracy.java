package io.github.melascope.metrics;

/**
 * How often the question "this class, or another?" is answered right by the most probable class.
 *
 * @param accuracy over all cases; high for a rare class whatever the model does
 * @param balancedAccuracy mean of sensitivity and specificity
 */
public record ClassAccuracy(Figure accuracy, Figure balancedAccuracy) {
    /** Both figures of each class, over draws. */
    static Statistic statistic(int classes, int[] labels, int[] answers) {
        return new Statistic() {
            @Override
            public int size() {
                return 2 * classes;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long[][] cells = ConfusionMatrix.count(classes, labels, answers, weights);
                for (int c = 0; c < classes; c++) {
                    BinaryCounts counts = ConfusionMatrix.against(c, cells);
                    into[offset + 2 * c] = counts.accuracy();
                    into[offset + 2 * c + 1] = counts.balancedAccuracy();
                }
            }
        };
    }
}
