package io.github.melascope.imaging;

import io.github.melascope.lesion.LesionMask;
import java.util.Arrays;

/** Sets of pixels, row by row. */
public final class PixelMasks {
    private PixelMasks() {}

    /** Which pixels of a frame lie inside the outline. */
    public static boolean[] scaled(LesionMask mask, int width, int height) {
        boolean[] pixels = new boolean[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width;
            pixels[i] = mask.contains((i % width + 0.5) / width, (row + 0.5) / height);
        }
        return pixels;
    }

    /** Whether there is any. */
    public static boolean any(boolean[] pixels) {
        for (boolean pixel : pixels) {
            if (pixel) {
                return true;
            }
        }
        return false;
    }

    /** All others. */
    public static boolean[] inverse(boolean[] pixels) {
        boolean[] inverse = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverse[i] = !pixels[i];
        }
        return inverse;
    }

    /** Grown by a square of {@code radius} each way: along rows, then along columns. */
    public static boolean[] grown(boolean[] pixels, int width, int radius) {
        return spread(spread(pixels, width, radius, true), width, radius, false);
    }

    private static boolean[] spread(boolean[] pixels, int width, int radius, boolean alongRows) {
        boolean[] grown = new boolean[pixels.length];
        int height = pixels.length / width;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i]) {
                int place = alongRows ? i % width : i / width;
                int end = alongRows ? width : height;
                int step = alongRows ? 1 : width;
                int from = Math.max(-place, -radius);
                int to = Math.min(end - 1 - place, radius);
                for (int k = from; k <= to; k++) {
                    grown[i + k * step] = true;
                }
            }
        }
        return grown;
    }

    /** The smallest upright rectangle around all pixels, with a margin; nothing around nothing. */
    public static boolean[] box(boolean[] pixels, int width, int margin) {
        int left = width;
        int right = -1;
        int top = pixels.length;
        int bottom = -1;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        boolean[] box = new boolean[pixels.length];
        for (int y = Math.max(0, top - margin); y <= Math.min(pixels.length / width - 1, bottom + margin); y++) {
            int from = y * width + Math.max(0, left - margin);
            int to = y * width + Math.min(width - 1, right + margin) + 1;
            Arrays.fill(box, Math.min(from, to), to, right >= 0);
        }
        return box;
    }
}
