package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.Comparator;

/** The few statistics that audits are made of, for weighted draws. */
public final class AuditStatistics {
    private AuditStatistics() {}

    /**
     * Three figures: the median of the absolute change, its 95th percentile, and the share of images that go over the
     * threshold either way. Images without an answer (NaN) in either count for nothing.
     *
     * @param before probabilities, 0 … 1
     * @param after the same images changed
     * @param threshold to decide by
     */
    public static Statistic change(double[] before, double[] after, double threshold) {
        Indices.sameLength(before.length, after.length);
        double[] change = new double[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = Math.abs(after[i] - before[i]);
        }
        int[] order = sorted(change);
        return new Statistic() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long total = 0;
                long flips = 0;
                for (int i : order) {
                    total += weights[i];
                    flips += before[i] >= threshold == after[i] >= threshold ? 0 : weights[i];
                }
                into[offset] = quantile(change, order, weights, total, 0.5);
                into[offset + 1] = quantile(change, order, weights, total, 0.95);
                into[offset + 2] = total == 0 ? Double.NaN : (double) flips / total;
            }
        };
    }

    /** The weighted median of given values; NaN counts for nothing. */
    public static Statistic median(double[] values) {
        int[] order = sorted(values);
        return new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long total = 0;
                for (int i : order) {
                    total += weights[i];
                }
                into[offset] = quantile(values, order, weights, total, 0.5);
            }
        };
    }

    /** The weighted mean of given values; NaN counts for nothing. */
    public static Statistic mean(double[] values) {
        int[] order = sorted(values);
        return new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                double sum = 0;
                long total = 0;
                for (int i : order) {
                    sum += weights[i] * values[i];
                    total += weights[i];
                }
                into[offset] = total == 0 ? Double.NaN : sum / total;
            }
        };
    }

    /** The area under the ROC curve. */
    public static Statistic rocAuc(double[] scores, boolean[] positive) {
        RankedScores ranked = new RankedScores(scores, positive, defined(scores));
        return new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                into[offset] = ranked.walk(weights).rocAuc();
            }
        };
    }

    private static int[] defined(double[] values) {
        return Arrays.stream(Indices.all(values.length))
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }

    private static int[] sorted(double[] values) {
        return Arrays.stream(defined(values))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The least value that at least this share does not exceed. */
    private static double quantile(double[] values, int[] order, int[] weights, long total, double share) {
        long sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum > 0 && sum >= share * total) {
                return values[i];
            }
        }
        return Double.NaN;
    }
}
