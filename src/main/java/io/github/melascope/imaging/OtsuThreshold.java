package io.github.melascope.imaging;

/**
 * The threshold that parts numbers into two classes with the largest variance between them: Otsu, <i>IEEE Transactions on
 * Systems, Man, and Cybernetics</i> 9 (1979) 62–66.
 *
 * @param value from which on a number belongs to the upper class
 * @param separability between-class variance over total variance, Otsu's η: 0 (no two classes) … 1 (two values only)
 */
record OtsuThreshold(double value, double separability) {
    private static final int BINS = 256;

    /** Of the chosen numbers; of none, or of equal ones, nothing can be parted and the separability is 0. */
    static OtsuThreshold of(float[] values, Region chosen) {
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int i = 0; i < values.length; i++) {
            if (chosen.has(i)) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        if (!(high > low)) {
            return new OtsuThreshold(high, 0);
        }
        double width = (high - low) / (double) BINS;
        double[] histogram = new double[BINS];
        for (int i = 0; i < values.length; i++) {
            if (chosen.has(i)) {
                histogram[(int) Math.min(BINS - 1, (values[i] - low) / width)]++;
            }
        }
        return of(histogram, low, width);
    }

    private static OtsuThreshold of(double[] histogram, double low, double width) {
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int bin = 0; bin < BINS; bin++) {
            total += histogram[bin];
            sum += histogram[bin] * bin;
            squares += histogram[bin] * bin * bin;
        }
        double below = 0;
        double sumBelow = 0;
        double best = 0;
        int at = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += histogram[bin];
            sumBelow += histogram[bin] * bin;
            double apart = sumBelow / below - (sum - sumBelow) / (total - below);
            double between = below * (total - below) * apart * apart;
            if (between > best) {
                best = between;
                at = bin;
            }
        }
        double variance = total * squares - sum * sum;
        return new OtsuThreshold(low + (at + 1) * width, variance > 0 ? best / variance : 0);
    }
}
