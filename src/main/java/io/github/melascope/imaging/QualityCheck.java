package io.github.melascope.imaging;

import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.lesion.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a picture is good enough to answer from. Everything is measured at one working size of
 * {@value #WORKING_SIZE} × {@value #WORKING_SIZE} pixels, so that the figures of a 12-megapixel photo and of a 224-pixel copy
 * can be compared (they differ by −18 … +33 %), and only inside a circle in the middle of the frame, so that the black
 * corners of a round dermoscope count for nothing.
 *
 * <p>Thresholds were set on 8,542 HAM10000 images of 224 pixels, the original size of 148 of them, and blurred copies of
 * the latter: see each constant. All together call 0.4 % of the real images poor.
 */
public final class QualityCheck {
    /** Pixels of the shorter side; the network's input has 224, and HAM10000 exists in that size. */
    static final int MIN_SIDE = 200;

    /**
     * Variance of the Laplacian (Pech-Pacheco et al., ICPR 2000) under which fine structure may be missing. It alone would
     * blame 4 % of the real images: those that show even skin. So the next measure must agree.
     */
    static final double SOFT = 20;

    /**
     * Laplacian against gradient energy under which what edges there are, are soft. Both together blame
     * 0.2 % of the real images, and of copies blurred with a sigma of 0.5, 0.67 and 1 % of the width 63, 93 and 99 %.
     */
    static final double SOFT_EDGES = 0.24;

    /** Variance of the Laplacian under which there is nothing to see; the least of a real image was 7. */
    static final double NO_DETAIL = 5;

    /** Mean luma; 7 of the 8,542 real images are darker; at 30 % of its brightness every one is. */
    static final double DARK = 70;

    /** Mean luma; 8 of the 8,542 real images are brighter; at 180 % of its brightness nine of ten are. */
    static final double BRIGHT = 220;

    /** Share of pixels without any detail; the most of a real image was 0.07. */
    static final double CLIPPED = 0.10;

    private static final int WORKING_SIZE = 128;
    private static final double RADIUS = 0.45;
    private static final int BLACK = 5;
    private static final int WHITE = 250;

    private QualityCheck() {}

    /**
     * Measures and judges a picture. {@link QualityIssue#NOT_A_LESION} is not found here: that takes a network.
     *
     * @param image of any size
     */
    public static Quality check(RgbImage image) {
        Measures measures = new Measures(image);
        List<QualityIssue> issues = new ArrayList<>();
        if (Math.min(image.width(), image.height()) < MIN_SIDE) {
            issues.add(QualityIssue.TOO_SMALL);
        }
        if (measures.meanLuma() < DARK) {
            issues.add(QualityIssue.TOO_DARK);
        }
        if (measures.meanLuma() > BRIGHT) {
            issues.add(QualityIssue.TOO_BRIGHT);
        }
        if (measures.clippedShare() > CLIPPED) {
            issues.add(QualityIssue.CLIPPED);
        }
        if (measures.blurred()) {
            issues.add(QualityIssue.BLURRED);
        }
        return new Quality(
                image.width(),
                image.height(),
                measures.sharpness(),
                measures.meanLuma(),
                measures.clippedShare(),
                issues);
    }

    /** Sums over the circle. */
    private static final class Measures {
        private int count;
        private int clipped;
        private double luma;
        private double laplacian;
        private double laplacianSquared;
        private double gradientSquared;

        Measures(RgbImage image) {
            RgbImage small = Resizer.resize(image, WORKING_SIZE, WORKING_SIZE);
            float[] values = Luma.of(small);
            double radius = RADIUS * Math.min(image.width(), image.height());
            for (int y = 1; y < WORKING_SIZE - 1; y++) {
                for (int x = 1; x < WORKING_SIZE - 1; x++) {
                    double right = ((x + 0.5) / WORKING_SIZE - 0.5) * image.width();
                    double down = ((y + 0.5) / WORKING_SIZE - 0.5) * image.height();
                    if (right * right + down * down <= radius * radius) {
                        add(values, y * WORKING_SIZE + x, small.pixel(x, y));
                    }
                }
            }
        }

        private void add(float[] values, int at, int pixel) {
            double left = values[at - 1];
            double right = values[at + 1];
            double up = values[at - WORKING_SIZE];
            double down = values[at + WORKING_SIZE];
            double curve = left + right + up + down - 4 * values[at];
            count++;
            luma += values[at];
            laplacian += curve;
            laplacianSquared += curve * curve;
            gradientSquared += (right - left) * (right - left) + (down - up) * (down - up);
            clipped += blackOrWhite(pixel) ? 1 : 0;
        }

        private static boolean blackOrWhite(int pixel) {
            int red = (pixel >> 16) & 0xFF;
            int green = (pixel >> 8) & 0xFF;
            int blue = pixel & 0xFF;
            return Math.max(red, Math.max(green, blue)) <= BLACK || Math.min(red, Math.min(green, blue)) >= WHITE;
        }

        double meanLuma() {
            return luma / Math.max(1, count);
        }

        double clippedShare() {
            return (double) clipped / Math.max(1, count);
        }

        double sharpness() {
            double mean = laplacian / Math.max(1, count);
            return laplacianSquared / Math.max(1, count) - mean * mean;
        }

        boolean blurred() {
            double gradient = gradientSquared / Math.max(1, count);
            return sharpness() < NO_DETAIL || (sharpness() < SOFT && sharpness() < SOFT_EDGES * gradient);
        }
    }
}
