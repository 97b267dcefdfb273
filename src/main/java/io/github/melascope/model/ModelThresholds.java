package io.github.melascope.model;

import java.util.OptionalDouble;

/**
 * All that a model decides by.
 *
 * @param melanoma from which probability on the answer is a closer look, unless the user moves it
 * @param sensitivity90 for 90 % sensitivity on validation
 * @param sensitivity95 for 95 % sensitivity on validation
 * @param balanced for the highest balanced accuracy on validation
 * @param notALesionDistance an image whose embedding lies farther than this from the reference cases, as the classifier
 *     measures it, is not taken for a lesion; empty when the model has no such check
 */
public record ModelThresholds(
        Threshold melanoma,
        Threshold sensitivity90,
        Threshold sensitivity95,
        Threshold balanced,
        OptionalDouble notALesionDistance) {}
