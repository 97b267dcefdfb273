package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.Statistic;
import io.github.melascope.nn.train.PixelCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * What the parts of an audit share.
 *
 * @param model that is audited
 * @param samples the images it is asked about
 * @param training the images it learnt from, for baselines and for what is compared with them
 * @param masks outlines that people drew, where there are some
 * @param workers read and change images
 * @param bootstrap of the intervals
 */
record Audited(
        LoadedModel model,
        List<Sample> samples,
        List<Sample> training,
        Optional<LesionMasks> masks,
        ExecutorService workers,
        Bootstrap bootstrap,
        Progress progress,
        CancelToken cancel) {
    Audited {
        samples = List.copyOf(samples);
        training = List.copyOf(training);
    }

    /** Side of the network's input in pixels. */
    int size() {
        return model.spec().inputSize();
    }

    double threshold() {
        return model.spec().thresholds().melanoma().value();
    }

    RgbImage image(Sample sample) throws ProblemException {
        return PixelCache.decode(sample.file(), size());
    }

    Optional<LesionMask> mask(Sample sample) throws ProblemException {
        return masks.isEmpty() ? Optional.empty() : masks.get().of(sample.imageId(), size());
    }

    /** The same for an image in every audit, whatever its place in the dataset. */
    long seed(Sample sample) {
        return bootstrap.seed() * 1_000_003 + sample.imageId().hashCode();
    }

    boolean[] melanoma() {
        boolean[] melanoma = new boolean[samples.size()];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = samples.get(i).melanoma();
        }
        return melanoma;
    }

    /** Figures over all samples, with intervals over their lesions. */
    List<Figure> figures(Statistic statistic) {
        return figures(samples, statistic);
    }

    /** Figures over some samples, with intervals over their lesions. */
    List<Figure> figures(List<Sample> some, Statistic statistic) {
        Map<String, Integer> lesions = new HashMap<>();
        int[] cluster = some.stream()
                .mapToInt(sample -> lesions.computeIfAbsent(sample.lesionId(), id -> lesions.size()))
                .toArray();
        return bootstrap.figures(cluster, statistic, cancel);
    }
}
