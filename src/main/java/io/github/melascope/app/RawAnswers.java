package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.train.PixelCache;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * What a network says of labelled images, before calibration.
 *
 * @param samples the images
 * @param logits [images][outputs]
 * @param embeddings [images][1280]
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record RawAnswers(List<Sample> samples, float[][] logits, float[][] embeddings) {
    private static final int CHUNK = 32;
    private static final int CHUNKS_AHEAD = 3;

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
        int size = network.architecture().inputSize();
        float[][] logits = new float[samples.size()][];
        float[][] embeddings = new float[samples.size()][];
        Deque<List<Future<RgbImage>>> ahead = new ArrayDeque<>();
        int submitted = 0;
        for (int done = 0; done < samples.size(); ) {
            cancel.check();
            while (submitted < samples.size() && ahead.size() < CHUNKS_AHEAD) {
                int to = Math.min(samples.size(), submitted + CHUNK);
                List<Future<RgbImage>> chunk = new ArrayList<>();
                for (Sample sample : samples.subList(submitted, to)) {
                    chunk.add(workers.submit(() -> PixelCache.decode(sample.file(), size)));
                }
                ahead.addLast(chunk);
                submitted = to;
            }
            List<RgbImage> images = new ArrayList<>();
            for (Future<RgbImage> image : ahead.removeFirst()) {
                images.add(get(image));
            }
            Activations activations = network.run(images, false);
            System.arraycopy(activations.logits(), 0, logits, done, images.size());
            System.arraycopy(activations.embeddings(), 0, embeddings, done, images.size());
            done += images.size();
            progress.report(stage, done, samples.size());
        }
        return new RawAnswers(samples, logits, embeddings);
    }

    private static RgbImage get(Future<RgbImage> image) throws ProblemException {
        try {
            return image.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
