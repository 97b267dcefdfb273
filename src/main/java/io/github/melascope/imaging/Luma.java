package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;

/** Brightness as the eye weighs it (ITU-R BT.601), on the stored, gamma-coded values. */
final class Luma {
    private Luma() {}

    /** Row by row, 0 … 255. */
    static float[] of(RgbImage image) {
        int[] pixels = image.pixels();
        float[] luma = new float[pixels.length];
        for (int i = 0; i < luma.length; i++) {
            int pixel = pixels[i];
            luma[i] = 0.299f * ((pixel >> 16) & 0xFF) + 0.587f * ((pixel >> 8) & 0xFF) + 0.114f * (pixel & 0xFF);
        }
        return luma;
    }
}
