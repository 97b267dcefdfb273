package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one training said of the images that were held out from it.
 *
 * @param images ids, in ascending order
 * @param lesions of each image
 * @param labels index of each image's true class
 * @param probabilities [images][classes], before calibration; at least two classes
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record FoldAnswers(List<String> images, List<String> lesions, int[] labels, double[][] probabilities) {
    public FoldAnswers {
        images = List.copyOf(images);
        lesions = List.copyOf(lesions);
        Indices.sameLength(probabilities.length, images.size());
        Indices.sameLength(labels.length, lesions.size());
        Indices.sameLength(labels.length, images.size());
    }

    /** The answers on those of the images that another training was asked about, too. */
    public FoldAnswers among(FoldAnswers other) {
        Set<String> wanted = Set.copyOf(other.images);
        int[] kept = IntStream.range(0, labels.length)
                .filter(i -> wanted.contains(images.get(i)))
                .toArray();
        return new FoldAnswers(
                Arrays.stream(kept).mapToObj(images::get).toList(),
                Arrays.stream(kept).mapToObj(lesions::get).toList(),
                Arrays.stream(kept).map(i -> labels[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> probabilities[i]).toArray(double[][]::new));
    }

    /** Whether another training was asked about the very same images. */
    boolean sameImages(FoldAnswers other) {
        return images.equals(other.images) && lesions.equals(other.lesions) && Arrays.equals(labels, other.labels);
    }
}
