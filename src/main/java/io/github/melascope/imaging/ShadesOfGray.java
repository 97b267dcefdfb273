package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;

/**
 * Colour constancy by Shades of Gray (Finlayson and Trezzi, Color Imaging Conference 2004): the colour of the light is taken
 * to be the Minkowski mean of each channel, {@code e = (mean Iᵖ)^(1/p)}, and each channel is divided by its part of it,
 * {@code √3 · e / |e|}. With p of 1 this is Gray World; the larger p, the more the brightest pixels count. It works on the
 * stored sRGB values.
 *
 * @param norm p, 1 … 16; 0 leaves images as they are
 */
public record ShadesOfGray(double norm) {
    public static final ShadesOfGray NONE = new ShadesOfGray(0);

    private static final int LEVELS = 256;

    public ShadesOfGray {
        if (norm != 0 && !(norm >= 1 && norm <= 16)) {
            throw new IllegalArgumentException("the norm of colour constancy must be 0 or 1 … 16, not " + norm);
        }
    }

    /** The image in neutral light. A channel that is black everywhere stays so. */
    public RgbImage of(RgbImage image) {
        if (norm == 0) {
            return image;
        }
        double[] light = {mean(image, 16), mean(image, 8), mean(image, 0)};
        double grey = Math.sqrt((light[0] * light[0] + light[1] * light[1] + light[2] * light[2]) / 3);
        int[][] levels = {levels(light[0], grey), levels(light[1], grey), levels(light[2], grey)};
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = image.pixels()[i];
            pixels[i] = levels[0][rgb >> 16 & 255] << 16 | levels[1][rgb >> 8 & 255] << 8 | levels[2][rgb & 255];
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    /** Minkowski mean of a channel, 0 … 255. */
    private double mean(RgbImage image, int shift) {
        long[] counts = new long[LEVELS];
        for (int rgb : image.pixels()) {
            counts[rgb >> shift & 255]++;
        }
        double sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += counts[level] * Math.pow(level / 255.0, norm);
        }
        return 255 * Math.pow(sum / image.pixels().length, 1 / norm);
    }

    /** What each level of a channel becomes. */
    private static int[] levels(double light, double grey) {
        int[] levels = new int[LEVELS];
        for (int level = 0; level < LEVELS && light > 0; level++) {
            levels[level] = (int) Math.min(255, Math.round(level * grey / light));
        }
        return levels;
    }
}
