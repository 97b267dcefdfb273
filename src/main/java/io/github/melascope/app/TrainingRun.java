package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One training of the window, as it is kept on disk.
 *
 * @param id of the run, which is also its folder's name
 * @param name of the model to be
 * @param created when, {@code 2026-11-23T10:15}
 * @param dataset folder of the images
 * @param excluded how many images were left out
 * @param recipe what was asked for
 * @param command the command line that repeats it, with the name it was saved under once it is
 * @param batchChanged whether the batch was made smaller after some steps: then the command makes such a training anew, with
 *     the smaller batch from its start, and not the very same weights
 * @param state where it stands
 * @param failure why it stopped, in state {@link State#FAILED}
 * @param epochs done so far
 * @param steps points of the curves of loss and learning rate, at most 2,000
 * @param log lines for people
 * @param seconds of work so far
 * @param compared with the shipped model, once done
 * @param savedAs id under which the model was saved among the user's models; empty until then
 */
public record TrainingRun(
        String id,
        String name,
        String created,
        String dataset,
        int excluded,
        Recipe recipe,
        String command,
        boolean batchChanged,
        State state,
        @Nullable Failure failure,
        List<Epoch> epochs,
        List<Step> steps,
        List<Line> log,
        double seconds,
        @Nullable FairComparison compared,
        String savedAs) {
    public TrainingRun {
        epochs = List.copyOf(epochs);
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }

    /** Where a run stands. */
    public enum State {
        /** Waits for those before it. */
        QUEUED,
        RUNNING,
        /** Stopped by the user, or because the program ended; goes on from its checkpoint. */
        PAUSED,
        /** Stopped by something the user can mend; goes on from its checkpoint. */
        FAILED,
        /** Given up by the user; its checkpoint stays until the run is removed. */
        CANCELLED,
        DONE;

        /** Whether it can go on. */
        public boolean resumable() {
            return this == PAUSED || this == FAILED || this == CANCELLED;
        }

        /** Whether it takes or awaits its turn. */
        public boolean active() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /**
     * What went wrong.
     *
     * @param said what failed, why and what to do, by the code of the language
     * @param smallerBatch a batch that may do where memory ran out; 0 where that is not the matter
     */
    public record Failure(Map<String, String> said, int smallerBatch) {
        public Failure {
            said = Map.copyOf(said);
        }

        static Failure of(ProblemException problem, int smallerBatch) {
            return new Failure(
                    Words.LANGUAGES.stream()
                            .collect(Collectors.toMap(
                                    Locale::getLanguage, language -> problem.message(new Words(language)))),
                    smallerBatch);
        }

        /** In a language. */
        public String in(Words words) {
            return said.getOrDefault(words.locale().getLanguage(), said.toString());
        }
    }

    /**
     * An epoch.
     *
     * @param number from 0
     * @param score what decides the best epoch
     */
    public record Epoch(
            int number,
            double trainingLoss,
            double validationLoss,
            double melanomaAuc,
            double score,
            boolean best,
            double seconds) {}

    /**
     * A point of the running curves.
     *
     * @param at epochs done, with the fraction of the present one
     */
    public record Step(double at, double loss, double learningRate) {}

    /**
     * A line of the log, told in words where it is shown.
     *
     * @param time of day, {@code 10:15:02}
     * @param key of its words
     * @param values for the places in the words
     */
    public record Line(String time, String key, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /** Why it stopped, in state {@link State#FAILED}. */
    public Optional<Failure> why() {
        return Optional.ofNullable(failure);
    }

    /** How it did against the shipped model, once done. */
    public Optional<FairComparison> comparison() {
        return Optional.ofNullable(compared);
    }

    /** The epoch that was best so far. */
    public Optional<Epoch> best() {
        return epochs.stream().filter(Epoch::best).reduce((a, b) -> b);
    }

    TrainingRun with(State newState, @Nullable Failure why) {
        return new TrainingRun(
                id,
                name,
                created,
                dataset,
                excluded,
                recipe,
                command,
                batchChanged,
                newState,
                why,
                epochs,
                steps,
                log,
                seconds,
                compared,
                savedAs);
    }

    TrainingRun with(List<Epoch> newEpochs, List<Step> newSteps, List<Line> newLog, double newSeconds) {
        return new TrainingRun(
                id,
                name,
                created,
                dataset,
                excluded,
                recipe,
                command,
                batchChanged,
                state,
                failure,
                newEpochs,
                newSteps,
                newLog,
                newSeconds,
                compared,
                savedAs);
    }

    /** The same with a smaller batch. */
    TrainingRun with(Recipe newRecipe, String newCommand) {
        return new TrainingRun(
                id,
                name,
                created,
                dataset,
                excluded,
                newRecipe,
                newCommand,
                batchChanged || !steps.isEmpty(),
                state,
                failure,
                epochs,
                steps,
                log,
                seconds,
                compared,
                savedAs);
    }

    TrainingRun with(FairComparison comparison) {
        return new TrainingRun(
                id,
                name,
                created,
                dataset,
                excluded,
                recipe,
                command,
                batchChanged,
                state,
                failure,
                epochs,
                steps,
                log,
                seconds,
                comparison,
                savedAs);
    }

    /** The same, saved under a name that its command now has, too. */
    TrainingRun saved(String as, String newCommand) {
        return new TrainingRun(
                id,
                name,
                created,
                dataset,
                excluded,
                recipe,
                newCommand,
                batchChanged,
                state,
                failure,
                epochs,
                steps,
                log,
                seconds,
                compared,
                as);
    }
}
