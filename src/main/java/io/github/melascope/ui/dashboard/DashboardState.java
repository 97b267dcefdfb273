package io.github.melascope.ui.dashboard;

import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/** What the dashboard has to show. */
sealed interface DashboardState {
    /** Nothing was chosen yet. */
    record Nothing() implements DashboardState {}

    /** The model keeps no answers of its own, or none of this part. */
    record NoAnswers(String modelId) implements DashboardState {}

    /**
     * Answers are on their way.
     *
     * @param stage what is being done; empty before that is known
     * @param done steps finished
     * @param total 0 when unknown
     */
    record Loading(String stage, long done, long total) implements DashboardState {}

    /** The user stopped it. */
    record Stopped() implements DashboardState {}

    /**
     * It did not work.
     *
     * @param dataset the folder that was asked for
     */
    record Failed(ProblemException problem, Optional<Path> dataset) implements DashboardState {}

    /** There it is. */
    record Shown(Exhibit exhibit) implements DashboardState {}
}
