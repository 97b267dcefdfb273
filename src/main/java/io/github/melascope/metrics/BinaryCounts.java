package io.github.melascope.metrics;

/**
 * The four cells of a yes-or-no answer, and the figures read off them. A figure whose denominator is 0 is NaN.
 *
 * @param truePositives positives called positive
 * @param falsePositives negatives called positive
 * @param trueNegatives negatives called negative
 * @param falseNegatives positives called negative
 */
public record BinaryCounts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** Counts at a threshold; a score equal to the threshold is called positive. */
    public static BinaryCounts at(double threshold, double[] scores, boolean[] positive) {
        Indices.sameLength(scores.length, positive.length);
        long[] cells = new long[4];
        for (int i = 0; i < scores.length; i++) {
            cells[cell(scores[i] >= threshold, positive[i])]++;
        }
        return new BinaryCounts(cells[0], cells[1], cells[2], cells[3]);
    }

    /** As {@link #at(double, double[], boolean[])}, for some of the cases, each counted {@code weights[i]} times. */
    static BinaryCounts at(double threshold, double[] scores, boolean[] positive, int[] members, int[] weights) {
        long[] cells = new long[4];
        for (int i : members) {
            cells[cell(scores[i] >= threshold, positive[i])] += weights[i];
        }
        return new BinaryCounts(cells[0], cells[1], cells[2], cells[3]);
    }

    private static int cell(boolean called, boolean positive) {
        if (called) {
            return positive ? 0 : 1;
        }
        return positive ? 3 : 2;
    }

    public long positives() {
        return truePositives + falseNegatives;
    }

    public long negatives() {
        return trueNegatives + falsePositives;
    }

    public double accuracy() {
        return ratio(truePositives + trueNegatives, positives() + negatives());
    }

    /** Mean of sensitivity and specificity. */
    public double balancedAccuracy() {
        return (recall() + specificity()) / 2;
    }

    /** Positive predictive value (PPV). */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Sensitivity. */
    public double recall() {
        return ratio(truePositives, positives());
    }

    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    public double specificity() {
        return ratio(trueNegatives, negatives());
    }

    /** Negative predictive value. */
    public double npv() {
        return ratio(trueNegatives, trueNegatives + falseNegatives);
    }

    /** Precision if positives and negatives were equally many. */
    public double precisionAtEqualPrevalence() {
        double falsePositiveRate = 1 - specificity();
        return recall() + falsePositiveRate > 0 ? recall() / (recall() + falsePositiveRate) : Double.NaN;
    }

    /** F1 if positives and negatives were equally many: {@code 2 TPR / (1 + TPR + FPR)}. */
    public double f1AtEqualPrevalence() {
        return 2 * recall() / (1 + recall() + (1 - specificity()));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
