package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.Distillation;
import io.github.melascope.nn.train.Phase;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long a training will take here: a few images are read and a few batches trained, and what they took is multiplied.
 *
 * @param seconds until the plan's end, if nothing stops early
 */
public record TrainingEstimate(double seconds) {
    private static final int CHUNK = 32;
    /** Batches of each phase; the first is not counted, as it makes what the others use again. */
    private static final int BATCHES = 4;

    /**
     * Measures on the engine's thread, for which it waits.
     *
     * @throws ProblemException when images, start weights or device cannot be used
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static TrainingEstimate measure(AppContext context, Split split, Recipe recipe, CancelToken cancel)
            throws ProblemException {
        TrainingPlan plan = recipe.plan();
        StartWeights start =
                StartWeights.of(Optional.of(recipe.init()).filter(init -> !init.isEmpty()), "", context.models());
        ComputeDevice device =
                Devices.choose(context, Optional.of(recipe.device()).filter(code -> !code.isEmpty()));
        Path folder = scratch(context);
        try {
            Speeds speeds = context.engineThread()
                    .call(() -> new Measuring(context, start, device, folder, cancel).run(plan, split));
            return new TrainingEstimate(speeds.seconds(plan, split));
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path scratch(AppContext context) throws ProblemException {
        try {
            Files.createDirectories(context.cache());
            return Files.createTempDirectory(context.cache(), "estimate");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.training.estimate", context.cache(), IoReason.of(e));
        }
    }

    /**
     * Seconds.
     *
     * @param decode of an image
     * @param feature of an image through the frozen network
     * @param steps of a batch in each phase
     * @param validate of an image, each epoch
     */
    private record Speeds(double decode, double feature, List<Double> steps, double validate) {
        double seconds(TrainingPlan plan, Split split) {
            int training = split.part(Part.TRAIN).size();
            int validation = split.part(Part.VALIDATION).size();
            int test = split.part(Part.TEST).size();
            boolean quick = plan.mode() == TrainingPlan.Mode.QUICK;
            double sum = decode * (training + validation);
            int rows = quick ? training * (1 + plan.views()) : training;
            sum += quick ? feature * (rows + validation) : 0;
            for (int p = 0; p < steps.size(); p++) {
                double epoch = steps.get(p) * Math.ceil(rows / (double) plan.batchSize()) + validate * validation;
                sum += epoch * plan.phases().get(p).epochs();
            }
            return sum + Math.max(decode, feature) * (validation + test + Math.min(training, 1750));
        }
    }

    /** One measurement. */
    private record Measuring(
            AppContext context, StartWeights start, ComputeDevice device, Path folder, CancelToken cancel) {
        Speeds run(TrainingPlan plan, Split split) throws ProblemException {
            List<Sample> samples = spread(split.part(Part.TRAIN), 2 * CHUNK);
            List<Path> files = samples.stream().map(Sample::file).toList();
            long began = System.nanoTime();
            try (PixelCache images = PixelCache.build(
                    files,
                    folder.resolve("pixels.cache"),
                    plan.inputSize(),
                    context.workers(),
                    Progress.NONE,
                    cancel)) {
                double decode = (System.nanoTime() - began) / 1e9 / files.size();
                int count = Math.max(BATCHES * plan.batchSize(), 4 * CHUNK);
                TrainingData data = new TrainingData(
                        images,
                        samples.stream().mapToInt(s -> s.label(plan.task())).toArray(),
                        IntStream.range(0, count).map(i -> i % files.size()).toArray(),
                        IntStream.range(0, CHUNK).map(i -> i % files.size()).toArray());
                Clock clock = new Clock();
                Architecture architecture = start.architecture(plan);
                Trainer trainer = new Trainer(
                        context.engine(),
                        device,
                        (a, w) -> Networks.open(a, w, device, context.threads()),
                        context.workers());
                trainer.train(
                        shortened(plan),
                        architecture,
                        start.complete(architecture, plan.seed()),
                        data,
                        folder,
                        false,
                        clock,
                        clock,
                        cancel);
                return clock.speeds(decode, plan.phases().size());
            }
        }

        private static List<Sample> spread(List<Sample> all, int wanted) {
            int count = Math.min(wanted, all.size());
            return IntStream.range(0, count)
                    .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                    .toList();
        }

        private static TrainingPlan shortened(TrainingPlan plan) {
            List<Phase> phases = plan.phases().stream()
                    .map(p -> new Phase(1, p.learningRate(), p.firstTrained()))
                    .toList();
            return new TrainingPlan(
                    plan.mode(),
                    plan.task(),
                    plan.seed(),
                    plan.inputSize(),
                    plan.hidden(),
                    plan.dropout(),
                    plan.batchSize(),
                    phases,
                    plan.loss(),
                    io.github.melascope.dataset.Balancing.NONE,
                    plan.augmentation(),
                    plan.weightDecay(),
                    plan.warmup(),
                    plan.ema(),
                    1,
                    0,
                    false,
                    false,
                    plan.colorConstancy(),
                    Distillation.NONE,
                    List.of(),
                    1000);
        }
    }

    /** Times features, steps and validation as they are told of. */
    private static final class Clock implements Progress, TrainingListener {
        private final List<List<Double>> steps = new ArrayList<>();
        private final List<Double> validations = new ArrayList<>();
        private long last = System.nanoTime();
        private double feature;

        @Override
        public void report(String stage, long done, long total) {
            double seconds = lap();
            if (stage.equals("stage.features") && done > CHUNK) { // the first chunk warms the network up
                feature = seconds / CHUNK;
            }
        }

        @Override
        public void step(StepReport report) {
            if (report.step() == 1) {
                steps.add(new ArrayList<>());
                lap();
            } else {
                steps.get(steps.size() - 1).add(lap());
            }
        }

        @Override
        public void epoch(EpochReport report) {
            validations.add(lap() / CHUNK);
        }

        private double lap() {
            long now = System.nanoTime();
            double seconds = (now - last) / 1e9;
            last = now;
            return seconds;
        }

        Speeds speeds(double decode, int phases) {
            List<Double> medians = IntStream.range(0, phases)
                    .mapToObj(p -> median(steps.get(p)))
                    .toList();
            return new Speeds(decode, feature, medians, Collections.min(validations));
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }
}
