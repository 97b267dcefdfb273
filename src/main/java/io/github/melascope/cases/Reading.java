package io.github.melascope.cases;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the user or a model said of one image. Readings are added, never changed; the one added last counts. */
public sealed interface Reading {
    long id();

    long imageId();

    Instant at();

    /**
     * The user's own reading.
     *
     * @param id of the library
     * @param imageId of the image read
     * @param at when it was committed
     * @param diagnosis the most likely one
     * @param confidence in it, 0 … 1
     * @param note may be empty
     */
    record User(long id, long imageId, Instant at, Diagnosis diagnosis, double confidence, String note)
            implements Reading {}

    /**
     * A model's answer.
     *
     * @param id of the library
     * @param imageId of the image read
     * @param at when it was given
     * @param outcome the answer in words
     * @param reason as in {@link io.github.melascope.lesion.Prediction}; may be empty
     * @param melanoma probability, 0 … 1
     * @param threshold the probability from which on the outcome was a closer look
     * @param probabilities of the model's classes
     * @param modelId the model's id
     * @param weightsSha256 of the model's weights
     */
    record Model(
            long id,
            long imageId,
            Instant at,
            Outcome outcome,
            String reason,
            double melanoma,
            double threshold,
            Map<Diagnosis, Double> probabilities,
            String modelId,
            String weightsSha256)
            implements Reading {
        public Model {
            Map<Diagnosis, Double> copy = new EnumMap<>(Diagnosis.class);
            copy.putAll(probabilities);
            probabilities = Collections.unmodifiableMap(copy);
        }
    }
}
