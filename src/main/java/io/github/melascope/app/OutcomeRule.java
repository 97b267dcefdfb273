package io.github.melascope.app;

import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * From numbers to the answer in words. There is no answer when the image has any issue of quality, whose limits are set so
 * that few real dermoscopic images have one, or when it lies too far from the confirmed cases to be a lesion. Otherwise the
 * threshold decides. A model's uncertainty withholds no answer: the bundle holds no threshold for it that was chosen on
 * validation, and one made up here would be worth nothing.
 *
 * @param threshold the melanoma probability from which on the answer is a closer look, 0 … 1
 * @param notALesionDistance the distance beyond which an image is not taken for a lesion; empty for no such check
 */
record OutcomeRule(double threshold, OptionalDouble notALesionDistance) {
    /** The rule a model comes with. */
    static OutcomeRule of(LoadedModel model) {
        return new OutcomeRule(model.spec().thresholds().melanoma().value(), model.strangenessLimit());
    }

    /**
     * An answer.
     *
     * @param outcome in words
     * @param reason what it rests on, a sentence without full stop
     * @param quality with the issue that only the network can see, where there is one
     */
    record Ruling(Outcome outcome, String reason, Quality quality) {}

    /**
     * Decides.
     *
     * @param melanoma calibrated probability, 0 … 1
     * @param quality of the image
     * @param distance how strange the image looks; empty when there is nothing to compare with
     */
    Ruling decide(double melanoma, Quality quality, OptionalDouble distance) {
        boolean strange = distance.isPresent()
                && notALesionDistance.isPresent()
                && distance.getAsDouble() > notALesionDistance.getAsDouble();
        Quality seen = strange ? quality.with(QualityIssue.NOT_A_LESION) : quality;
        if (!seen.good()) {
            String reason = seen.issues().stream().map(QualityIssue::words).collect(Collectors.joining(", and "));
            return new Ruling(Outcome.NO_ANSWER, reason, seen);
        }
        return weighed(melanoma, seen, threshold);
    }

    /** The answer for an image that can be answered. */
    private static Ruling weighed(double melanoma, Quality seen, double threshold) {
        boolean closer = melanoma >= threshold;
        String reason = "the melanoma probability " + (closer ? "reaches" : "is below") + " the threshold of "
                + String.format(Locale.ROOT, "%.1f %%", 100 * threshold);
        return new Ruling(closer ? Outcome.CLOSER_LOOK : Outcome.LOWER_CONCERN, reason, seen);
    }

    /** An answer as it would have been with another threshold; no answer stays none. */
    static Prediction at(Prediction prediction, double threshold) {
        if (prediction.outcome() == Outcome.NO_ANSWER) {
            return prediction.with(Outcome.NO_ANSWER, prediction.reason(), threshold);
        }
        Ruling ruling = weighed(prediction.melanoma(), prediction.quality(), threshold);
        return prediction.with(ruling.outcome(), ruling.reason(), threshold);
    }
}
