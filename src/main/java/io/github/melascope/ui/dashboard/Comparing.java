package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ExamAnswers;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.metrics.Comparison;
import io.github.melascope.ui.fx.Latest;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Holds a second model against the first on the same images, beside the window. */
final class Comparing {
    private final Answering answering;
    private final Executor window;
    private final Latest loads;
    private final Latest figures;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private CancelToken loading = new CancelToken();
    private CancelToken counting = new CancelToken();
    private @Nullable ExamAnswers other;

    /** How far it is. */
    sealed interface State {
        record None() implements State {}

        /** The second model is asked, or differences are worked out. */
        record Coming(String other, long done, long total) implements State {}

        /** The two share no image, or the second keeps no answers. */
        record NothingShared(String other) implements State {}

        record Failed(String other, ProblemException problem) implements State {}

        /**
         * There it is.
         *
         * @param threshold of the first
         */
        record Compared(String first, ExamAnswers other, double threshold, Comparison comparison) implements State {}
    }

    Comparing(Answering answering, Executor exams, Executor background, Executor window) {
        this.answering = answering;
        this.window = window;
        this.loads = new Latest(exams, window);
        this.figures = new Latest(background, window);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void end() {
        loading.cancel();
        counting.cancel();
        loads.forget();
        figures.forget();
        other = null;
        state.set(new State.None());
    }

    void with(Optional<String> wanted, Exhibit exhibit, Source source, double threshold) {
        end();
        if (wanted.isEmpty()) {
            return;
        }
        String id = wanted.get();
        CancelToken token = new CancelToken();
        loading = token;
        state.set(new State.Coming(id, 0, 0));
        loads.submit(
                () -> answering.answers(id, source, (stage, done, total) -> progress(token, id, done, total), token),
                found -> found.ifPresentOrElse(
                        answers -> {
                            other = answers;
                            moved(exhibit, threshold);
                        },
                        () -> state.set(new State.NothingShared(id))),
                e -> failed(id, e));
    }

    private void progress(CancelToken token, String id, long done, long total) {
        window.execute(() -> {
            if (!token.isCancelled() && state.get() instanceof State.Coming) {
                state.set(new State.Coming(id, done, total));
            }
        });
    }

    private void failed(String id, Exception e) {
        if (e instanceof ProblemException problem) {
            state.set(new State.Failed(id, problem));
        } else if (e instanceof CancellationException) {
            state.set(new State.None());
        } else {
            throw new IllegalStateException(e);
        }
    }

    /** The first model's threshold has moved. */
    void moved(Exhibit exhibit, double threshold) {
        ExamAnswers second = other;
        if (second == null) {
            return;
        }
        counting.cancel();
        CancelToken token = new CancelToken();
        counting = token;
        ExamAnswers first = exhibit.answers();
        String id = second.spec().id();
        figures.submit(
                () -> Comparison.of(
                        new Comparison.Side(first.cases(), threshold),
                        new Comparison.Side(second.cases(), second.exam().threshold()),
                        first.exam().bootstrap(),
                        token),
                found -> state.set(
                        found.isPresent()
                                ? new State.Compared(first.spec().id(), second, threshold, found.get())
                                : new State.NothingShared(id)),
                Intervals::failed);
    }
}
