package io.github.melascope.imaging.synthetic;

import io.github.melascope.imaging.Images;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.SplittableRandom;

/**
 * Draws dermoscopic pictures of lesions that nobody has. Each diagnosis has the signs by which textbooks know it, so that
 * tests can learn something; every picture bears the word SYNTHETIC. The same arguments give the same picture.
 */
public final class SyntheticLesions {
    /** What the metadata of every synthetic picture says. */
    public static final String NOTICE = "Synthetic picture drawn by Melascope. Not a photograph, not a patient.";

    private static final long VIEWS = 0x5DEECE66DL;
    private static final double ROUND_FIELD = 0.98;

    private SyntheticLesions() {}

    /** A square picture of the lesion {@code seed}. */
    public static RgbImage draw(long seed, Diagnosis diagnosis, int size) {
        return draw(seed, 0, diagnosis, size, size);
    }

    /**
     * One of several photographs of the same lesion: turned, shifted, lit otherwise, with other hairs.
     *
     * @param seed the lesion and its skin
     * @param photo which photograph of it, from 0
     * @param width at least 32
     * @param height at least 32
     */
    public static RgbImage draw(long seed, int photo, Diagnosis diagnosis, int width, int height) {
        if (Math.min(width, height) < 32) {
            throw new IllegalArgumentException(width + " × " + height + " is too small for a lesion");
        }
        SplittableRandom forPhoto = new SplittableRandom(seed * VIEWS + photo);
        View view = View.of(forPhoto);
        Lesion lesion = new Lesion(seed, diagnosis);
        int[] pixels = paint(lesion, new Skin(~seed), view, forPhoto, width, height);
        BufferedImage image = Images.toBuffered(new RgbImage(width, height, pixels));
        Strokes.reflections(image, forPhoto, view.reflections());
        Strokes.hairs(image, forPhoto, view.hairs());
        int[] finished = Images.fromBuffered(image).pixels();
        frame(finished, view, forPhoto.nextLong(), width, height);
        Label.write(finished, width, height);
        return new RgbImage(width, height, finished);
    }

    private static int[] paint(Lesion lesion, Skin skin, View view, SplittableRandom random, int width, int height) {
        double half = Math.min(width, height) / 2.0;
        double radius = lesion.traits().size() * view.zoom();
        int trunks = (int) Math.round(7 * lesion.traits().vessels());
        Raster vessels = Strokes.vessels(
                        random,
                        width,
                        height,
                        width / 2.0 + view.shiftX() * half,
                        height / 2.0 + view.shiftY() * half,
                        radius * half,
                        trunks)
                .getRaster();
        double cos = StrictMath.cos(view.angle());
        double sin = StrictMath.sin(view.angle());
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double right = (x + 0.5 - width / 2.0) / half - view.shiftX();
                double down = (y + 0.5 - height / 2.0) / half - view.shiftY();
                double turnedX = (right * cos - down * sin) / view.zoom();
                double turnedY = (right * sin + down * cos) / view.zoom();
                Pigment pigment = skin.at(turnedX, turnedY)
                        .plus(lesion.at(turnedX * view.zoom() / radius, turnedY * view.zoom() / radius))
                        .plus(new Pigment(0, vessels.getSample(x, y, 0) / 255.0 * 0.9, 0, 0));
                pixels[y * width + x] = colour(pigment, view);
            }
        }
        return pixels;
    }

    private static int colour(Pigment pigment, View view) {
        double red = pigment.channel(0) * view.exposure() * view.warmth();
        double green = pigment.channel(1) * view.exposure();
        double blue = pigment.channel(2) * view.exposure() / view.warmth();
        return (level(red) << 16) | (level(green) << 8) | level(blue);
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }

    /** Darkens the corners, cuts the round field, adds the camera's noise. */
    private static void frame(int[] pixels, View view, long seed, int width, int height) {
        Noise noise = new Noise(seed);
        double half = Math.min(width, height) / 2.0;
        double corner = StrictMath.hypot(width, height) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double away = StrictMath.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0);
                double light = 1 - view.vignette() * StrictMath.pow(away / corner, 2.5);
                if (view.round()) {
                    light *= 1 - Noise.step(ROUND_FIELD * half - 2, ROUND_FIELD * half + 2, away);
                }
                int pixel = pixels[y * width + x];
                double grain = 5 * (noise.random(x, y, 0) + noise.random(x, y, 1) - 1) * light;
                pixels[y * width + x] = (level(((pixel >> 16) & 0xFF) * light + grain) << 16)
                        | (level(((pixel >> 8) & 0xFF) * light + grain) << 8)
                        | level((pixel & 0xFF) * light + grain);
            }
        }
    }
}
