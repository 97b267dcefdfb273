package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The net benefit of acting on the model (Vickers and Elkin, Med Decis Making 26:565, 2006): true positives less false
 * positives weighted by the odds of the threshold, each as a share of all cases. Acting on all and on nobody are the
 * policies to beat.
 *
 * @param points by rising threshold
 */
public record DecisionCurve(List<Point> points) {
    /** Thresholds 0.01, 0.02, … 0.99. */
    private static final int STEPS = 100;

    public DecisionCurve {
        points = List.copyOf(points);
    }

    /**
     * @param threshold the probability from which on one would act, above 0, below 1
     * @param model net benefit of acting on the model
     * @param all net benefit of acting on everybody
     */
    public record Point(double threshold, double model, double all) {}

    /** The curve of the cases' own prevalence; without points for no case. */
    public static DecisionCurve of(ThresholdTable table) {
        List<Point> points = new ArrayList<>();
        for (int step = 1; table.size() > 0 && step < STEPS; step++) {
            points.add(at(table, (double) step / STEPS));
        }
        return new DecisionCurve(points);
    }

    /** One point, at a threshold above 0 and below 1. */
    public static Point at(ThresholdTable table, double threshold) {
        double n = table.size();
        BinaryCounts counts = table.at(threshold);
        double odds = threshold / (1 - threshold);
        double prevalence = table.positives() / n;
        return new Point(
                threshold,
                counts.truePositives() / n - counts.falsePositives() / n * odds,
                prevalence - (1 - prevalence) * odds);
    }
}
