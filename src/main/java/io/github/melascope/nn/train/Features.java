package io.github.melascope.nn.train;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * The frozen backbone's features of every image, computed once and kept on disk: the plain image, and for the training
 * part a few augmented views. After this a quick training never touches an image again.
 *
 * @param training rows of all views, [images · (1 + views)][1280]
 * @param validation rows of the plain images
 */
public record Features(Table training, Table validation) {
    private static final int CHUNK = 32;
    private static final int AHEAD = 3 * CHUNK;

    /**
     * @param rows features, [n][1280]
     * @param labels class of each row
     */
    @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
    public record Table(float[][] rows, int[] labels) {}

    /**
     * Computes the features, or reads them back when they were computed before.
     *
     * @param file where they are kept; its name must say of what images, weights and views they are
     * @throws ProblemException when they cannot be written
     */
    static Features of(
            TrainingData data,
            TrainingPlan plan,
            Network network,
            Path file,
            ExecutorService workers,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        int[] training = data.training();
        int views = 1 + plan.views();
        int total = training.length * views + data.validation().length;
        float[][] rows = Files.exists(file) ? read(file, total) : new float[0][];
        if (rows.length != total) {
            Augmenter augmenter = new Augmenter(plan.augmentation(), plan.seed());
            rows = compute(network, total, workers, progress, cancel, i -> {
                if (i >= training.length * views) {
                    return data.images().image(data.validation()[i - training.length * views]);
                }
                int image = training[i % training.length];
                int view = i / training.length;
                return view == 0 ? data.images().image(image) : augmented(data.images(), augmenter, view, image);
            });
            write(file, rows);
        }
        int[] labels = new int[training.length * views];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.labels()[training[i % training.length]];
        }
        return new Features(
                new Table(java.util.Arrays.copyOfRange(rows, 0, labels.length), labels),
                new Table(java.util.Arrays.copyOfRange(rows, labels.length, total), data.labelsOf(data.validation())));
    }

    private interface Source {
        RgbImage image(int index);
    }

    private static float[][] compute(
            Network network, int total, ExecutorService workers, Progress progress, CancelToken cancel, Source source)
            throws ProblemException {
        float[][] rows = new float[total][];
        Iterator<Callable<RgbImage>> making = IntStream.range(0, total)
                .mapToObj(i -> (Callable<RgbImage>) () -> source.image(i))
                .iterator();
        try (Ahead<RgbImage> images = new Ahead<>(workers, AHEAD, making)) {
            for (int done = 0; images.hasNext(); ) {
                float[][] embeddings =
                        network.run(images.next(CHUNK, cancel), false).embeddings();
                System.arraycopy(embeddings, 0, rows, done, embeddings.length);
                done += embeddings.length;
                progress.report("stage.features", done, total);
            }
        }
        return rows;
    }

    private static RgbImage augmented(PixelCache images, Augmenter augmenter, int view, int image) {
        int size = images.size();
        byte[] source = new byte[3 * size * size];
        float[] drawn = new float[source.length];
        images.read(image, source);
        augmenter.draw(source, size, view, image, drawn);
        int[] pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    Math.round(drawn[3 * i]) << 16 | Math.round(drawn[3 * i + 1]) << 8 | Math.round(drawn[3 * i + 2]);
        }
        return new RgbImage(size, size, pixels);
    }

    private static float[][] read(Path file, int total) throws ProblemException {
        Tensor all = Safetensors.read(file).tensors().get("features");
        if (all == null || all.values().length != total * Architecture.FEATURES) {
            return new float[0][];
        }
        float[][] rows = new float[total][];
        for (int i = 0; i < total; i++) {
            rows[i] = java.util.Arrays.copyOfRange(
                    all.values(), i * Architecture.FEATURES, (i + 1) * Architecture.FEATURES);
        }
        return rows;
    }

    private static void write(Path file, float[][] rows) throws ProblemException {
        float[] all = new float[Math.multiplyExact(rows.length, Architecture.FEATURES)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * Architecture.FEATURES, Architecture.FEATURES);
        }
        try {
            Tensor tensor = Tensor.of(all, rows.length, Architecture.FEATURES);
            new Safetensors(Map.of("features", tensor), Map.of()).write(file);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    e,
                    "problem.training.features",
                    file,
                    IoReason.of(e),
                    4L * all.length / (1 << 20));
        }
    }
}
