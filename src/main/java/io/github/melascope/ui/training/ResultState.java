package io.github.melascope.ui.training;

import io.github.melascope.app.TrainingRun;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.ModelBundle;

/** What there is to see of a run's result. */
public sealed interface ResultState {
    /** No run, or one that is not done. */
    record None() implements ResultState {}

    record Opening() implements ResultState {}

    /** @param card the model card as text */
    record Ready(TrainingRun run, ModelBundle model, String card) implements ResultState {}

    record Failed(ProblemException problem) implements ResultState {}
}
