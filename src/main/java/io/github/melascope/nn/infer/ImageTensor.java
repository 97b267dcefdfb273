package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * The one place where pixels become what the network sees: {@code (value / 255 − mean) / deviation} of the convention, in
 * float as torchvision computes it. An image must have the network's input size already.
 */
public final class ImageTensor {
    /** Red, green, blue. */
    public static final int CHANNELS = 3;

    private static final int LEVELS = 256;

    /** The 256 possible inputs of each channel. */
    private final float[][] table = new float[CHANNELS][LEVELS];

    private final int size;

    public ImageTensor(Architecture architecture) {
        Convention convention = architecture.convention();
        size = architecture.inputSize();
        for (int c = 0; c < CHANNELS; c++) {
            for (int value = 0; value < LEVELS; value++) {
                table[c][value] = (value / 255f - convention.mean(c)) / convention.deviation(c);
            }
        }
    }

    /** Floats one image takes: 3 · side · side. */
    public int length() {
        return CHANNELS * size * size;
    }

    /**
     * Writes images one after the other from index 0 of {@code target} on, each as three planes: [images, 3, side, side].
     *
     * @throws IllegalArgumentException when an image has another size than the network's input
     */
    public void planes(List<RgbImage> images, FloatBuffer target) {
        for (int i = 0; i < images.size(); i++) {
            int[] pixels = pixels(images.get(i));
            for (int c = 0; c < CHANNELS; c++) {
                float[] levels = table[c];
                int shift = 16 - 8 * c;
                int plane = i * length() + c * pixels.length;
                for (int p = 0; p < pixels.length; p++) {
                    target.put(plane + p, levels[(pixels[p] >> shift) & 0xFF]);
                }
            }
        }
    }

    /**
     * Writes images one after the other from index 0 of {@code target} on, pixel by pixel: [images, side, side, 3].
     *
     * @throws IllegalArgumentException when an image has another size than the network's input
     */
    public void interleaved(List<RgbImage> images, FloatBuffer target) {
        int at = 0;
        for (RgbImage image : images) {
            for (int pixel : pixels(image)) {
                target.put(at, table[0][(pixel >> 16) & 0xFF]);
                target.put(at + 1, table[1][(pixel >> 8) & 0xFF]);
                target.put(at + 2, table[2][pixel & 0xFF]);
                at += CHANNELS;
            }
        }
    }

    private int[] pixels(RgbImage image) {
        if (image.width() != size || image.height() != size) {
            throw new IllegalArgumentException("an image of " + image.width() + " × " + image.height()
                    + " was given to a network for " + size + " × " + size);
        }
        return image.pixels();
    }
}
