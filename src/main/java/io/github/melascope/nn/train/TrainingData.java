package io.github.melascope.nn.train;

/**
 * What a training sees. The test part is not in it.
 *
 * @param images every image, decoded
 * @param labels class of each image; 0 and 1 for the melanoma task
 * @param training indices of the training part
 * @param validation indices of the validation part
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record TrainingData(PixelCache images, int[] labels, int[] training, int[] validation) {
    int[] labelsOf(int[] part) {
        int[] chosen = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            chosen[i] = labels[part[i]];
        }
        return chosen;
    }
}
