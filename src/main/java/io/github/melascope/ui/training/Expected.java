package io.github.melascope.ui.training;

import io.github.melascope.base.ProblemException;

/** How long a training is expected to take. */
public sealed interface Expected {
    /** Not asked yet. */
    record Unknown() implements Expected {}

    /** A few batches are being trained to find out. */
    record Measuring() implements Expected {}

    /** Nothing was measured, as another training has the engine. */
    record Busy() implements Expected {}

    record Known(double seconds) implements Expected {}

    /** The measurement showed what the training would have: it cannot be done like this. */
    record Failed(ProblemException problem) implements Expected {}
}
