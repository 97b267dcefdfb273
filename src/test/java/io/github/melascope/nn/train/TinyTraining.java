package io.github.melascope.nn.train;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Balancing;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FreshWeights;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A training small enough for a test: 40 drawn images of 64 pixels, of which the darker and more ragged are class 1. */
final class TinyTraining implements AutoCloseable {
    private static final int IMAGES = 40;
    private static final int SIZE = 64;

    final Architecture architecture = new Architecture(Convention.TORCH, Task.MELANOMA, 16, 0.2, SIZE);
    final Map<String, Tensor> start = FreshWeights.start(architecture, Map.of(), 3);
    final ExecutorService workers = Executors.newFixedThreadPool(2);
    final TrainingData data;
    private final PixelCache cache;

    TinyTraining(Path folder) throws ProblemException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            files.add(draw(folder.resolve("image-" + i + ".png"), i));
        }
        cache = PixelCache.build(
                files, folder.resolve("pixels.cache"), SIZE, workers, Progress.NONE, new CancelToken());
        int[] labels = IntStream.range(0, IMAGES).map(i -> i % 2).toArray();
        data = new TrainingData(
                cache,
                labels,
                IntStream.range(0, 28).toArray(),
                IntStream.range(28, IMAGES).toArray());
    }

    private static Path draw(Path file, int i) {
        Random random = new Random(i);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(220, 180, 160));
        g.fillRect(0, 0, SIZE, SIZE);
        int spots = i % 2 == 1 ? 9 : 1;
        for (int s = 0; s < spots; s++) {
            int shade = i % 2 == 1 ? 30 + random.nextInt(60) : 110 + random.nextInt(40);
            g.setColor(new Color(shade, shade * 2 / 3, shade / 2));
            g.fillOval(14 + random.nextInt(20), 14 + random.nextInt(20), 12 + random.nextInt(12), 12);
        }
        g.dispose();
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static TrainingPlan plan(TrainingPlan.Mode mode, List<Phase> phases) {
        return plan(mode, phases, 1000);
    }

    static TrainingPlan distilled(TrainingPlan.Mode mode, List<Phase> phases, Distillation distillation) {
        return plan(mode, phases, 1000, distillation);
    }

    static TrainingPlan plan(TrainingPlan.Mode mode, List<Phase> phases, int patience) {
        return plan(mode, phases, patience, Distillation.NONE);
    }

    private static TrainingPlan plan(
            TrainingPlan.Mode mode, List<Phase> phases, int patience, Distillation distillation) {
        TrainingPlan usual = TrainingPlan.of(mode, Task.MELANOMA, 11);
        return new TrainingPlan(
                mode,
                Task.MELANOMA,
                11,
                SIZE,
                16,
                0.2,
                8,
                phases,
                new LossPlan(1, 0.05, 0.5, 0),
                Balancing.OVERSAMPLE,
                usual.augmentation(),
                0.01,
                0.1,
                0.9,
                patience,
                1,
                mode == TrainingPlan.Mode.QUICK,
                false,
                0,
                distillation,
                List.of(),
                5);
    }

    Trained train(TrainingPlan plan, Path folder, boolean resume, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        Trainer trainer = new Trainer(
                NeuralEngine.start(2),
                ComputeDevice.CPU,
                (a, weights) -> Networks.open(a, weights, ComputeDevice.CPU, 2),
                workers);
        return trainer.train(plan, architecture, start, data, folder, resume, Progress.NONE, listener, cancel);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        cache.close();
    }
}
