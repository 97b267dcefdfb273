package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

    /** Statistics of one figure each, in order, and the mean of those that are defined. */
    public static Statistic withMean(List<? extends Statistic> each) {
        Statistic joined = Statistic.join(each);
        return new Statistic() {
            @Override
            public int size() {
                return joined.size() + 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                joined.compute(weights, into, offset);
                into[offset + joined.size()] = Arrays.stream(into, offset, offset + joined.size())
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
            }
        };
    }

    /** Two figures: a statistic, and how much it is above another of the same draws. */
    public static Statistic withDifference(Statistic before, Statistic after) {
        return new Statistic() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                before.compute(weights, into, offset);
                double was = into[offset];
                after.compute(weights, into, offset);
                into[offset + 1] = into[offset] - was;
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

    /**
     * Four figures of answers that may be withheld: the share of wrong ones among all, among the surest 80 %, the second over
     * the first, and the mean of that share over all coverages (the area under the risk-coverage curve of El-Yaniv and Wiener,
     * JMLR 11, 2010).
     *
     * @param sureness higher is answered sooner; NaN counts for nothing
     */
    public static Statistic riskCoverage(double[] sureness, boolean[] wrong) {
        Indices.sameLength(sureness.length, wrong.length);
        int[] rising = sorted(sureness);
        return new Statistic() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long total = 0;
                for (int i : rising) {
                    total += weights[i];
                }
                long answered = 0;
                long errors = 0;
                double at80 = Double.NaN;
                double area = 0;
                for (int rank = rising.length - 1; rank >= 0; rank--) {
                    int i = rising[rank];
                    answered += weights[i];
                    errors += wrong[i] ? weights[i] : 0;
                    if (weights[i] > 0) {
                        area += (double) weights[i] * errors / answered;
                        at80 = Double.isNaN(at80) && answered >= 0.8 * total ? (double) errors / answered : at80;
                    }
                }
                double all = total == 0 ? Double.NaN : (double) errors / total;
                into[offset] = all;
                into[offset + 1] = at80;
                into[offset + 2] = all > 0 ? at80 / all : Double.NaN;
                into[offset + 3] = total == 0 ? Double.NaN : area / total;
            }
        };
    }

    /** The threshold that {@link Thresholds#forSensitivity} would choose, as a probability. */
    public static Statistic threshold(double[] probabilities, boolean[] positive, double sensitivity) {
        int[] rising = sorted(probabilities);
        return new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long positives = 0;
                for (int i : rising) {
                    positives += positive[i] ? weights[i] : 0;
                }
                long found = 0;
                into[offset] = Double.NaN;
                for (int rank = rising.length - 1; rank >= 0 && Double.isNaN(into[offset]); rank--) {
                    int i = rising[rank];
                    found += positive[i] ? weights[i] : 0;
                    if (positives > 0 && found >= sensitivity * positives - 1e-9) {
                        double below = rank > 0 ? probabilities[rising[rank - 1]] : 0;
                        into[offset] = (probabilities[i] + below) / 2;
                    }
                }
            }
        };
    }

    /** Calibration of binary answers: the expected calibration error, then Brier's score. */
    public static Statistic calibration(double[] probabilities, boolean[] cameTrue) {
        return new Statistic() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                into[offset] = Calibration.ece(probabilities, cameTrue, weights);
                into[offset + 1] = Calibration.brier(probabilities, cameTrue, weights);
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
