package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The precision-recall curve: one vertex for each distinct score, equal scores together.
 *
 * <p>Its area is the average precision {@code Σ (Rₙ − Rₙ₋₁) Pₙ}: a sum of steps. Joining the vertices by straight lines
 * would flatter the model (Davis and Goadrich, ICML 2006), so the trapezoidal rule is never used here.
 *
 * @param points from the highest threshold to the lowest
 */
public record PrecisionRecall(List<Point> points) {
    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /**
     * @param threshold scores from here on are called positive
     * @param recall share of the positives found
     * @param precision share of positives among those called positive
     */
    public record Point(double threshold, double recall, double precision) {}

    /**
     * @param scores higher means more likely positive; no NaN
     * @return the curve; without any positive or any negative it has no points
     */
    public static PrecisionRecall of(double[] scores, boolean[] positive) {
        int[] ones = Indices.ones(scores.length);
        RankedScores ranked = new RankedScores(scores, positive, Indices.all(scores.length));
        double positives = ranked.count(true, ones);
        List<Point> points = new ArrayList<>();
        if (positives == 0 || positives == scores.length) {
            return new PrecisionRecall(points);
        }
        int tp = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            int i = ranked.caseAt(rank);
            tp += positive[i] ? 1 : 0;
            if (ranked.lastOfTie(rank)) {
                points.add(new Point(scores[i], tp / positives, tp / (rank + 1.0)));
            }
        }
        return new PrecisionRecall(points);
    }

    /** Average precision, 0 … 1; NaN without any positive or any negative. */
    public double averagePrecision() {
        if (points.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        double recall = 0;
        for (Point point : points) {
            sum += (point.recall - recall) * point.precision;
            recall = point.recall;
        }
        return sum;
    }
}
