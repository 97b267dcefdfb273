package io.github.melascope.metrics;

import java.util.Optional;

/** Thresholds chosen on validation, never on the test part. A score equal to the threshold counts as positive. */
public final class Thresholds {
    private Thresholds() {}

    /**
     * @param value scores from here on are called positive
     * @param sensitivity reached on the scores it was chosen on
     * @param specificity reached on the scores it was chosen on
     */
    public record Choice(double value, double sensitivity, double specificity) {}

    /**
     * The highest threshold that still finds the stated share of the positives. It lies half way between the score of
     * the last positive needed and the next lower score, so that the last bit of a score decides nothing.
     *
     * @param probabilities 0 … 1
     * @param sensitivity wanted, above 0, at most 1
     * @return empty without any positive or any negative
     */
    public static Optional<Choice> forSensitivity(double[] probabilities, boolean[] positive, double sensitivity) {
        if (!(sensitivity > 0 && sensitivity <= 1)) {
            throw new IllegalArgumentException("no sensitivity: " + sensitivity);
        }
        Roc roc = Roc.of(probabilities, positive);
        for (int i = 0; i < roc.points().size(); i++) {
            if (roc.points().get(i).truePositiveRate() >= sensitivity - 1e-12) {
                return Optional.of(choice(roc, i));
            }
        }
        return Optional.empty();
    }

    /**
     * The threshold of the highest balanced accuracy (Youden, Cancer 3, 1950); of several the highest.
     *
     * @param probabilities 0 … 1
     * @return empty without any positive or any negative
     */
    public static Optional<Choice> forBalancedAccuracy(double[] probabilities, boolean[] positive) {
        Roc roc = Roc.of(probabilities, positive);
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < roc.points().size(); i++) {
            Roc.Point point = roc.points().get(i);
            double youden = point.truePositiveRate() - point.falsePositiveRate();
            if (youden > highest + 1e-12) {
                highest = youden;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(choice(roc, best));
    }

    private static Choice choice(Roc roc, int vertex) {
        Roc.Point point = roc.points().get(vertex);
        double below =
                vertex + 1 < roc.points().size() ? roc.points().get(vertex + 1).threshold() : 0;
        double middle = (point.threshold() + below) / 2;
        // Two neighbouring doubles have no middle: rounding may give the lower one, which would call more positive.
        double value = middle > below ? middle : point.threshold();
        return new Choice(value, point.truePositiveRate(), 1 - point.falsePositiveRate());
    }
}
