package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.train.OutOfMemoryProblem;
import io.github.melascope.nn.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of trainings, with a dataset of drawn lesions and, where a fault must be arranged, with arranged work. */
class TrainingRunsTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private AppContext context;
    private InspectedDataset dataset;

    @BeforeEach
    void open() throws IOException, ProblemException {
        Path images = folder.resolve("drawn lesions");
        SampleFolder.write(
                images, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 6)), 224, 1);
        dataset = InspectedDataset.of(Datasets.open(images), Progress.NONE, new CancelToken());
        context = newContext();
    }

    private AppContext newContext() {
        return new AppContext(List.of(Path.of("models"), folder.resolve("models")), 2);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Recipe quick() {
        return Recipe.usual(true, Task.DIAGNOSIS, 5).withLength(2, 1e-3).withInit(Recipe.NO_WEIGHTS);
    }

    private TrainingRun until(TrainingRuns runs, String id, Predicate<TrainingRun> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.test(runs.get(id))) {
            assertTrue(
                    System.nanoTime() < end,
                    "still " + runs.get(id).state() + " " + runs.get(id).why());
            Thread.sleep(20);
        }
        return runs.get(id);
    }

    private TrainingRun until(TrainingRuns runs, String id, TrainingRun.State state) throws InterruptedException {
        return until(runs, id, run -> run.state() == state);
    }

    @Test
    void aRunIsTrainedComparedKeptAndSavedUnderANameWithNotes() throws Exception {
        TrainingRuns runs = new TrainingRuns(context, context.runs());
        String left = dataset.dataset().samples().get(0).imageId();
        InspectedDataset less = dataset.without(java.util.Set.of(left), Progress.NONE, new CancelToken());
        String id = runs.start(less, Map.of(left, "hand"), quick()).id();
        TrainingRun done = until(runs, id, TrainingRun.State.DONE);
        assertEquals(2, done.epochs().size());
        assertTrue(done.best().isPresent());
        assertEquals(
                FairComparison.Verdict.SEEN, done.comparison().orElseThrow().verdict(), "too few melanomas to compare");
        ModelBundle made = runs.model(id);
        assertFalse(made.splitCsv().contains(left + ","), "an image was trained on that was left out");
        ModelBundle saved = runs.saveModel(id, "mine", "My first", "For teaching.");
        assertEquals("My first", saved.spec().title());
        String card = Files.readString(saved.folder().resolve("MODEL_CARD.md"));
        assertTrue(card.contains("## Notes\n\nFor teaching.\n"), card);
        assertEquals(made.spec().notes(), saved.spec().notes());
        String command = saved.spec().provenance().command();
        assertTrue(command.contains(" --id mine ") && !command.contains(done.name()), command);
        assertEquals(made.metrics(), saved.metrics());
        assertEquals(saved.folder(), context.models().open("mine").folder());
        assertThrows(ProblemException.class, () -> runs.saveModel(id, "mine", "", ""));
        assertThrows(ProblemException.class, () -> runs.saveModel(id, "../mine", "", ""));
        TrainingRun read = new TrainingRuns(context, context.runs()).get(id);
        assertEquals(done.saved("mine", command), read);
    }

    @Test
    void aClosedProgramGoesOnFromItsCheckpoint() throws Exception {
        TrainingRuns runs = new TrainingRuns(context, context.runs());
        Recipe full = Recipe.usual(false, Task.MELANOMA, 5)
                .withLength(2, 1e-4)
                .withBatchSize(4)
                .withInit(Recipe.NO_WEIGHTS)
                .withFirstTrained(18);
        String id = runs.start(dataset, Map.of(), full).id();
        until(runs, id, run -> run.steps().size() > 3);
        runs.close();
        context.close();
        context = newContext();
        TrainingRuns again = new TrainingRuns(context, context.runs());
        TrainingRun paused = again.get(id);
        assertEquals(TrainingRun.State.PAUSED, paused.state());
        assertTrue(paused.epochs().size() < 3);
        again.resume(id);
        TrainingRun done = until(again, id, TrainingRun.State.DONE);
        assertEquals(
                List.of(0, 1, 2),
                done.epochs().stream().map(TrainingRun.Epoch::number).toList());
        for (int i = 1; i < done.steps().size(); i++) {
            assertTrue(done.steps().get(i).at() > done.steps().get(i - 1).at(), "a curve runs backwards");
        }
        assertTrue(done.seconds() > paused.seconds());
    }

    @Test
    void runsQueueAndOneThatWaitsCanBeTakenOut() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        TrainingRuns runs = new TrainingRuns(context, context.runs(), (request, inspected, watch, cancel) -> {
            begun.incrementAndGet();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new CancellationException();
        });
        String first = runs.start(dataset, Map.of(), quick()).id();
        String second = runs.start(dataset, Map.of(), quick()).id();
        String third = runs.start(dataset, Map.of(), quick()).id();
        until(runs, first, TrainingRun.State.RUNNING);
        assertEquals(TrainingRun.State.QUEUED, runs.get(second).state());
        runs.cancel(second);
        runs.pause(first);
        go.countDown();
        until(runs, first, TrainingRun.State.PAUSED);
        until(runs, third, TrainingRun.State.PAUSED);
        assertEquals(TrainingRun.State.CANCELLED, runs.get(second).state());
        assertEquals(2, begun.get());
        runs.remove(second);
        assertEquals(
                List.of(first, third), runs.list().stream().map(TrainingRun::id).toList());
    }

    @Test
    void aBatchThatDoesNotFitIsHalvedWhenAsked() throws Exception {
        AtomicInteger batch = new AtomicInteger();
        TrainingRuns runs = new TrainingRuns(context, context.runs(), (request, inspected, watch, cancel) -> {
            int size = PlanFile.read(
                            request.plan().orElseThrow(),
                            Recipe.usual(true, Task.DIAGNOSIS, 5).usualPlan())
                    .batchSize();
            batch.set(size);
            if (size > 16) {
                throw new OutOfMemoryProblem(size, new IllegalStateException("CUDA out of memory"));
            }
            return new Training(context).run(request, inspected, watch, watch, cancel);
        });
        String id = runs.start(dataset, Map.of(), quick().withBatchSize(32)).id();
        TrainingRun failed = until(runs, id, TrainingRun.State.FAILED);
        assertEquals(16, failed.why().orElseThrow().smallerBatch());
        runs.resumeSmaller(id);
        TrainingRun done = until(runs, id, TrainingRun.State.DONE);
        assertEquals(16, batch.get());
        assertEquals(16, done.recipe().batchSize());
        assertFalse(done.batchChanged(), "nothing was learnt with the larger batch");
    }

    @Test
    void aBatchMadeSmallerOnTheWayIsSaidAndIsInTheCommand() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        TrainingRuns runs = new TrainingRuns(context, context.runs(), (request, inspected, watch, cancel) -> {
            if (calls.incrementAndGet() == 1) {
                watch.step(new TrainingListener.StepReport(0, 0, 1, 5, 0.5, 1e-3, 20, 9));
                throw new OutOfMemoryProblem(64, new IllegalStateException("CUDA out of memory"));
            }
            return new Training(context).run(request, inspected, watch, watch, cancel);
        });
        String id = runs.start(dataset, Map.of(), quick().withBatchSize(64)).id();
        assertFalse(until(runs, id, TrainingRun.State.FAILED).batchChanged());
        runs.resumeSmaller(id);
        TrainingRun done = until(runs, id, TrainingRun.State.DONE);
        assertTrue(done.batchChanged());
        String plan =
                done.command().replaceFirst(".* --plan '?([^' ]*'?).*", "$1").replace("'", "");
        assertTrue(Files.readString(Path.of(plan)).contains("\"batchSize\" : 32"), done.command());
        runs.saveModel(id, "smaller", "", "");
        assertEquals(runs.get(id), new TrainingRuns(context, context.runs()).get(id));
    }

    @Test
    void aFolderThatGoesAwayStopsTheRunUntilItIsBack() throws Exception {
        Path images = dataset.dataset().root();
        Path away = folder.resolve("away");
        TrainingRuns runs = new TrainingRuns(
                context,
                context.runs(),
                (request, inspected, watch, cancel) -> new Training(context)
                        .run(request, inspected, watch, new Once(watch, () -> Files.move(images, away)), cancel));
        String id = runs.start(dataset, Map.of(), quick()).id();
        TrainingRun failed = until(runs, id, TrainingRun.State.FAILED);
        assertTrue(
                failed.why().orElseThrow().in(Words.ENGLISH).contains(".jpg"),
                failed.why().toString());
        runs.resume(id);
        until(
                runs,
                id,
                run -> run.state() == TrainingRun.State.FAILED
                        && run.why().orElseThrow().in(Words.ENGLISH).contains("drawn lesions"));
        Files.move(away, images);
        TrainingRuns mended = new TrainingRuns(context, context.runs());
        mended.resume(id);
        assertEquals(2, until(mended, id, TrainingRun.State.DONE).epochs().size());
    }

    @Test
    void aDiskThatTakesNoCheckpointStopsTheRunUntilThereIsRoom() throws Exception {
        TrainingRuns runs = new TrainingRuns(context, context.runs());
        TrainingRuns broken = new TrainingRuns(context, context.runs(), (request, inspected, watch, cancel) -> {
            Path checkpoint =
                    request.modelsDir().orElseThrow().resolve("." + request.id() + ".training/training.safetensors");
            return new Training(context)
                    .run(
                            request,
                            inspected,
                            watch,
                            new Once(watch, () -> Files.createDirectories(checkpoint.resolve("in the way"))),
                            cancel);
        });
        String id = broken.start(dataset, Map.of(), quick()).id();
        TrainingRun failed = until(broken, id, TrainingRun.State.FAILED);
        assertTrue(
                failed.why()
                        .orElseThrow()
                        .in(Words.ENGLISH)
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("make room"),
                failed.why().toString());
        Path blocked = context.runs()
                .resolve(id)
                .resolve("models")
                .resolve("." + failed.name() + ".training/training.safetensors");
        Files.delete(blocked.resolve("in the way"));
        Files.delete(blocked);
        runs.close();
        TrainingRuns mended = new TrainingRuns(context, context.runs());
        mended.resume(id);
        until(mended, id, TrainingRun.State.DONE);
    }

    /** Does something at the first step. */
    private static final class Once implements io.github.melascope.nn.train.TrainingListener {
        private final RunWatch watch;
        private final Deed deed;
        private boolean done;

        interface Deed {
            void run() throws IOException;
        }

        Once(RunWatch watch, Deed deed) {
            this.watch = watch;
            this.deed = deed;
        }

        @Override
        public void step(StepReport report) {
            watch.step(report);
            if (!done) {
                done = true;
                try {
                    deed.run();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }

        @Override
        public void epoch(EpochReport report) {
            watch.epoch(report);
        }
    }

    @Test
    void theTimeIsMeasuredAndGrowsWithTheEpochs() throws Exception {
        Recipe recipe = quick().withLength(40, 1e-3);
        TrainingEstimate estimate = TrainingEstimate.measure(context, dataset.split(5), recipe, new CancelToken());
        assertTrue(estimate.seconds() > 0.05 && estimate.seconds() < 60, estimate.toString());
        TrainingEstimate longer =
                TrainingEstimate.measure(context, dataset.split(5), recipe.withLength(4000, 1e-3), new CancelToken());
        assertTrue(longer.seconds() > estimate.seconds() * 5, estimate + " " + longer);
    }

    @Test
    void whatCannotBeLearntIsSaidBeforehand() throws Exception {
        Recipe recipe = quick();
        var onlyNevi = dataset.without(
                dataset.dataset().samples().stream()
                        .filter(sample -> sample.diagnosis() == Diagnosis.MEL)
                        .map(io.github.melascope.dataset.Sample::imageId)
                        .collect(Collectors.toSet()),
                Progress.NONE,
                new CancelToken());
        ProblemException refused =
                assertThrows(ProblemException.class, () -> RecipeCheck.run(context, onlyNevi.split(5), recipe));
        assertTrue(refused.why().contains("no melanoma"), refused.why());
    }
}
