package io.github.melascope.audit;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.lesion.RgbImage;
import java.util.function.DoubleBinaryOperator;

/** The same lesion lit, focused or stored another way. */
final class Tones {
    private static final float JPEG_QUALITY = 0.5f;
    private static final double FIELD = 0.54;
    private static final double RIM = 0.015;
    private static final double FALL_OFF = 0.45;
    private static final int[] BINOMIAL = {1, 4, 6, 4, 1};

    private Tones() {}

    static RgbImage scaled(RgbImage image, double factor) {
        return lit(image, (x, y) -> factor);
    }

    /** The edge of a round dermoscope in the corners, a little soft. */
    static RgbImage corners(RgbImage image) {
        return lit(image, (x, y) -> Math.clamp((FIELD + RIM - Math.hypot(x, y)) / (2 * RIM), 0, 1));
    }

    /** Darker towards the corners. */
    static RgbImage vignette(RgbImage image) {
        return lit(image, (x, y) -> 1 - FALL_OFF * 2 * (x * x + y * y));
    }

    /** @param factor of the light at a place, −0.5 … 0.5 from the middle */
    private static RgbImage lit(RgbImage image, DoubleBinaryOperator factor) {
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / image.width();
            double x = (i % image.width() + 0.5) / image.width() - 0.5;
            double y = (row + 0.5) / image.height() - 0.5;
            double light = factor.applyAsDouble(x, y);
            for (int shift = 16; shift >= 0; shift -= 8) {
                int value = (image.pixels()[i] >> shift) & 0xFF;
                pixels[i] |= (int) Math.min(255, value * light + 0.5) << shift;
            }
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    static RgbImage jpeg(RgbImage image) {
        try {
            return new ImageDecoder().decode(JpegWriter.encode(image, JPEG_QUALITY, ""), "image.jpg");
        } catch (ProblemException e) {
            throw new IllegalStateException("what was just encoded can be decoded", e);
        }
    }

    /** A binomial filter of five taps each way: variance 1, a Gaussian of σ = 1 to within what 8 bits show. */
    static RgbImage blurred(RgbImage image) {
        return pass(pass(image, 1, 0), 0, 1);
    }

    private static RgbImage pass(RgbImage image, int right, int down) {
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % image.width();
            int y = i / image.width();
            for (int shift = 16; shift >= 0; shift -= 8) {
                int sum = 8;
                for (int k = -2; k <= 2; k++) {
                    int column = Math.clamp(x + (long) k * right, 0, image.width() - 1);
                    int row = Math.clamp(y + (long) k * down, 0, image.height() - 1);
                    sum += BINOMIAL[k + 2] * ((image.pixel(column, row) >> shift) & 0xFF);
                }
                pixels[i] |= (sum / 16) << shift;
            }
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }
}
