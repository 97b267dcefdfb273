package io.github.melascope.nn.train;

import java.util.Optional;

/**
 * What a training sees. The test part is not in it.
 *
 * @param images every image, decoded
 * @param labels class of each image; 0 and 1 for the melanoma task
 * @param training indices of the training part
 * @param validation indices of the validation part
 * @param skin of the training part's images, for plans that set lesions on other skin
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record TrainingData(
        PixelCache images, int[] labels, int[] training, int[] validation, Optional<OtherSkin> skin) {
    /** Without outlines. */
    public TrainingData(PixelCache images, int[] labels, int[] training, int[] validation) {
        this(images, labels, training, validation, Optional.empty());
    }

    int[] labelsOf(int[] part) {
        int[] chosen = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            chosen[i] = labels[part[i]];
        }
        return chosen;
    }
}
