package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;
import java.util.stream.IntStream;

/** Fills parts of an image with colours of the rest: a lesion with the skin around it. Masks are row by row. */
public final class SkinFill {
    private static final int CHANNELS = 3;
    /** Over-relaxation of Gauss and Seidel's sweeps; below 2 it converges. */
    private static final float RELAXATION = 1.9f;

    private SkinFill() {}

    /** One colour: the mean of the sample. */
    public static RgbImage flat(RgbImage image, boolean[] gone, boolean[] sample) {
        int colour = mean(image, sample);
        int[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = gone[i] ? colour : pixels[i];
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    private static int mean(RgbImage image, boolean[] sample) {
        long[] sums = new long[CHANNELS];
        int count = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i]) {
                count++;
                for (int c = 0; c < CHANNELS; c++) {
                    sums[c] += (image.pixels()[i] >> (16 - 8 * c)) & 0xFF;
                }
            }
        }
        int divisor = Math.max(1, count);
        return (int) (sums[0] / divisor) << 16 | (int) (sums[1] / divisor) << 8 | (int) (sums[2] / divisor);
    }

    /**
     * The smooth surface through the colours at the rim: Laplace's equation, by so many sweeps of successive over-relaxation
     * that start from the mean colour of the rest.
     */
    public static RgbImage smooth(RgbImage image, boolean[] gone, int sweeps) {
        int width = image.width();
        int[] holes = IntStream.range(0, gone.length).filter(i -> gone[i]).toArray();
        int start = mean(image, holes.length < gone.length ? PixelMasks.inverse(gone) : gone);
        int[] pixels = image.pixels().clone();
        for (int shift = 16; shift >= 0; shift -= 8) {
            float[] values = new float[pixels.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ((gone[i] ? start : pixels[i]) >> shift) & 0xFF;
            }
            for (int sweep = 0; sweep < sweeps; sweep++) {
                relax(values, holes, width);
            }
            for (int i : holes) {
                int level = Math.clamp(Math.round(values[i]), 0, 255);
                pixels[i] = (pixels[i] & ~(0xFF << shift)) | (level << shift);
            }
        }
        return new RgbImage(width, image.height(), pixels);
    }

    private static void relax(float[] values, int[] holes, int width) {
        for (int i : holes) {
            int column = i % width;
            float left = values[column > 0 ? i - 1 : i];
            float right = values[column < width - 1 ? i + 1 : i];
            float above = values[i >= width ? i - width : i];
            float below = values[i + width < values.length ? i + width : i];
            values[i] += RELAXATION * ((left + right + above + below) / 4 - values[i]);
        }
    }
}
