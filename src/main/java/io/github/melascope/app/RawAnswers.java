package io.github.melascope.app;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.train.PixelCache;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a network says of labelled images, before calibration.
 *
 * @param samples the images
 * @param logits [images][outputs]
 * @param embeddings [images][1280]
 * @param fineMeans [images][96]
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record RawAnswers(List<Sample> samples, float[][] logits, float[][] embeddings, float[][] fineMeans) {
    private static final int CHUNK = 32;
    private static final int AHEAD = 3 * CHUNK;

    RawAnswers {
        samples = List.copyOf(samples);
    }

    /**
     * Asks the network; images are decoded on the workers meanwhile.
     *
     * @throws ProblemException the first image that cannot be read: an exam with holes is none
     */
    static RawAnswers of(
            Network network,
            List<Sample> samples,
            ExecutorService workers,
            String stage,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        return of(network, samples, UnaryOperator.identity(), workers, stage, progress, cancel);
    }

    /**
     * The same of changed images.
     *
     * @param change of an image as the network sees it; its size stays
     */
    static RawAnswers of(
            Network network,
            List<Sample> samples,
            UnaryOperator<RgbImage> change,
            ExecutorService workers,
            String stage,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        int size = network.architecture().inputSize();
        float[][] logits = new float[samples.size()][];
        float[][] embeddings = new float[samples.size()][];
        float[][] fineMeans = new float[samples.size()][];
        try (Ahead<RgbImage> images = new Ahead<>(workers, AHEAD, decoding(samples, size, change))) {
            for (int done = 0; images.hasNext(); ) {
                List<RgbImage> chunk = images.next(CHUNK, cancel);
                Activations activations = network.run(chunk, false);
                System.arraycopy(activations.logits(), 0, logits, done, chunk.size());
                System.arraycopy(activations.embeddings(), 0, embeddings, done, chunk.size());
                System.arraycopy(activations.fineMeans(), 0, fineMeans, done, chunk.size());
                done += chunk.size();
                progress.report(stage, done, samples.size());
            }
        }
        return new RawAnswers(samples, logits, embeddings, fineMeans);
    }

    /** The same of those images alone that are wanted. */
    RawAnswers only(Predicate<Sample> wanted) {
        int[] rows = IntStream.range(0, samples.size())
                .filter(i -> wanted.test(samples.get(i)))
                .toArray();
        return new RawAnswers(
                Arrays.stream(rows).mapToObj(samples::get).toList(),
                Arrays.stream(rows).mapToObj(i -> logits[i]).toArray(float[][]::new),
                Arrays.stream(rows).mapToObj(i -> embeddings[i]).toArray(float[][]::new),
                Arrays.stream(rows).mapToObj(i -> fineMeans[i]).toArray(float[][]::new));
    }

    private static Iterator<Callable<RgbImage>> decoding(
            List<Sample> samples, int size, UnaryOperator<RgbImage> change) {
        return samples.stream()
                .map(sample -> (Callable<RgbImage>) () -> change.apply(PixelCache.decode(sample.file(), size)))
                .iterator();
    }
}
