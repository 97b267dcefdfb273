package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.Phase;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The training half of the benchmark: frozen and fine-tuned steps, a whole quick training, and PyTorch in Python. */
final class TrainingBench {
    private static final int BATCH = 32;
    private static final int VALIDATION = 32;
    /** Images of the quick training: the few drawn ones again and again, as many as make it worth measuring. */
    private static final int QUICK = 3072;

    private final AppContext context;
    private final CancelToken cancel;

    TrainingBench(AppContext context, CancelToken cancel) {
        this.context = context;
        this.cancel = cancel;
    }

    void run(LoadedModel model, List<Path> files, Path folder, Consumer<BenchLine> lines)
            throws ProblemException, IOException {
        int size = model.spec().inputSize();
        Path cache = folder.resolve("pixels.cache");
        try (PixelCache images = PixelCache.build(files, cache, size, context.workers(), Progress.NONE, cancel)) {
            int[] labels = IntStream.range(0, files.size())
                    .map(i -> i % model.spec().task().outputs())
                    .toArray();
            int training = files.size() - VALIDATION;
            TrainingData data = new TrainingData(
                    images,
                    labels,
                    IntStream.range(0, training).toArray(),
                    IntStream.range(training, files.size()).toArray());
            quick(model, data, folder, lines);
            double frozen = speed(model, data, folder, Phase.HEAD_ONLY);
            lines.accept(BenchLine.of("training, backbone frozen, augmented images", frozen, "images/s"));
            double tuned = speed(model, data, folder, 0);
            Optional<BenchPeer> peer = BenchPeer.measure(folder, context.threads(), BATCH, 6);
            BenchLine line = BenchLine.of("training, all layers fine-tuned, augmented images", tuned, "images/s");
            if (peer.isEmpty()) {
                lines.accept(new BenchLine(
                        line.name(), line.value(), line.unit(), OptionalDouble.empty(), "no Python with PyTorch here"));
                return;
            }
            BenchPeer python = peer.get();
            lines.accept(line.against("of " + python.version() + " in Python", tuned / python.contiguous()));
            lines.accept(line.against(
                    "of " + python.version() + " in Python, channels last", tuned / python.channelsLast()));
        }
    }

    /** A whole quick training, features and head, against one forward pass over the same images. */
    private void quick(LoadedModel model, TrainingData data, Path folder, Consumer<BenchLine> lines)
            throws ProblemException {
        List<RgbImage> decoded = new ArrayList<>();
        for (int i = 0; i < data.labels().length; i++) {
            decoded.add(data.images().image(i));
        }
        int drawn = data.training().length;
        TrainingData many = new TrainingData(
                data.images(),
                data.labels(),
                IntStream.range(0, QUICK).map(i -> i % drawn).toArray(),
                data.validation());
        model.network().run(decoded.subList(0, BATCH), false);
        long start = System.nanoTime();
        model.network().run(decoded, false);
        double forward = (System.nanoTime() - start) / 1e9 * (QUICK + VALIDATION) / decoded.size();
        TrainingPlan plan = Plans.of(TrainingPlan.Mode.QUICK, model, List.of(new Phase(40, 1e-3, Phase.HEAD_ONLY)));
        start = System.nanoTime();
        train(model, plan, many, folder.resolve("quick"), TrainingListener.NONE);
        double whole = (System.nanoTime() - start) / 1e9;
        lines.accept(BenchLine.of("quick training of " + QUICK + " images, 40 epochs, no views", whole, "s")
                .against("time of one forward pass over them", whole / forward));
    }

    /** Median images/s of the steps of two epochs. */
    private double speed(LoadedModel model, TrainingData data, Path folder, int firstTrained) throws ProblemException {
        TrainingPlan plan = Plans.of(TrainingPlan.Mode.FULL, model, List.of(new Phase(2, 1e-4, firstTrained)));
        List<Double> seconds = new ArrayList<>();
        long[] last = {0};
        TrainingListener listener = new TrainingListener() {
            @Override
            public void step(StepReport report) {
                long now = System.nanoTime();
                if (report.step() > 1) {
                    seconds.add((now - last[0]) / 1e9);
                }
                last[0] = now;
            }

            @Override
            public void epoch(EpochReport report) {}
        };
        train(model, plan, data, folder.resolve("full-" + firstTrained), listener);
        Collections.sort(seconds);
        return BATCH / seconds.get(seconds.size() / 2);
    }

    private void train(LoadedModel model, TrainingPlan plan, TrainingData data, Path folder, TrainingListener listener)
            throws ProblemException {
        Architecture architecture = model.network().architecture();
        Trainer trainer = new Trainer(
                context.engine(),
                ComputeDevice.CPU,
                (a, weights) -> Networks.open(a, weights, ComputeDevice.CPU, context.threads()),
                context.workers());
        context.engineThread()
                .call(() -> trainer.train(
                        plan,
                        architecture,
                        model.bundle().weights().tensors(),
                        data,
                        folder,
                        false,
                        Progress.NONE,
                        listener,
                        cancel));
    }

    /** Usual plans with other phases, for the model's own shape. */
    private static final class Plans {
        static TrainingPlan of(TrainingPlan.Mode mode, LoadedModel model, List<Phase> phases) {
            Task task = model.spec().task();
            TrainingPlan usual = TrainingPlan.of(mode, task, 1);
            return new TrainingPlan(
                    mode,
                    task,
                    1,
                    model.spec().inputSize(),
                    model.spec().hidden(),
                    usual.dropout(),
                    mode == TrainingPlan.Mode.QUICK ? usual.batchSize() : BATCH,
                    phases,
                    usual.loss(),
                    usual.balancing(),
                    usual.augmentation(),
                    usual.weightDecay(),
                    usual.warmup(),
                    usual.ema(),
                    1000,
                    0,
                    false,
                    usual.oneOfEachLesion(),
                    usual.colorConstancy(),
                    usual.distillation(),
                    usual.patient(),
                    1000);
        }
    }
}
