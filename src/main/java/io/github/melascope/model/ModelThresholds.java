package io.github.melascope.model;

import io.github.melascope.base.ProblemException;
import io.github.melascope.metrics.Thresholds;
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
        OptionalDouble notALesionDistance) {

    /**
     * Chooses all thresholds on validation.
     *
     * @param probabilities of melanoma, calibrated, 0 … 1
     * @param melanomaSensitivity wanted of the closer look, above 0, at most 1
     * @throws ProblemException of kind {@code UNUSABLE} when validation has no melanoma, or nothing else
     */
    public static ModelThresholds choose(
            double[] probabilities, boolean[] melanoma, double melanomaSensitivity, OptionalDouble notALesionDistance)
            throws ProblemException {
        return new ModelThresholds(
                forSensitivity(probabilities, melanoma, melanomaSensitivity),
                forSensitivity(probabilities, melanoma, 0.90),
                forSensitivity(probabilities, melanoma, 0.95),
                Threshold.of(
                        Thresholds.forBalancedAccuracy(probabilities, melanoma)
                                .orElseThrow(ModelThresholds::nothingToChooseOn),
                        OptionalDouble.empty()),
                notALesionDistance);
    }

    private static Threshold forSensitivity(double[] probabilities, boolean[] melanoma, double wanted)
            throws ProblemException {
        return Threshold.of(
                Thresholds.forSensitivity(probabilities, melanoma, wanted)
                        .orElseThrow(ModelThresholds::nothingToChooseOn),
                OptionalDouble.of(wanted));
    }

    private static ProblemException nothingToChooseOn() {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.model.threshold");
    }
}
