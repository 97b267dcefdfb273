package io.github.melascope.ui.review;

import io.github.melascope.app.SensitivityScale;
import io.github.melascope.base.ProblemException;
import io.github.melascope.metrics.PatientFusion;
import io.github.melascope.model.ModelBundle;
import java.util.Optional;

/** The model the window asks. */
public sealed interface ModelState {
    /** Being opened. */
    record Opening() implements ModelState {}

    /** There is none; {@code problem} says why. */
    record Failed(ProblemException problem) implements ModelState {}

    /**
     * Ready.
     *
     * @param scale what a wanted sensitivity costs; empty for a model without predictions
     * @param patient how what is known of a patient moves its melanoma probability; empty for a model that has not learnt it
     */
    record InUse(ModelBundle bundle, Optional<SensitivityScale> scale, Optional<PatientFusion> patient)
            implements ModelState {
        /** The threshold for a wanted sensitivity; the model's own for 0, or where it is not known. */
        double threshold(double sensitivity) {
            double own = bundle.spec().thresholds().melanoma().value();
            return sensitivity <= 0
                    ? own
                    : scale.flatMap(known -> known.wanted(sensitivity))
                            .map(SensitivityScale.Cost::threshold)
                            .orElse(own);
        }
    }
}
