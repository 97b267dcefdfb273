package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;

/**
 * The one resize of training and inference: the whole frame squashed to the wanted size, as the HAM10000 literature
 * does, whatever its shape.
 *
 * <p>Separable triangle filter whose support grows with the reduction, so that every source pixel counts (what Pillow
 * calls {@code BILINEAR} and torchvision calls antialiased bilinear). Taps are computed in double and summed in float,
 * rows first; intermediate rows are not rounded, so results may differ from Pillow's by one grey level. The same input gives the same
 * output on every machine.
 */
public final class Resizer {
    private static final int CHANNELS = 3;

    private Resizer() {}

    /**
     * The picture at another size; itself when it already has that size.
     *
     * @throws IllegalArgumentException when a side is below 1
     */
    public static RgbImage resize(RgbImage image, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " × " + height + " is no image size");
        }
        if (width == image.width() && height == image.height()) {
            return image;
        }
        Taps across = Taps.of(image.width(), width);
        Taps down = Taps.of(image.height(), height);
        float[] narrow = new float[image.height() * width * CHANNELS];
        for (int y = 0; y < image.height(); y++) {
            squeezeRow(image, y, across, narrow, y * width * CHANNELS);
        }
        int[] pixels = new int[width * height];
        float[] sums = new float[width * CHANNELS];
        for (int y = 0; y < height; y++) {
            sumRows(narrow, down, y, sums);
            round(sums, pixels, y * width);
        }
        return new RgbImage(width, height, pixels);
    }

    /**
     * Half as wide and high, for looking at: each pixel the mean of four, or of the two or one that there are at the right
     * and lower edge of odd sizes. Several times faster than {@link #resize}.
     */
    public static RgbImage halved(RgbImage image) {
        int width = (image.width() + 1) / 2;
        int height = (image.height() + 1) / 2;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int above = 2 * y;
            int below = Math.min(above + 1, image.height() - 1);
            for (int x = 0; x < width; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, image.width() - 1);
                pixels[y * width + x] = mean(
                        image.pixel(left, above),
                        image.pixel(right, above),
                        image.pixel(left, below),
                        image.pixel(right, below));
            }
        }
        return new RgbImage(width, height, pixels);
    }

    /** The rounded mean of four colours; red and blue are summed in one number, as they do not touch. */
    private static int mean(int a, int b, int c, int d) {
        int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x020002;
        int green = (a & 0x00FF00) + (b & 0x00FF00) + (c & 0x00FF00) + (d & 0x00FF00) + 0x000200;
        return ((redBlue >> 2) & 0xFF00FF) | ((green >> 2) & 0x00FF00);
    }

    private static void squeezeRow(RgbImage image, int y, Taps taps, float[] out, int outStart) {
        int[] pixels = image.pixels();
        int row = y * image.width();
        for (int x = 0, at = outStart; x < taps.first.length; x++, at += CHANNELS) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int from = row + taps.first[x];
            float[] weights = taps.weights[x];
            for (int k = 0; k < weights.length; k++) {
                int pixel = pixels[from + k];
                float weight = weights[k];
                red += weight * ((pixel >> 16) & 0xFF);
                green += weight * ((pixel >> 8) & 0xFF);
                blue += weight * (pixel & 0xFF);
            }
            out[at] = red;
            out[at + 1] = green;
            out[at + 2] = blue;
        }
    }

    private static void sumRows(float[] narrow, Taps taps, int y, float[] sums) {
        java.util.Arrays.fill(sums, 0);
        float[] weights = taps.weights[y];
        for (int k = 0; k < weights.length; k++) {
            int from = (taps.first[y] + k) * sums.length;
            float weight = weights[k];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * narrow[from + i];
            }
        }
    }

    private static void round(float[] sums, int[] pixels, int start) {
        for (int x = 0, at = 0; at < sums.length; x++, at += CHANNELS) {
            pixels[start + x] = (level(sums[at]) << 16) | (level(sums[at + 1]) << 8) | level(sums[at + 2]);
        }
    }

    private static int level(float value) {
        return Math.min(255, (int) (value + 0.5f)); // weights are never negative, so neither is the value
    }

    /** For each target position the first source position and the weights from there on, which sum to 1. */
    @SuppressWarnings("ArrayRecordComponent") // bulk data; never compared
    private record Taps(int[] first, float[][] weights) {
        static Taps of(int source, int target) {
            double scale = (double) source / target;
            double support = Math.max(scale, 1);
            int[] first = new int[target];
            float[][] weights = new float[target][];
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (centre - support + 0.5));
                int end = Math.min(source, (int) (centre + support + 0.5));
                weights[i] = triangle(first[i], end, centre, support);
            }
            return new Taps(first, weights);
        }

        private static float[] triangle(int first, int end, double centre, double support) {
            double[] raw = new double[end - first];
            double sum = 0;
            for (int k = 0; k < raw.length; k++) {
                raw[k] = Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / support);
                sum += raw[k];
            }
            float[] weights = new float[raw.length];
            for (int k = 0; k < raw.length; k++) {
                weights[k] = (float) (raw[k] / sum);
            }
            return weights;
        }
    }
}
