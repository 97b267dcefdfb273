package io.github.melascope.metrics;

import java.util.List;

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

    /** Whether another training was asked about the very same images. */
    boolean sameImages(FoldAnswers other) {
        return images.equals(other.images)
                && lesions.equals(other.lesions)
                && java.util.Arrays.equals(labels, other.labels);
    }
}
