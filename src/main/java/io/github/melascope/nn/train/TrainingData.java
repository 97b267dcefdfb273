package io.github.melascope.nn.train;

import io.github.melascope.dataset.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a training sees. The test part is not in it.
 *
 * @param images every image, decoded
 * @param labels class of each image; 0 and 1 for the melanoma task
 * @param lesions of each image: the same number for images of the same lesion
 * @param training indices of the training part
 * @param validation indices of the validation part
 * @param skin of the training part's images, for plans that set lesions on other skin
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record TrainingData(
        PixelCache images, int[] labels, int[] lesions, int[] training, int[] validation, Optional<OtherSkin> skin) {
    /** Without outlines, every image of a lesion of its own. */
    public TrainingData(PixelCache images, int[] labels, int[] training, int[] validation) {
        this(images, labels, IntStream.range(0, labels.length).toArray(), training, validation, Optional.empty());
    }

    /** Numbers for the lesions of images. */
    public static int[] lesions(List<Sample> samples) {
        Map<String, Integer> numbers = new HashMap<>();
        return samples.stream()
                .mapToInt(sample -> numbers.computeIfAbsent(sample.lesionId(), id -> numbers.size()))
                .toArray();
    }

    int[] labelsOf(int[] part) {
        return Arrays.stream(part).map(i -> labels[i]).toArray();
    }

    int[] lesionsOf(int[] part) {
        return Arrays.stream(part).map(i -> lesions[i]).toArray();
    }
}
