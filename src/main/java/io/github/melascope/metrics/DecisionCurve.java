package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** The model's net benefit at each threshold of {@link #of}, of weighted cases; undefined for no case. */
    static Statistic benefit(double[] scores, boolean[] positive) {
        int[] lastCalled =
                Arrays.stream(scores).mapToInt(DecisionCurve::lastCalled).toArray();
        return new Statistic() {
            @Override
            public int size() {
                return STEPS - 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long[] positives = new long[STEPS];
                long[] negatives = new long[STEPS];
                double n = 0;
                for (int i = 0; i < lastCalled.length; i++) {
                    (positive[i] ? positives : negatives)[lastCalled[i]] += weights[i];
                    n += weights[i];
                }
                long tp = 0;
                long fp = 0;
                for (int step = STEPS - 1; step > 0; step--) {
                    tp += positives[step];
                    fp += negatives[step];
                    double threshold = (double) step / STEPS;
                    into[offset + step - 1] = tp / n - fp / n * (threshold / (1 - threshold));
                }
            }
        };
    }

    /** The last of the thresholds at which a score is called positive; 0 for none. */
    private static int lastCalled(double score) {
        int step = STEPS - 1;
        while (step > 0 && score < (double) step / STEPS) {
            step--;
        }
        return step;
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
