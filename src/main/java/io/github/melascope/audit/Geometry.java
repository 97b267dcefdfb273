package io.github.melascope.audit;

import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
import java.util.SplittableRandom;

/** The same lesion held another way. */
final class Geometry {
    private static final double TILT = Math.toRadians(10);
    private static final double MARGIN = 0.05;

    private Geometry() {}

    private interface Source {
        int pixel(int x, int y);
    }

    private static RgbImage map(RgbImage image, Source source) {
        int[] pixels = new int[image.pixels().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                pixels[y * image.width() + x] = source.pixel(x, y);
            }
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    private static int last(RgbImage image) {
        if (image.width() != image.height()) {
            throw new IllegalArgumentException(image.width() + " × " + image.height() + " is not square");
        }
        return image.width() - 1;
    }

    /** Clockwise. */
    static RgbImage quarterTurn(RgbImage image) {
        int last = last(image);
        return map(image, (x, y) -> image.pixel(y, last - x));
    }

    static RgbImage halfTurn(RgbImage image) {
        int last = last(image);
        return map(image, (x, y) -> image.pixel(last - x, last - y));
    }

    static RgbImage threeQuarterTurn(RgbImage image) {
        int last = last(image);
        return map(image, (x, y) -> image.pixel(last - y, x));
    }

    static RgbImage mirrored(RgbImage image) {
        int last = last(image);
        return map(image, (x, y) -> image.pixel(last - x, y));
    }

    static RgbImage upsideDown(RgbImage image) {
        int last = last(image);
        return map(image, (x, y) -> image.pixel(x, last - y));
    }

    /** Turned by 3° to 10° either way, bilinear; beyond the edges the image is mirrored, so that no corner is empty. */
    static RgbImage tilted(RgbImage image, SplittableRandom random) {
        double angle = TILT * (0.3 + 0.7 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double middle = last(image) / 2.0;
        return map(image, (x, y) -> {
            double right = x - middle;
            double down = y - middle;
            return bilinear(image, middle + cos * right - sin * down, middle + sin * right + cos * down);
        });
    }

    private static int bilinear(RgbImage image, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        int a = at(image, column, row);
        int b = at(image, column + 1, row);
        int c = at(image, column, row + 1);
        int d = at(image, column + 1, row + 1);
        int pixel = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double above = ((a >> shift) & 0xFF) * (1 - right) + ((b >> shift) & 0xFF) * right;
            double below = ((c >> shift) & 0xFF) * (1 - right) + ((d >> shift) & 0xFF) * right;
            pixel |= (int) (above * (1 - down) + below * down + 0.5) << shift;
        }
        return pixel;
    }

    private static int at(RgbImage image, int x, int y) {
        return image.pixel(folded(x, image.width()), folded(y, image.height()));
    }

    private static int folded(int at, int size) {
        int positive = at < 0 ? -1 - at : at;
        return positive < size ? positive : 2 * size - 1 - positive;
    }

    /** The middle, enlarged to the old size. */
    static RgbImage cropped(RgbImage image) {
        int margin = (int) Math.round(MARGIN * image.width());
        int side = last(image) + 1 - 2 * margin;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / side;
            pixels[i] = image.pixel(margin + i % side, margin + row);
        }
        return Resizer.resize(new RgbImage(side, side, pixels), image.width(), image.height());
    }
}
