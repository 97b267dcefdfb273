package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.train.OutOfMemoryProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The window's trainings: one at a time, those asked for meanwhile one after another, all of them kept on disk, so that they
 * outlive the program. Methods may be called from any thread; those that throw a problem take a moment.
 */
public final class TrainingRuns implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TrainingRuns.class.getName());
    private static final long WRITE_NANOS = 2_000_000_000L;

    private final AppContext context;
    private final RunStore store;
    private final RunMaker maker;
    private final Work work;
    private final Map<String, TrainingRun> runs = new LinkedHashMap<>();
    private final Map<String, InspectedDataset> inspected = new HashMap<>();
    private Listener listener = (run, progress) -> {};
    private @Nullable Current current;
    private boolean closed;
    private volatile long written;

    /** What runs, how to stop it, and what it is then. */
    private static final class Current {
        private final String id;
        private final CancelToken cancel = new CancelToken();
        private volatile TrainingRun.State stopped = TrainingRun.State.PAUSED;

        Current(String id) {
            this.id = id;
        }
    }

    /** Hears of every change of a run, on any thread; must return quickly. */
    @FunctionalInterface
    public interface Listener {
        void changed(TrainingRun run, RunProgress progress);
    }

    /** The training itself; tests bring one that fails as they need. */
    interface Work {
        ModelBundle train(
                TrainingRequest request, @Nullable InspectedDataset inspected, RunWatch watch, CancelToken cancel)
                throws ProblemException;
    }

    /** @param folder holds the runs; those that a program left in the middle can go on */
    public TrainingRuns(AppContext context, Path folder) {
        this(
                context,
                folder,
                (request, inspected, watch, cancel) ->
                        new Training(context).run(request, inspected, watch, watch, cancel));
    }

    TrainingRuns(AppContext context, Path folder, Work work) {
        this.context = context;
        this.store = new RunStore(folder);
        this.maker = new RunMaker(store);
        this.work = work;
        for (TrainingRun run : store.list()) {
            runs.put(run.id(), run.state().active() ? run.with(TrainingRun.State.PAUSED, null) : run);
        }
    }

    /** The one listener; it hears nothing of what was before. */
    public synchronized void listen(Listener heard) {
        listener = heard;
    }

    /** All runs, the oldest first. */
    public synchronized List<TrainingRun> list() {
        return List.copyOf(runs.values());
    }

    /** Whether a training runs at the moment. */
    public synchronized boolean busy() {
        return current != null;
    }

    /**
     * Queues a training.
     *
     * @param dataset as it was looked into, less the images left out
     * @param excluded images left out, with the reason of each
     * @throws ProblemException when the run cannot be written
     */
    public TrainingRun start(InspectedDataset dataset, Map<String, String> excluded, Recipe recipe)
            throws ProblemException {
        TrainingRun run = maker.make(dataset.dataset().root(), excluded, recipe);
        synchronized (this) {
            inspected.put(run.id(), dataset);
        }
        queue(run);
        return run;
    }

    private void queue(TrainingRun run) {
        change(run.with(TrainingRun.State.QUEUED, null));
        context.trainings().execute(() -> take(run.id()));
    }

    /** Goes on with a run that has stopped, after those that wait already. */
    public void resume(String id) {
        TrainingRun run = get(id);
        if (run.state().resumable()) {
            queue(run);
        }
    }

    /** Goes on where memory ran out, with the batch that was offered. */
    public void resumeSmaller(String id) throws ProblemException {
        TrainingRun run = get(id);
        int batch = run.why().map(TrainingRun.Failure::smallerBatch).orElse(0);
        if (batch == 0) {
            return;
        }
        Recipe smaller = run.recipe().withBatchSize(batch);
        try {
            maker.writePlan(id, smaller);
        } catch (IOException e) {
            throw RunMaker.unwritten(store.folder(id), e);
        }
        queue(run.with(smaller, maker.command(run, run.name(), smaller)));
    }

    /** Stops at the next batch, with a checkpoint; a run that waits is taken out of the queue. */
    public void pause(String id) {
        stop(id, TrainingRun.State.PAUSED);
    }

    /** Gives a run up. Its checkpoint stays until it is removed. */
    public void cancel(String id) {
        stop(id, TrainingRun.State.CANCELLED);
    }

    private void stop(String id, TrainingRun.State then) {
        TrainingRun run = get(id);
        synchronized (this) {
            if (current != null && current.id.equals(id)) {
                current.stopped = then;
                current.cancel.cancel();
                return;
            }
        }
        if (run.state().active() || run.state().resumable()) {
            change(run.with(then, null));
        }
    }

    /** Forgets a run that is not under way, with its checkpoint; a model that was saved stays. */
    public synchronized void remove(String id) {
        if (!get(id).state().active()) {
            runs.remove(id);
            inspected.remove(id);
            context.datasets().execute(() -> store.delete(id));
        }
    }

    /** As it stands. */
    public synchronized TrainingRun get(String id) {
        TrainingRun run = runs.get(id);
        if (run == null) {
            throw new IllegalArgumentException("there is no run " + id);
        }
        return run;
    }

    /** On the trainings' thread. */
    private void take(String id) {
        Current mine = new Current(id);
        synchronized (this) {
            if (closed || !runs.containsKey(id) || get(id).state() != TrainingRun.State.QUEUED) {
                return;
            }
            current = mine;
        }
        change(get(id).with(TrainingRun.State.RUNNING, null));
        RunWatch watch = new RunWatch(get(id), this::heard);
        try {
            finish(trained(watch, mine));
        } catch (CancellationException e) {
            watch.line("training.log.stopped", List.of());
            finish(watch.run().with(mine.stopped, null));
        } catch (OutOfMemoryProblem e) {
            fail(watch, TrainingRun.Failure.of(e, e.smallerBatch().orElse(0)));
        } catch (ProblemException e) {
            fail(watch, TrainingRun.Failure.of(e, 0));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a training failed", e);
            fail(watch, defect(e));
        }
    }

    private TrainingRun trained(RunWatch watch, Current mine) throws ProblemException {
        TrainingRun run = watch.run();
        InspectedDataset known;
        synchronized (this) {
            known = inspected.get(run.id());
        }
        ModelBundle model = work.train(maker.request(run), known, watch, mine.cancel);
        watch.report("stage.models", 0, 0);
        FairComparison compared = new ModelComparison(context, AppContext.USUAL_MODEL)
                .run(model, Path.of(run.dataset()), watch, new CancelToken());
        watch.line("training.log.done", List.of());
        return watch.run().with(TrainingRun.State.DONE, null).with(compared);
    }

    private static TrainingRun.Failure defect(Throwable e) {
        return TrainingRun.Failure.of(
                new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.training.defect", Defect.code(e)), 0);
    }

    private void fail(RunWatch watch, TrainingRun.Failure why) {
        watch.line("training.log.failed", List.of());
        finish(watch.run().with(TrainingRun.State.FAILED, why));
    }

    private void finish(TrainingRun run) {
        synchronized (this) {
            current = null;
        }
        change(run);
    }

    /** A run that goes on is written now and then: what it loses in a crash is a few points of its curves. */
    private void heard(TrainingRun run, RunProgress progress) {
        tell(run, progress, System.nanoTime() - written > WRITE_NANOS);
    }

    private void change(TrainingRun run) {
        tell(run, RunProgress.NONE, true);
    }

    private void tell(TrainingRun run, RunProgress progress, boolean write) {
        Listener told;
        synchronized (this) {
            runs.put(run.id(), run);
            told = listener;
        }
        if (write) {
            written = System.nanoTime();
            try {
                store.write(run);
            } catch (IOException e) { // the training says so itself when it cannot write its checkpoint
                LOG.log(System.Logger.Level.WARNING, "run " + run.id() + " could not be written", e);
            }
        }
        told.changed(run, progress);
    }

    /** The model of a run that is done, where it was made. */
    public ModelBundle model(String id) throws ProblemException {
        return new BundleStore(List.of(store.models(id)), Architectures::shapes).open(get(id).name());
    }

    /**
     * Puts a run's model among the user's models.
     *
     * @param name its id from now on
     * @param title what people read; empty leaves the one it has
     * @param notes for the model card; may be empty
     * @throws ProblemException when the id is taken or not allowed, or nothing can be written
     */
    public ModelBundle saveModel(String id, String name, String title, String notes) throws ProblemException {
        TrainingRun run = get(id);
        String command = maker.command(run, name, run.recipe());
        ModelBundle saved = context.models().saveAs(model(id), context.ownModelsFolder(), name, title, notes, command);
        change(get(id).saved(name, command));
        return saved;
    }

    /** Stops what runs, with a checkpoint, and starts no other. What waits goes on after the next start, when asked. */
    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.cancel.cancel();
        }
    }
}
