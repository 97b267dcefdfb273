package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where memory runs out the training goes on with a smaller batch, from its checkpoint. */
class SmallerBatchTest {
    @TempDir
    Path folder;

    /** Runs out of memory, or is cancelled, in the middle of the second epoch. */
    private record Interrupted(CancelToken cancel, boolean memory) implements TrainingListener {
        @Override
        public void step(StepReport report) {
            if (report.epoch() == 1 && report.step() == 2) {
                if (memory) {
                    throw new IllegalStateException("CUDA out of memory. Tried to allocate 20.00 MiB");
                }
                cancel.cancel();
            }
        }

        @Override
        public void epoch(EpochReport report) {}
    }

    private static TrainingPlan plan() {
        return TinyTraining.plan(TrainingPlan.Mode.FULL, List.of(new Phase(3, 1e-3, 0)));
    }

    @Test
    void aTrainingGoesOnWithSmallerBatchesWhereItStood() throws ProblemException {
        try (TinyTraining tiny = new TinyTraining(folder)) {
            CancelToken cancel = new CancelToken();
            Path run = folder.resolve("run");
            assertThrows(
                    CancellationException.class,
                    () -> tiny.train(plan(), run, false, new Interrupted(cancel, false), cancel));
            Trained trained = tiny.train(plan().withBatchSize(4), run, true, TrainingListener.NONE, new CancelToken());
            assertEquals(3, trained.history().size());
            trained.history()
                    .forEach(epoch -> assertTrue(
                            epoch.trainingLoss() > 0.05 && epoch.trainingLoss() < 5,
                            "mean loss " + epoch.trainingLoss()));
        }
    }

    @Test
    void memoryThatRunsOutIsSaidWithTheBatchToTryNext() throws ProblemException {
        try (TinyTraining tiny = new TinyTraining(folder)) {
            OutOfMemoryProblem problem = assertThrows(
                    OutOfMemoryProblem.class,
                    () -> tiny.train(
                            plan(),
                            folder.resolve("run"),
                            false,
                            new Interrupted(new CancelToken(), true),
                            new CancelToken()));
            assertEquals(Optional.of(4), problem.smallerBatch());
            assertTrue(problem.next().contains("batchSize of 4"), problem.next());
        }
        assertEquals(Optional.empty(), new OutOfMemoryProblem(2, new IllegalStateException()).smallerBatch());
    }

    @Test
    void whatIsNoLackOfMemoryIsNotTakenForIt() {
        assertTrue(OutOfMemoryProblem.isMeant(new IllegalStateException(
                "engine", new IllegalStateException("DefaultCPUAllocator: can't allocate memory: you tried"))));
        assertTrue(OutOfMemoryProblem.isMeant(new OutOfMemoryError("Java heap space")));
        assertFalse(OutOfMemoryProblem.isMeant(new IllegalStateException("shape mismatch")));
    }

    @Test
    void theClocksOfAStoppedRunAreSetToAsManyImages() {
        RunState state = RunState.fresh(32);
        state.step = 6;
        state.phaseStep = 26;
        state.totalStep = 30;
        state.lossSum = 3;
        state.rebatch(16);
        assertEquals(List.of(12L, 52L, 60L), List.of((long) state.step, state.phaseStep, state.totalStep));
        assertEquals(6, state.lossSum, 1e-12);
        state.rebatch(16);
        assertEquals(12, state.step);
    }
}
