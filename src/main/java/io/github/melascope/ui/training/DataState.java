package io.github.melascope.ui.training;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.InspectedDataset;
import java.nio.file.Path;

/** What is known of the dataset. */
public sealed interface DataState {
    /** No folder was chosen. */
    record None() implements DataState {}

    /**
     * The doctor is at work.
     *
     * @param stage what it does, as {@link io.github.melascope.base.Progress} tells it; empty at first
     */
    record Looking(Path folder, String stage, long done, long total) implements DataState {}

    /** @param dataset less the images left out */
    record Ready(Path folder, InspectedDataset dataset) implements DataState {}

    /** The folder cannot be used. */
    record Failed(Path folder, ProblemException problem) implements DataState {}
}
