package io.github.melascope.report;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Prediction;

/** One file of a batch: answered, or refused with a reason. */
public sealed interface BatchRow {
    /** The file as the user named it. */
    String file();

    /** The model's answer; {@link io.github.melascope.lesion.Outcome#NO_ANSWER} is one too. */
    record Answer(String file, Prediction prediction) implements BatchRow {}

    /** A file that could not be read. {@code error} says what, why and what next. */
    record Refusal(String file, ProblemException problem) implements BatchRow {}
}
