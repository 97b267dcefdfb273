package io.github.melascope.lesion;

import java.util.Map;
import java.util.Optional;

/**
 * What a model says of one image.
 *
 * @param outcome the answer in words
 * @param reason why there is no answer, or what the answer rests on: a sentence without full stop; may be empty
 * @param melanoma calibrated probability of melanoma, 0 … 1
 * @param probabilities calibrated probability of each class of the model, in the order of {@link Diagnosis}; a melanoma
 *     model has the one entry {@code MEL}
 * @param threshold the melanoma probability from which on the outcome is a closer look
 * @param quality of the image
 * @param modelId the model's id
 * @param weightsSha256 of the model's weights file
 */
public record Prediction(
        Outcome outcome,
        String reason,
        double melanoma,
        Map<Diagnosis, Double> probabilities,
        double threshold,
        Quality quality,
        String modelId,
        String weightsSha256) {
    public Prediction {
        probabilities = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(probabilities));
    }

    /** The diagnosis with the highest probability; empty for a model that only knows melanoma. */
    public Optional<Diagnosis> likeliest() {
        return probabilities.size() < 2
                ? Optional.empty()
                : probabilities.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
    }

    /**
     * The likeliest diagnosis where it is another cancer than melanoma, or may become one, and the outcome is of lower concern:
     * the outcome speaks of melanoma only, so whoever reads it must hear of this in the same breath.
     */
    public Optional<Diagnosis> otherMalignancy() {
        return outcome == Outcome.LOWER_CONCERN ? likeliest().filter(Diagnosis::isOtherMalignancy) : Optional.empty();
    }

    /** The same numbers, decided otherwise. */
    public Prediction with(Outcome decided, String why, double decidedAt) {
        return new Prediction(decided, why, melanoma, probabilities, decidedAt, quality, modelId, weightsSha256);
    }
}
