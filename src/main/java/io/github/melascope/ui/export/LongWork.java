package io.github.melascope.ui.export;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One work at a time that the user can watch and end. Methods are called on the window's thread. */
public final class LongWork {
    private final Executor background;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CancelToken cancel = new CancelToken();

    public LongWork(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    /**
     * How far it is.
     *
     * @param total 0 when unknown
     */
    public record Step(String what, long done, long total) {}

    /** Work on the background's thread. */
    @FunctionalInterface
    public interface Job<T> {
        T run(Progress progress, CancelToken cancel) throws ProblemException;
    }

    /** The step it is at; empty while nothing is done. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return step.get().isPresent();
    }

    /** Ends the work soon; nothing is heard of it then. */
    public void cancel() {
        cancel.cancel();
    }

    /**
     * Begins a work, unless there is one.
     *
     * @param what in a few words
     * @param done hears on the window's thread what came of it
     */
    public <T> void start(String what, Job<T> job, Consumer<T> done, Consumer<ProblemException> problems) {
        if (isBusy()) {
            return;
        }
        CancelToken token = new CancelToken();
        cancel = token;
        step.set(Optional.of(new Step(what, 0, 0)));
        Progress progress = (stage, at, total) -> window.execute(() -> {
            if (cancel == token && isBusy()) {
                step.set(Optional.of(new Step(what, at, total)));
            }
        });
        background.execute(() -> {
            Runnable heard = outcome(job, progress, token, done, problems);
            window.execute(() -> {
                step.set(Optional.empty());
                heard.run();
            });
        });
    }

    private static <T> Runnable outcome(
            Job<T> job, Progress progress, CancelToken token, Consumer<T> done, Consumer<ProblemException> problems) {
        try {
            T result = job.run(progress, token);
            return () -> done.accept(result);
        } catch (CancellationException e) {
            return () -> {};
        } catch (ProblemException e) {
            return () -> problems.accept(e);
        }
    }
}
