package io.github.melascope.ui.settings;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.CudaLibraries;
import io.github.melascope.app.DeviceBench;
import io.github.melascope.app.DeviceFacts;
import io.github.melascope.app.DeviceResults;
import io.github.melascope.app.SelfTest;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What this computer computes with: found, tested and measured when the user asks for it, one thing at a time. Methods are called on
 * the window's thread; what is cancelled is not heard of any more from that moment on.
 */
public final class DeviceModel {
    private final Engine engine;
    private final Executor background;
    private final Executor window;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Optional<DeviceFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DeviceResults.Kept> results =
            new ReadOnlyObjectWrapper<>(DeviceResults.Kept.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ProblemException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> installed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CancelToken cancel = new CancelToken();

    /** What the model asks of the program. */
    public interface Engine {
        DeviceFacts facts();

        SelfTest selfTest(Progress progress, CancelToken cancel) throws ProblemException;

        DeviceBench bench(Progress progress, CancelToken cancel) throws ProblemException;

        /** What is kept of earlier. */
        DeviceResults.Kept results();

        void keep(DeviceResults.Kept results);

        /** The program itself. */
        static Engine of(AppContext context) {
            return new Program(context, DeviceResults.of(context));
        }
    }

    /** The program itself. */
    private record Program(AppContext context, DeviceResults file) implements Engine {
        @Override
        public DeviceFacts facts() {
            return DeviceFacts.of(context);
        }

        @Override
        public SelfTest selfTest(Progress progress, CancelToken cancel) throws ProblemException {
            return SelfTest.run(context, AppContext.USUAL_MODEL, progress, cancel);
        }

        @Override
        public DeviceBench bench(Progress progress, CancelToken cancel) throws ProblemException {
            return DeviceBench.run(context, AppContext.USUAL_MODEL, progress, cancel);
        }

        @Override
        public DeviceResults.Kept results() {
            return file.load();
        }

        @Override
        public void keep(DeviceResults.Kept results) {
            file.save(results);
        }
    }

    /** The kinds of work. */
    public enum Work {
        LOOK,
        SELF_TEST,
        BENCHMARK,
        HASH,
        UNPACK,
        FETCH
    }

    /**
     * How far a work is.
     *
     * @param total 0 when unknown
     */
    public record Step(Work work, long done, long total) {}

    /** Work on the background's thread. */
    private interface Job<T> {
        T run(Progress progress, CancelToken cancel) throws ProblemException;
    }

    /**
     * @param background does the work; waits for nothing but its end
     * @param window the window's thread
     */
    public DeviceModel(Engine engine, Executor background, Executor window) {
        this.engine = engine;
        this.background = background;
        this.window = window;
        this.latest = new Latest(background, window);
        background.execute(() -> {
            DeviceResults.Kept kept = engine.results();
            window.execute(() -> results.set(kept));
        });
    }

    public ReadOnlyObjectProperty<Optional<DeviceFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DeviceResults.Kept> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** The work that is being done; empty while nothing is. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Why the last work came to nothing. */
    public ReadOnlyObjectProperty<Optional<ProblemException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The folder of CUDA libraries that were put into place since the program began; they are used from the next start on. */
    public ReadOnlyObjectProperty<Optional<Path>> installedProperty() {
        return installed.getReadOnlyProperty();
    }

    public void look() {
        start(Work.LOOK, (progress, token) -> engine.facts(), found -> facts.set(Optional.of(found)));
    }

    public void selfTest() {
        start(Work.SELF_TEST, engine::selfTest, test -> keep(results.get().with(test)));
    }

    public void benchmark() {
        start(Work.BENCHMARK, engine::bench, bench -> keep(results.get().with(bench)));
    }

    private void keep(DeviceResults.Kept kept) {
        results.set(kept);
        background.execute(() -> engine.keep(kept));
    }

    /**
     * Looks at a file of CUDA libraries.
     *
     * @param looked hears its size and hash, to ask the user
     */
    public void lookAt(Path file, Consumer<CudaLibraries.Archive> looked) {
        start(Work.HASH, (progress, token) -> CudaLibraries.look(file), looked);
    }

    /** Unpacks a file that the user has agreed to. */
    public void unpack(CudaLibraries.Archive archive) {
        start(
                Work.UNPACK,
                (progress, token) -> CudaLibraries.here().install(archive, Optional.empty(), progress, token),
                folder -> installed.set(Optional.of(folder)));
    }

    /** Fetches a file that the user has agreed to. */
    public void fetch(CudaLibraries.Source source) {
        start(
                Work.FETCH,
                (progress, token) -> CudaLibraries.here().fetch(source, progress, token),
                folder -> installed.set(Optional.of(folder)));
    }

    /** Ends the work; at once for whoever looks, soon for the processor. */
    public void cancel() {
        cancel.cancel();
        latest.forget();
        step.set(Optional.empty());
    }

    private <T> void start(Work work, Job<T> job, Consumer<T> done) {
        if (step.get().isPresent()) {
            return;
        }
        CancelToken token = new CancelToken();
        cancel = token;
        problem.set(Optional.empty());
        step.set(Optional.of(new Step(work, 0, 0)));
        Progress progress = (stage, at, total) -> window.execute(() -> {
            if (!token.isCancelled() && step.get().isPresent()) {
                step.set(Optional.of(new Step(work, at, total)));
            }
        });
        latest.submit(
                () -> {
                    token.check(); // it may have waited for another that was cancelled
                    return job.run(progress, token);
                },
                result -> {
                    step.set(Optional.empty());
                    done.accept(result);
                },
                this::failed);
    }

    private void failed(Exception e) {
        step.set(Optional.empty());
        if (e instanceof ProblemException found) {
            problem.set(Optional.of(found));
        } else if (!(e instanceof CancellationException)) {
            throw new IllegalStateException(e);
        }
    }
}
