package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic (Fawcett, Pattern Recognition Letters 27, 2006): one vertex for each distinct
 * score, equal scores together, from (0, 0) to (1, 1).
 *
 * <p>Figures at a fixed specificity or sensitivity are taken at a vertex that reaches it, never between two: the highest
 * sensitivity of any vertex with at least that specificity. Such a vertex is a threshold that exists; a point between
 * two would need a coin.
 *
 * @param points from the highest threshold (nothing is called positive) to the lowest
 */
public record Roc(List<Point> points) {
    public Roc {
        points = List.copyOf(points);
    }

    /**
     * @param threshold scores from here on are called positive; infinite for the first point
     * @param falsePositiveRate 1 − specificity
     * @param truePositiveRate sensitivity
     */
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /**
     * @param scores higher means more likely positive; no NaN
     * @return the curve; without any positive or any negative it has no points
     */
    public static Roc of(double[] scores, boolean[] positive) {
        int[] ones = Indices.ones(scores.length);
        RankedScores ranked = new RankedScores(scores, positive, Indices.all(scores.length));
        double positives = ranked.count(true, ones);
        double negatives = ranked.count(false, ones);
        List<Point> points = new ArrayList<>();
        if (positives == 0 || negatives == 0) {
            return new Roc(points);
        }
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        int tp = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            int i = ranked.caseAt(rank);
            tp += positive[i] ? 1 : 0;
            if (ranked.lastOfTie(rank)) {
                points.add(new Point(scores[i], (rank + 1 - tp) / negatives, tp / positives));
            }
        }
        return new Roc(points);
    }

    /** Area under the curve by the trapezoidal rule, 0 … 1; NaN without any positive or any negative. */
    public double auc() {
        if (points.isEmpty()) {
            return Double.NaN;
        }
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            area += (b.falsePositiveRate - a.falsePositiveRate) * (a.truePositiveRate + b.truePositiveRate) / 2;
        }
        return area;
    }

    /** {@code Roc.of(scores, positive).auc()}. */
    public static double auc(double[] scores, boolean[] positive) {
        return of(scores, positive).auc();
    }

    /**
     * The same area as a rank sum (Mann and Whitney, 1947; Hanley and McNeil, Radiology 143, 1982): the chance that a
     * positive scores above a negative, ties counting half. NaN without any positive or any negative.
     */
    public static double mannWhitney(double[] scores, boolean[] positive) {
        Indices.sameLength(scores.length, positive.length);
        double[] sorted = scores.clone();
        java.util.Arrays.sort(sorted);
        double rankSum = 0;
        double positives = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                rankSum += midRank(sorted, scores[i]);
                positives++;
            }
        }
        double negatives = scores.length - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Mean of the ranks, from 1, that the equal values share. */
    private static double midRank(double[] sorted, double value) {
        int first = lowerBound(sorted, value, false);
        int end = lowerBound(sorted, value, true);
        return (first + 1 + end) / 2.0;
    }

    /** Number of values below {@code value}, or not above it. */
    private static int lowerBound(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Highest sensitivity of a vertex whose specificity is at least this; NaN for an empty curve. */
    public double sensitivityAtSpecificity(double specificity) {
        return points.stream()
                .filter(p -> 1 - p.falsePositiveRate >= specificity - 1e-12)
                .mapToDouble(Point::truePositiveRate)
                .max()
                .orElse(Double.NaN);
    }

    /** Highest specificity of a vertex whose sensitivity is at least this; NaN for an empty curve. */
    public double specificityAtSensitivity(double sensitivity) {
        return points.stream()
                .filter(p -> p.truePositiveRate >= sensitivity - 1e-12)
                .mapToDouble(p -> 1 - p.falsePositiveRate)
                .max()
                .orElse(Double.NaN);
    }
}
