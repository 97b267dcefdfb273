package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Part;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Thresholds;
import io.github.melascope.model.ModelBundle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a wanted sensitivity costs, and what a probability has meant so far: both read off the images of validation, of which
 * the bundle keeps the answers. Thresholds are chosen there, never on the test part; the test part only says how they hold.
 */
public final class SensitivityScale {
    private static final int NEIGHBOURS = 100;

    private final List<Case> validation;
    private final List<Case> test;

    private SensitivityScale(List<Case> validation, List<Case> test) {
        this.validation = List.copyOf(validation);
        this.test = List.copyOf(test);
    }

    /**
     * A model's scale; empty for one that was made without predictions.
     *
     * @throws ProblemException when its predictions are damaged
     */
    public static Optional<SensitivityScale> of(ModelBundle bundle) throws ProblemException {
        Map<String, List<Case>> parts = bundle.predictions();
        List<Case> validation = parts.getOrDefault(Part.VALIDATION.code(), List.of());
        List<Case> test = parts.getOrDefault(Part.TEST.code(), List.of());
        return validation.isEmpty() || test.isEmpty()
                ? Optional.empty()
                : Optional.of(new SensitivityScale(validation, test));
    }

    /**
     * What a threshold does.
     *
     * @param threshold melanoma probability, 0 … 1
     * @param sensitivity share of the melanomas that get a closer look, 0 … 1
     * @param falseAlarms share of the other images that get one too, 0 … 1
     */
    public record Cost(double threshold, double sensitivity, double falseAlarms) {}

    /** The highest threshold with at least this sensitivity on validation, and what it costs there; empty without melanomas. */
    public Optional<Cost> wanted(double sensitivity) {
        double[] scores =
                validation.stream().mapToDouble(Case::melanomaProbability).toArray();
        boolean[] truth = new boolean[scores.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = validation.get(i).melanoma();
        }
        return Thresholds.forSensitivity(scores, truth, sensitivity)
                .map(choice -> new Cost(choice.value(), choice.sensitivity(), 1 - choice.specificity()));
    }

    /** What the threshold does on the test part, of which it knew nothing. */
    public Cost held(double threshold) {
        return new Cost(threshold, share(true, threshold), share(false, threshold));
    }

    private double share(boolean melanoma, double threshold) {
        List<Case> cases =
                test.stream().filter(one -> one.melanoma() == melanoma).toList();
        long above = cases.stream()
                .filter(one -> one.melanomaProbability() >= threshold)
                .count();
        return cases.isEmpty() ? Double.NaN : (double) above / cases.size();
    }

    /**
     * How many melanomas there were among the validation images whose probability is nearest to this one.
     *
     * @param images how many were looked at, at most {@value #NEIGHBOURS}
     * @param melanomas of them
     */
    public record Experience(int images, int melanomas) {}

    /** What a probability has meant on validation. */
    public Experience around(double probability) {
        List<Case> nearest = validation.stream()
                .sorted(Comparator.comparingDouble(one -> Math.abs(one.melanomaProbability() - probability)))
                .limit(NEIGHBOURS)
                .toList();
        return new Experience(
                nearest.size(), (int) nearest.stream().filter(Case::melanoma).count());
    }
}
