package io.github.melascope.nn.train;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Images;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.lesion.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Paints {@link Artefacts} on views, in the order in which they come about: hair on the skin, the lens, the field's edge, the
 * file. Values are 0 … 255 floats, [size × size × 3]. The shapes are drawn anew each time and are not those of the audit.
 */
record ArtefactPainter(Artefacts plan) {
    private static final int MOST_HAIRS = 20;
    private static final double MOST_DARKENING = 0.6;
    private static final double MOST_BLUR = 1.5 / 224;

    void paint(float[] image, int size, SplittableRandom random) {
        if (random.nextDouble() < plan.hairs()) {
            hairs(image, size, random);
        }
        if (random.nextDouble() < plan.blur()) {
            blur(image, size, (float) (size * random.nextDouble(0.2, 1) * MOST_BLUR));
        }
        if (random.nextDouble() < plan.vignette()) {
            vignette(image, size, random);
        }
        if (random.nextDouble() < plan.corners()) {
            corners(image, size, random);
        }
        if (random.nextDouble() < plan.jpeg()) {
            compress(image, size, (float) random.nextDouble(0.3, 0.9));
        }
    }

    private static void hairs(float[] image, int size, SplittableRandom random) {
        BufferedImage canvas = Images.toBuffered(rgb(image, size));
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(size, size);
        boolean fair = random.nextInt(4) == 0;
        for (int hairs = 1 + random.nextInt(MOST_HAIRS); hairs > 0; hairs--) {
            int shade = fair ? 120 + random.nextInt(80) : 10 + random.nextInt(60);
            graphics.setColor(new Color(shade + 20, shade + 8, shade, 130 + random.nextInt(120)));
            graphics.setStroke(new BasicStroke((float) random.nextDouble(0.003, 0.01), BasicStroke.CAP_ROUND, 1));
            graphics.draw(hair(random));
        }
        graphics.dispose();
        fill(image, Images.fromBuffered(canvas));
    }

    /** A bent line somewhere in a frame of 1 × 1. */
    private static Path2D hair(SplittableRandom random) {
        double angle = random.nextDouble(2 * Math.PI);
        double length = random.nextDouble(0.2, 1.2);
        double x = random.nextDouble(-0.2, 1.2);
        double y = random.nextDouble(-0.2, 1.2);
        double right = length * Math.cos(angle);
        double down = length * Math.sin(angle);
        double bend = random.nextDouble(-0.4, 0.4);
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.quadTo(x + right / 2 - bend * down, y + down / 2 + bend * right, x + right, y + down);
        return path;
    }

    /** Light that falls off with the square of the distance from a place near the middle. */
    private static void vignette(float[] image, int size, SplittableRandom random) {
        double x = random.nextDouble(-0.15, 0.15);
        double y = random.nextDouble(-0.15, 0.15);
        double darkening = random.nextDouble(MOST_DARKENING);
        light(image, size, x, y, distance -> 1 - darkening * distance * distance / 0.5);
    }

    private static void corners(float[] image, int size, SplittableRandom random) {
        double x = random.nextDouble(-0.08, 0.08);
        double y = random.nextDouble(-0.08, 0.08);
        double radius = random.nextDouble(0.46, 0.66);
        double rim = random.nextDouble(0.005, 0.06);
        light(image, size, x, y, distance -> (radius - distance) / rim);
    }

    /** @param factor of the light by the distance from (x, y), in sides of the frame; cut to 0 … 1 */
    private static void light(
            float[] image, int size, double x, double y, java.util.function.DoubleUnaryOperator factor) {
        int at = 0;
        for (int row = 0; row < size; row++) {
            double down = (row + 0.5) / size - 0.5 - y;
            for (int column = 0; column < size; column++) {
                double right = (column + 0.5) / size - 0.5 - x;
                float light =
                        (float) Math.clamp(factor.applyAsDouble(Math.sqrt(right * right + down * down)), 0.0, 1.0);
                for (int c = 0; c < 3; c++) {
                    image[at++] *= light;
                }
            }
        }
    }

    /** A Gaussian of five taps each way; at the edge the nearest pixel counts again. */
    static void blur(float[] image, int size, float sigma) {
        float near = (float) Math.exp(-0.5 / (sigma * sigma));
        float far = (float) Math.exp(-2 / (sigma * sigma));
        float sum = 1 + 2 * near + 2 * far;
        float[] taps = {1 / sum, near / sum, far / sum};
        pass(image, size, 3, 3 * size, taps);
        pass(image, size, 3 * size, 3, taps);
    }

    /** Along lines of {@code size} pixels that are {@code step} values apart; lines are {@code next} values apart. */
    private static void pass(float[] image, int size, int step, int next, float[] taps) {
        float[] line = new float[size];
        int last = size - 1;
        for (int l = 0; l < size; l++) {
            for (int c = 0; c < 3; c++) {
                int start = l * next + c;
                for (int i = 0; i < size; i++) {
                    line[i] = image[start + i * step];
                }
                for (int i = 0; i < size; i++) {
                    image[start + i * step] = taps[0] * line[i]
                            + taps[1] * (line[Math.max(i - 1, 0)] + line[Math.min(i + 1, last)])
                            + taps[2] * (line[Math.max(i - 2, 0)] + line[Math.min(i + 2, last)]);
                }
            }
        }
    }

    private static void compress(float[] image, int size, float quality) {
        try {
            byte[] file = JpegWriter.encode(rgb(image, size), quality, "");
            fill(image, new ImageDecoder().decode(file, "view.jpg"));
        } catch (ProblemException e) {
            throw new IllegalStateException("what was just encoded can be decoded", e);
        }
    }

    private static RgbImage rgb(float[] image, int size) {
        int[] pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = level(image[3 * i]) << 16 | level(image[3 * i + 1]) << 8 | level(image[3 * i + 2]);
        }
        return new RgbImage(size, size, pixels);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static void fill(float[] image, RgbImage source) {
        int at = 0;
        for (int pixel : source.pixels()) {
            image[at++] = pixel >> 16 & 255;
            image[at++] = pixel >> 8 & 255;
            image[at++] = pixel & 255;
        }
    }
}
