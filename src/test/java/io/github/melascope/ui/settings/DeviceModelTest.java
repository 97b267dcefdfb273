package io.github.melascope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.DeviceBench;
import io.github.melascope.app.DeviceFacts;
import io.github.melascope.app.DeviceResults;
import io.github.melascope.app.SelfTest;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page does, with a program that is as slow as the test wants; this test's thread is the window's. */
class DeviceModelTest {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Slow engine = new Slow();
    private final DeviceModel model = new DeviceModel(engine, background, window::add);

    @AfterEach
    void end() {
        engine.go.countDown();
        background.shutdown();
    }

    /** Works until it is let go, whatever it is told. */
    private static final class Slow implements DeviceModel.Engine {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        volatile DeviceResults.Kept kept = DeviceResults.Kept.NOTHING;

        @Override
        public DeviceFacts facts() {
            DeviceFacts.Library library = new DeviceFacts.Library("PyTorch 2.7.1", "", Optional.empty());
            return new DeviceFacts(
                    "CPU",
                    2,
                    List.of(),
                    1,
                    1,
                    library,
                    library,
                    Optional.empty(),
                    List.of(),
                    List.of("cpu"),
                    Optional.empty());
        }

        @Override
        public SelfTest selfTest(Progress progress, CancelToken cancel) throws ProblemException {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.bench.busy");
        }

        @Override
        public DeviceBench bench(Progress progress, CancelToken cancel) {
            progress.report("stage.measuring", 3, 120);
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new DeviceBench("cpu", 60, 8500, OptionalDouble.of(1), OptionalDouble.of(2), 1, 1, 0);
        }

        @Override
        public DeviceResults.Kept results() {
            return kept;
        }

        @Override
        public void keep(DeviceResults.Kept results) {
            kept = results;
        }
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come about");
            Runnable next = window.poll(50, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    @Test
    void theBenchmarkIsWatchedAndKept() throws InterruptedException {
        model.benchmark();
        assertEquals(
                DeviceModel.Work.BENCHMARK,
                model.stepProperty().get().orElseThrow().work());
        until(() -> model.stepProperty().get().orElseThrow().done() == 3);
        model.selfTest();
        assertEquals(
                DeviceModel.Work.BENCHMARK,
                model.stepProperty().get().orElseThrow().work(),
                "one at a time");
        engine.go.countDown();
        until(() -> model.resultsProperty().get().bench().isPresent());
        assertTrue(model.stepProperty().get().isEmpty());
        until(() -> engine.kept.bench().isPresent());
    }

    @Test
    void cancellingIsSeenAtOnceAndNothingIsHeardAfterwards() throws InterruptedException {
        model.benchmark();
        assertTrue(engine.begun.await(10, TimeUnit.SECONDS));
        long start = System.nanoTime();
        model.cancel();
        assertTrue(model.stepProperty().get().isEmpty());
        assertTrue(System.nanoTime() - start < 200_000_000L, "the work still goes on, the page does not wait for it");
        engine.go.countDown();
        model.look(); // comes after it on the same thread
        until(() -> model.factsProperty().get().isPresent());
        assertFalse(model.resultsProperty().get().bench().isPresent());
        assertTrue(model.problemProperty().get().isEmpty());
    }

    @Test
    void aProblemIsSaidAndGoneWithTheNextWork() throws InterruptedException {
        model.selfTest();
        until(() -> model.problemProperty().get().isPresent());
        assertTrue(model.stepProperty().get().isEmpty());
        model.look();
        assertTrue(model.problemProperty().get().isEmpty());
        until(() -> model.factsProperty().get().isPresent());
    }
}
