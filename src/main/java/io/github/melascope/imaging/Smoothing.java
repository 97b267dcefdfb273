package io.github.melascope.imaging;

/** Filters on a square grid of numbers, row by row; what lies beyond the edge does not count. */
final class Smoothing {
    private Smoothing() {}

    /** Gaussian blur. */
    static float[] gaussian(float[] values, int side, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
        }
        float[] across = blurred(values, side, kernel, 1);
        return blurred(across, side, kernel, side);
    }

    /** @param step from one number to the next along a line */
    private static float[] blurred(float[] values, int side, double[] kernel, int step) {
        int radius = kernel.length / 2;
        float[] blurred = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            int place = at / step % side;
            int start = at - place * step;
            double sum = 0;
            double weight = 0;
            for (int i = Math.max(0, place - radius); i <= Math.min(side - 1, place + radius); i++) {
                sum += kernel[i - place + radius] * values[start + i * step];
                weight += kernel[i - place + radius];
            }
            blurred[at] = (float) (sum / weight);
        }
        return blurred;
    }

    /** Morphological closing by a square: thin dark lines such as hairs vanish. */
    static float[] closed(float[] values, int side, int radius) {
        float[] highest = extreme(extreme(values, side, radius, 1, 1), side, radius, side, 1);
        return extreme(extreme(highest, side, radius, 1, -1), side, radius, side, -1);
    }

    /** @param sign 1 for the highest value within the radius along a line, −1 for the lowest */
    private static float[] extreme(float[] values, int side, int radius, int step, int sign) {
        float[] result = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            int place = at / step % side;
            int start = at - place * step;
            float best = values[at];
            for (int i = Math.max(0, place - radius); i <= Math.min(side - 1, place + radius); i++) {
                float value = values[start + i * step];
                best = sign * value > sign * best ? value : best;
            }
            result[at] = best;
        }
        return result;
    }
}
