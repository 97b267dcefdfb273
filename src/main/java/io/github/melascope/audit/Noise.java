package io.github.melascope.audit;

import io.github.melascope.lesion.RgbImage;
import java.util.SplittableRandom;

/** Pictures of nothing: grain, a plain colour, waves, grain on skin colour, a chequerboard. */
public final class Noise {
    private static final int KINDS = 5;

    private Noise() {}

    /** The picture of a number; kinds take turns. */
    public static RgbImage draw(int number, int side) {
        SplittableRandom random = new SplittableRandom(number);
        int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
        double[] wave = random.doubles(6).toArray();
        int cell = 8 + random.nextInt(32);
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % side;
            int y = i / side;
            pixels[i] = switch (number % KINDS) {
                case 0 -> random.nextInt(1 << 24);
                case 1 -> rgb(colour[0], colour[1], colour[2]);
                case 2 -> rgb(sine(x, y, wave[0], wave[1]), sine(x, y, wave[2], wave[3]), sine(x, y, wave[4], wave[5]));
                case 3 -> {
                    double grain = 20 * random.nextGaussian();
                    yield rgb(215 + grain, 170 + grain, 150 + grain);
                }
                default ->
                    (x / cell + y / cell) % 2 == 0
                            ? rgb(colour[0], colour[1], colour[2])
                            : rgb(255 - colour[0], 255 - colour[1], 255 - colour[2]);
            };
        }
        return new RgbImage(side, side, pixels);
    }

    private static double sine(int x, int y, double right, double down) {
        return 127.5 + 127.5 * StrictMath.sin((right * x + down * y) / 8);
    }

    private static int rgb(double red, double green, double blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
