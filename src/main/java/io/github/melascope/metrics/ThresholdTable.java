package io.github.melascope.metrics;

/**
 * The four cells at any threshold without looking at the cases again: scores sorted once, positives counted from below. One
 * look-up is a binary search, so that a slider can ask as often as it moves.
 */
public final class ThresholdTable {
    private final double[] sorted;
    /** {@code positivesBelow[k]}: positives among the k lowest scores. */
    private final int[] positivesBelow;

    private ThresholdTable(double[] sorted, int[] positivesBelow) {
        this.sorted = sorted;
        this.positivesBelow = positivesBelow;
    }

    /** @param scores higher means more likely positive; no NaN */
    public static ThresholdTable of(double[] scores, boolean[] positive) {
        RankedScores ranked = new RankedScores(scores, positive, Indices.all(scores.length));
        double[] sorted = new double[scores.length];
        int[] below = new int[scores.length + 1];
        for (int k = 0; k < sorted.length; k++) {
            int i = ranked.caseAt(sorted.length - 1 - k);
            sorted[k] = scores[i];
            below[k + 1] = below[k] + (positive[i] ? 1 : 0);
        }
        return new ThresholdTable(sorted, below);
    }

    /** As {@link BinaryCounts#at(double, double[], boolean[])} counts: a score equal to the threshold is called positive. */
    public BinaryCounts at(double threshold) {
        int below = below(threshold);
        int positives = positivesBelow[sorted.length];
        int missed = positivesBelow[below];
        int rejected = below - missed;
        return new BinaryCounts(positives - missed, sorted.length - positives - rejected, rejected, missed);
    }

    /** How many scores are lower than the threshold. */
    private int below(double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of cases. */
    public int size() {
        return sorted.length;
    }

    /** Number of positives. */
    public int positives() {
        return positivesBelow[sorted.length];
    }
}
