package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Scores of some cases sorted once, highest first, so that every ranking figure of a weighted draw is one walk over
 * them: O(n) for each of the 2,000 draws of a bootstrap.
 */
final class RankedScores {
    /** Guards {@code count ≥ share · total} against the last bit of the product. */
    private static final double ROUNDING = 1e-9;

    private final int[] order;
    private final boolean[] lastOfTie;
    private final boolean[] positive;

    /** What one walk gives; NaN where there is no positive or no negative. */
    record Walk(
            double rocAuc,
            double averagePrecision,
            double sensitivityAtSpecificity90,
            double sensitivityAtSpecificity95,
            double specificityAtSensitivity90,
            double specificityAtSensitivity95) {
        static final Walk UNDEFINED = new Walk(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** @param members the cases that count, as indices into scores, positive and later the weights */
    RankedScores(double[] scores, boolean[] positive, int[] members) {
        Indices.sameLength(scores.length, positive.length);
        this.positive = positive;
        order = Arrays.stream(members)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        lastOfTie = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            if (Double.isNaN(scores[order[i]])) {
                throw new IllegalArgumentException("a score is not a number");
            }
            lastOfTie[i] = i + 1 == order.length || scores[order[i]] != scores[order[i + 1]];
        }
    }

    int size() {
        return order.length;
    }

    /** The case at a rank, 0 the highest score. */
    int caseAt(int rank) {
        return order[rank];
    }

    /** Whether the next rank has a lower score, so that a threshold can lie between. */
    boolean lastOfTie(int rank) {
        return lastOfTie[rank];
    }

    long count(boolean wanted, int[] weights) {
        long sum = 0;
        for (int i : order) {
            if (positive[i] == wanted) {
                sum += weights[i];
            }
        }
        return sum;
    }

    /** All ranking figures at once; {@code weights[i]} says how often case i counts. */
    Walk walk(int[] weights) {
        long positives = count(true, weights);
        long negatives = count(false, weights);
        if (positives == 0 || negatives == 0) {
            return Walk.UNDEFINED;
        }
        Sums sums = new Sums(positives, negatives);
        long tp = 0;
        long fp = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int i = order[rank];
            if (positive[i]) {
                tp += weights[i];
            } else {
                fp += weights[i];
            }
            if (lastOfTie[rank] && tp + fp > sums.tp + sums.fp) {
                sums.vertex(tp, fp);
            }
        }
        return sums.result();
    }

    /** Running sums over the vertices of the ROC curve, in counts. */
    private static final class Sums {
        private final long positives;
        private final long negatives;
        private long tp;
        private long fp;
        private double area;
        private double precisionSum;
        private long tpAtSpecificity90;
        private long tpAtSpecificity95;
        private long tnAtSensitivity90 = -1;
        private long tnAtSensitivity95 = -1;

        Sums(long positives, long negatives) {
            this.positives = positives;
            this.negatives = negatives;
        }

        void vertex(long tpNow, long fpNow) {
            area += (fpNow - fp) * (tp + tpNow) / 2.0;
            precisionSum += (tpNow - tp) * ((double) tpNow / (tpNow + fpNow));
            tp = tpNow;
            fp = fpNow;
            long tn = negatives - fp;
            // Along the walk tp only grows and tn only falls: the last vertex that is specific enough has the highest
            // sensitivity, the first that is sensitive enough the highest specificity.
            if (tn >= 0.90 * negatives - ROUNDING) {
                tpAtSpecificity90 = tp;
            }
            if (tn >= 0.95 * negatives - ROUNDING) {
                tpAtSpecificity95 = tp;
            }
            if (tnAtSensitivity90 < 0 && tp >= 0.90 * positives - ROUNDING) {
                tnAtSensitivity90 = tn;
            }
            if (tnAtSensitivity95 < 0 && tp >= 0.95 * positives - ROUNDING) {
                tnAtSensitivity95 = tn;
            }
        }

        Walk result() {
            double p = positives;
            double n = negatives;
            return new Walk(
                    area / p / n,
                    precisionSum / p,
                    tpAtSpecificity90 / p,
                    tpAtSpecificity95 / p,
                    tnAtSensitivity90 / n,
                    tnAtSensitivity95 / n);
        }
    }
}
