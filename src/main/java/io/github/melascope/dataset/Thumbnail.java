package io.github.melascope.dataset;

import io.github.melascope.imaging.PerceptualHash;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;

/**
 * A 32 × 32 luma picture, by which two images are compared more closely than by a hash of 64 bits.
 *
 * <p>Most dermoscopic images are a dark blob in a bright field, so that their coarse structure correlates up to 0.99
 * between different lesions. The fine structure (the picture less its 5 × 5 mean) tells them apart.
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
record Thumbnail(byte[] luma) {
    static final int SIDE = 32;
    /** Ways to turn and mirror a picture. */
    static final int ORIENTATIONS = 8;

    private static final float BORDER = 0.1f;
    private static final int RADIUS = 2;
    private static final int PIXELS = SIDE * SIDE;

    static Thumbnail of(RgbImage image) {
        RgbImage small = Resizer.resize(image, SIDE, SIDE);
        byte[] luma = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int rgb = small.pixels()[i];
            // ITU-R BT.601, as JPEG has it.
            luma[i] = (byte) Math.round(0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF));
        }
        return new Thumbnail(luma);
    }

    /** Orientation 0 is the picture itself, 1 … 3 are quarter turns, 4 … 7 the same mirrored. */
    Thumbnail turned(int orientation) {
        byte[] turned = new byte[PIXELS];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int column = orientation < ORIENTATIONS / 2 ? x : SIDE - 1 - x;
                int row = y;
                for (int turn = orientation % 4; turn > 0; turn--) {
                    int left = column;
                    column = SIDE - 1 - row;
                    row = left;
                }
                turned[row * SIDE + column] = luma[y * SIDE + x];
            }
        }
        return new Thumbnail(turned);
    }

    /** Mean luma of the outermost tenth of the picture on each side, 0 … 255. */
    double border() {
        int ring = Math.round(SIDE * BORDER);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < PIXELS; i++) {
            int nearest = Math.min(Math.min(i % SIDE, SIDE - 1 - i % SIDE), Math.min(i / SIDE, SIDE - 1 - i / SIDE));
            if (nearest < ring) {
                sum += luma[i] & 0xFF;
                count++;
            }
        }
        return sum / count;
    }

    long hash() {
        int[] pixels = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = (luma[i] & 0xFF) * 0x010101;
        }
        return PerceptualHash.of(new RgbImage(SIDE, SIDE, pixels));
    }

    /** Correlation of the pictures as they are, −1 … 1; 0 when one is flat. */
    double coarseSimilarity(Thumbnail other) {
        return correlation(values(), other.values());
    }

    /** Correlation of what is left after the mean of each pixel's neighbourhood is taken away; 0 when one is flat. */
    double fineSimilarity(Thumbnail other) {
        return correlation(fine(values()), fine(other.values()));
    }

    private double[] values() {
        double[] values = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            values[i] = luma[i] & 0xFF;
        }
        return values;
    }

    private static double[] fine(double[] values) {
        double[] rows = new double[PIXELS];
        double[] fine = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            for (int d = -RADIUS; d <= RADIUS; d++) {
                rows[i] += values[i - i % SIDE + clamp(i % SIDE + d)];
            }
        }
        for (int i = 0; i < PIXELS; i++) {
            double sum = 0;
            for (int d = -RADIUS; d <= RADIUS; d++) {
                sum += rows[clamp(i / SIDE + d) * SIDE + i % SIDE];
            }
            fine[i] = values[i] - sum / ((2 * RADIUS + 1) * (2 * RADIUS + 1));
        }
        return fine;
    }

    private static int clamp(int i) {
        return Math.max(0, Math.min(SIDE - 1, i));
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < PIXELS; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
