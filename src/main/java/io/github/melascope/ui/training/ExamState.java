package io.github.melascope.ui.training;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.SplitPreview;

/** What is known of the split. */
public sealed interface ExamState {
    /** There is no dataset, or the split is being drawn. */
    record Waiting() implements ExamState {}

    /**
     * A split that passed the leak check.
     *
     * @param preview its counts
     * @param kept groups of lesions with common content that were kept together
     */
    record Drawn(Split split, SplitPreview preview, int kept) implements ExamState {}

    /** Nothing can be learnt or examined with this dataset. */
    record Refused(ProblemException problem) implements ExamState {}
}
