package io.github.melascope.model;

import io.github.melascope.metrics.Thresholds;
import java.util.OptionalDouble;

/**
 * A melanoma probability to decide by, chosen on validation.
 *
 * @param value 0 … 1; a probability from here on is a closer look
 * @param wantedSensitivity the sensitivity it was chosen for, 0 … 1; empty when chosen for the highest balanced accuracy
 * @param sensitivity reached on validation, 0 … 1
 * @param specificity reached on validation, 0 … 1
 */
public record Threshold(double value, OptionalDouble wantedSensitivity, double sensitivity, double specificity) {
    public Threshold {
        for (double share : new double[] {value, wantedSensitivity.orElse(0), sensitivity, specificity}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a threshold and its shares lie in 0 … 1, not " + share);
            }
        }
    }

    /** @param wantedSensitivity what it was chosen for, if for a sensitivity */
    public static Threshold of(Thresholds.Choice choice, OptionalDouble wantedSensitivity) {
        return new Threshold(choice.value(), wantedSensitivity, choice.sensitivity(), choice.specificity());
    }
}
