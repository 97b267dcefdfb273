package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    Path folder;

    private static final List<Phase> TWO_PHASES = List.of(new Phase(2, 3e-3, Phase.HEAD_ONLY), new Phase(3, 2e-3, 10));

    /** Cancels after so many steps, as a user would. */
    static final class CancelAfter implements TrainingListener {
        private final CancelToken token;
        private int left;

        CancelAfter(CancelToken token, int steps) {
            this.token = token;
            this.left = steps;
        }

        @Override
        public void step(StepReport report) {
            if (--left == 0) {
                token.cancel();
            }
        }

        @Override
        public void epoch(EpochReport report) {}
    }

    @Test
    void aKilledTrainingResumedEqualsAnUninterruptedOneBitForBit() throws ProblemException {
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.FULL, TWO_PHASES);
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained whole = tiny.train(plan, folder.resolve("whole"), false, TrainingListener.NONE, new CancelToken());
            // 4 steps an epoch: in the middle of an epoch, at an epoch's end, and in the second phase.
            for (int stops : new int[] {3, 4, 14}) {
                Path place = folder.resolve("stopped-" + stops);
                CancelToken cancel = new CancelToken();
                TrainingListener listener = new CancelAfter(cancel, stops);
                assertThrows(CancellationException.class, () -> tiny.train(plan, place, false, listener, cancel));
                Trained resumed = tiny.train(plan, place, true, TrainingListener.NONE, new CancelToken());
                assertSameWeights(whole.weights(), resumed.weights());
                assertEquals(whole.bestScore(), resumed.bestScore());
                assertEquals(losses(whole), losses(resumed));
            }
        }
    }

    @Test
    void withoutPatienceItNeverLooksAtTheValidationPartAndKeepsTheLastEpoch() throws ProblemException {
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.FULL, List.of(new Phase(3, 3e-3, 10)), 0);
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained whole = tiny.train(plan, folder.resolve("whole"), false, TrainingListener.NONE, new CancelToken());
            assertEquals(2, whole.bestEpoch());
            whole.history().forEach(epoch -> assertTrue(Double.isNaN(epoch.score()), epoch.toString()));
            CancelToken cancel = new CancelToken();
            Path place = folder.resolve("stopped");
            TrainingListener stop = new CancelAfter(cancel, 6);
            assertThrows(CancellationException.class, () -> tiny.train(plan, place, false, stop, cancel));
            Trained resumed = tiny.train(plan, place, true, TrainingListener.NONE, new CancelToken());
            assertSameWeights(whole.weights(), resumed.weights());
        }
    }

    @Test
    void fullTrainingLearns() throws ProblemException {
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.FULL, List.of(new Phase(12, 3e-3, 0)));
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained trained = tiny.train(plan, folder.resolve("run"), false, TrainingListener.NONE, new CancelToken());
            assertTrue(trained.bestScore() > 0.95, "validation AUC " + trained.bestScore());
            List<Double> losses = losses(trained);
            assertTrue(losses.get(losses.size() - 1) < losses.get(0), losses.toString());
        }
    }

    @Test
    void frozenStagesKeepTheirWeightsAndStatistics() throws ProblemException {
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.FULL, List.of(new Phase(1, 1e-2, 15)));
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained trained = tiny.train(plan, folder.resolve("run"), false, TrainingListener.NONE, new CancelToken());
            trained.weights().forEach((name, tensor) -> {
                boolean same = Arrays.equals(
                        tensor.values(),
                        Objects.requireNonNull(tiny.start.get(name)).values());
                assertEquals(Architecture.stageOf(name) < 15, same, name);
            });
        }
    }

    @Test
    void quickTrainingLearnsAndKeepsItsFeatures() throws ProblemException, IOException {
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.QUICK, List.of(new Phase(30, 1e-2, Phase.HEAD_ONLY)));
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained first = tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            assertTrue(first.bestScore() > 0.8, "validation AUC " + first.bestScore());
            Path features = features(run);
            FileTime written = Files.getLastModifiedTime(features);
            Trained again = tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            assertEquals(written, Files.getLastModifiedTime(features));
            assertSameWeights(first.weights(), again.weights());
        }
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefused() throws ProblemException {
        List<Phase> phases = List.of(new Phase(1, 1e-2, Phase.HEAD_ONLY));
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.QUICK, phases);
        TrainingPlan other = TinyTraining.plan(TrainingPlan.Mode.QUICK, List.of(new Phase(2, 1e-2, Phase.HEAD_ONLY)));
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> tiny.train(other, run, true, TrainingListener.NONE, new CancelToken()));
            assertTrue(refused.what().contains(Checkpoint.FILE), refused.what());
        }
    }

    private static Path features(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            List<Path> found = files.filter(f -> f.getFileName().toString().startsWith("features-"))
                    .toList();
            assertFalse(found.isEmpty());
            return found.get(0);
        }
    }

    private static List<Double> losses(Trained trained) {
        return trained.history().stream()
                .map(TrainingListener.EpochReport::trainingLoss)
                .toList();
    }

    static void assertSameWeights(Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, tensor) -> assertArrayEquals(
                tensor.values(), Objects.requireNonNull(actual.get(name)).values(), 0f, name));
    }
}
