package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistillationTest {
    private static final Distillation TWO = new Distillation(2, 0.7, 2);
    private static final List<Phase> FULL = List.of(new Phase(1, 3e-3, Phase.HEAD_ONLY), new Phase(2, 2e-3, 10));
    private static final List<Phase> QUICK = List.of(new Phase(3, 1e-2, Phase.HEAD_ONLY));

    @TempDir
    Path folder;

    /** Writes down whose steps it hears of. */
    private static final class Heard implements TrainingListener {
        final List<String> networks = new ArrayList<>();
        double left = Double.NaN;

        @Override
        public void step(StepReport report) {
            left = report.secondsLeft();
        }

        @Override
        public void epoch(EpochReport report) {}

        @Override
        public void teacher(int number, int teachers) {
            networks.add(number + "/" + teachers);
        }

        @Override
        public void student(int teachers) {
            networks.add("student of " + teachers);
        }
    }

    @Test
    void resumedInATeacherOrInTheStudentItEqualsAnUninterruptedOneBitForBit() throws ProblemException {
        // Steps an epoch: 4 of images, 7 of features; three epochs a network.
        resumes(TinyTraining.distilled(TrainingPlan.Mode.FULL, FULL, TWO), 3 * 4);
        resumes(TinyTraining.distilled(TrainingPlan.Mode.QUICK, QUICK, TWO), 3 * 7);
    }

    private void resumes(TrainingPlan plan, int steps) throws ProblemException {
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained whole = tiny.train(
                    plan, folder.resolve(plan.mode() + "-whole"), false, TrainingListener.NONE, new CancelToken());
            assertEquals(3, whole.history().size(), "the student's");
            Path place = folder.resolve(plan.mode() + "-stopped");
            Heard heard = new Heard();
            stop(tiny, plan, place, false, steps + 6); // in the middle of teacher 2
            assertTrue(Files.exists(place.resolve("teacher-1.safetensors")));
            assertFalse(Files.exists(place.resolve("teacher-1")));
            assertFalse(Files.exists(place.resolve("teacher-2.safetensors")));
            stop(tiny, plan, place, true, steps - 6 + 5); // in the middle of the student
            Trained resumed = tiny.train(plan, place, true, heard, new CancelToken());
            assertEquals(List.of("student of 2"), heard.networks);
            TrainerTest.assertSameWeights(whole.weights(), resumed.weights());
            assertEquals(whole.bestScore(), resumed.bestScore());
        }
    }

    private static void stop(TinyTraining tiny, TrainingPlan plan, Path place, boolean resume, int steps) {
        CancelToken cancel = new CancelToken();
        TrainingListener listener = new TrainerTest.CancelAfter(cancel, steps);
        assertThrows(CancellationException.class, () -> tiny.train(plan, place, resume, listener, cancel));
    }

    @Test
    void fullTrainingLearnsAndCountsItsTeachers() throws ProblemException {
        List<Phase> phases = List.of(new Phase(6, 3e-3, 0));
        TrainingPlan plan = TinyTraining.distilled(TrainingPlan.Mode.FULL, phases, TWO);
        Path run = folder.resolve("run");
        Heard heard = new Heard();
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained trained = tiny.train(plan, run, false, heard, new CancelToken());
            assertEquals(List.of("1/2", "2/2", "student of 2"), heard.networks);
            assertTrue(trained.bestScore() > 0.95, "validation AUC " + trained.bestScore());
            double epochs = trained.history().stream()
                    .mapToDouble(TrainingListener.EpochReport::seconds)
                    .sum();
            assertTrue(trained.seconds() > 1.5 * epochs, trained.seconds() + " s, its own epochs " + epochs + " s");
            assertEquals(0, heard.left, 1e-9);
        }
    }

    @Test
    void quickTrainingLearnsFromFeaturesThatAreComputedOnce() throws ProblemException, IOException {
        // At 1e-2 the head's few units die with some seeds, with or without teachers: the network then answers a
        // constant.
        List<Phase> phases = List.of(new Phase(30, 3e-3, Phase.HEAD_ONLY));
        TrainingPlan plan = TinyTraining.distilled(TrainingPlan.Mode.QUICK, phases, TWO);
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained trained = tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            assertTrue(trained.bestScore() > 0.8, "validation AUC " + trained.bestScore());
        }
        try (Stream<Path> files = Files.walk(run)) {
            assertEquals(
                    1, files.filter(f -> f.toString().contains("features-")).count());
        }
    }

    @Test
    void aTeacherIsTheTrainingOfItsSeed() throws ProblemException {
        TrainingPlan plan = TinyTraining.distilled(TrainingPlan.Mode.FULL, FULL, TWO);
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            TrainingPlan alone = plan.ofTeacher(2);
            assertEquals(plan.seed() + 2, alone.seed());
            Trained teacher =
                    tiny.train(alone, folder.resolve("alone"), false, TrainingListener.NONE, new CancelToken());
            TrainerTest.assertSameWeights(teacher.weights(), teacher(run, 2));
        }
    }

    @Test
    void withTheTeachersWeightAloneTheStudentComesToSayWhatTheTeacherSays() throws ProblemException {
        List<Phase> phases = List.of(new Phase(25, 3e-3, 14));
        Distillation alone = new Distillation(1, 1, 1);
        TrainingPlan plan = TinyTraining.distilled(TrainingPlan.Mode.FULL, phases, alone);
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            Trained student = tiny.train(plan, run, false, TrainingListener.NONE, new CancelToken());
            double[] taught = answers(tiny, teacher(run, 1));
            double before = distance(answers(tiny, tiny.start), taught);
            double after = distance(answers(tiny, student.weights()), taught);
            assertTrue(after < before / 2, "mean distance in probability " + before + " before, " + after + " after");
        }
    }

    @Test
    void teachersOfAnotherTrainingAreRefusedOnAResumeAndReplacedElse() throws ProblemException {
        TrainingPlan plan = TinyTraining.distilled(TrainingPlan.Mode.QUICK, QUICK, TWO);
        TrainingPlan other = TinyTraining.distilled(TrainingPlan.Mode.QUICK, QUICK, new Distillation(2, 0.5, 2));
        Path run = folder.resolve("run");
        try (TinyTraining tiny = new TinyTraining(folder)) {
            stop(tiny, plan, run, false, 3 * 7 + 2);
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> tiny.train(other, run, true, TrainingListener.NONE, new CancelToken()));
            assertTrue(refused.what().contains("teacher-1.safetensors"), refused.what());
            stop(tiny, other, run, false, 5);
            Heard heard = new Heard();
            tiny.train(other, run, true, heard, new CancelToken());
            assertEquals(List.of("1/2", "2/2", "student of 2"), heard.networks);
        }
    }

    private static Map<String, Tensor> teacher(Path run, int k) throws ProblemException {
        return Safetensors.read(run.resolve("teacher-" + k + ".safetensors")).tensors();
    }

    /** Probability of class 1 of every training image. */
    private static double[] answers(TinyTraining tiny, Map<String, Tensor> weights) throws ProblemException {
        List<RgbImage> images = new ArrayList<>();
        for (int image : tiny.data.training()) {
            images.add(tiny.data.images().image(image));
        }
        try (Network network = Networks.open(tiny.architecture, weights, ComputeDevice.CPU, 2)) {
            float[][] logits = network.run(images, false).logits();
            return java.util.Arrays.stream(logits)
                    .mapToDouble(row -> 1 / (1 + Math.exp(-row[0])))
                    .toArray();
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]) / a.length;
        }
        return sum;
    }
}
