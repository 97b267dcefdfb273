package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One image of an exam: what it is, and what the model said.
 *
 * @param id of the image
 * @param lesionId of its lesion; images of one lesion are drawn together
 * @param melanoma the truth
 * @param diagnosis the truth, or null where only benign or malignant is known
 * @param melanomaProbability calibrated, 0 … 1
 * @param probabilities calibrated, in the order of {@link Diagnosis}; empty for a melanoma model
 * @param dxType how the truth is known: {@code "histo"}, …; {@code "unknown"} where the dataset is silent, like the rest
 * @param sex {@code "female"}, {@code "male"} or {@code "unknown"}
 * @param ageBand as {@link #ageBand} names it
 * @param site on the body
 */
public record Case(
        String id,
        String lesionId,
        boolean melanoma,
        @Nullable Diagnosis diagnosis,
        double melanomaProbability,
        List<Double> probabilities,
        String dxType,
        String sex,
        String ageBand,
        String site) {
    public static final String UNKNOWN = "unknown";
    private static final int[] BAND_STARTS = {0, 30, 45, 60, 75};

    public Case {
        probabilities = List.copyOf(probabilities);
        if (!probabilities.isEmpty() && probabilities.size() != Diagnosis.ALL.size()) {
            throw new IllegalArgumentException(id + " has " + probabilities.size() + " probabilities");
        }
        if (!(melanomaProbability >= 0 && melanomaProbability <= 1)
                || probabilities.stream().anyMatch(p -> !(p >= 0 && p <= 1))) {
            throw new IllegalArgumentException(id + " has a probability that is none");
        }
        dxType = named(dxType);
        sex = named(sex);
        ageBand = named(ageBand);
        site = named(site);
    }

    private static String named(String value) {
        return value.isBlank() ? UNKNOWN : value.strip().toLowerCase(Locale.ROOT);
    }

    /** The age's band: {@code "0-29"}, {@code "30-44"}, {@code "45-59"}, {@code "60-74"}, {@code "75+"} or {@code "unknown"}. */
    public static String ageBand(OptionalDouble age) {
        if (age.isEmpty() || !(age.getAsDouble() >= 0)) {
            return UNKNOWN;
        }
        int band = BAND_STARTS.length - 1;
        while (age.getAsDouble() < BAND_STARTS[band]) {
            band--;
        }
        return band == BAND_STARTS.length - 1
                ? BAND_STARTS[band] + "+"
                : BAND_STARTS[band] + "-" + (BAND_STARTS[band + 1] - 1);
    }
}
