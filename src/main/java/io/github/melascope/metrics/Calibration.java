package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far probabilities can be believed. Bins are those of Guo et al. (ICML 2017): equal width, bin m holding
 * {@code ((m − 1) / M, m / M]}, and 0 in the first. For melanoma the probability of melanoma is held against how often
 * it was melanoma; for several classes the highest probability against how often that class was right.
 *
 * @param bins of equal width from 0 to 1, the empty ones too
 */
public record Calibration(List<Bin> bins) {
    public static final int BINS = 15;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * @param low lower end, outside of the bin unless 0
     * @param high upper end, inside
     * @param count cases in it
     * @param meanProbability mean of their probabilities, NaN when empty
     * @param observed share of them that came true, NaN when empty
     */
    public record Bin(double low, double high, int count, double meanProbability, double observed) {}

    /** @param probabilities 0 … 1 */
    public static Calibration of(double[] probabilities, boolean[] cameTrue) {
        Indices.sameLength(probabilities.length, cameTrue.length);
        int[] counts = new int[BINS];
        double[] sums = new double[BINS];
        int[] hits = new int[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = binOf(probabilities[i]);
            counts[bin]++;
            sums[bin] += probabilities[i];
            hits[bin] += cameTrue[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int m = 0; m < BINS; m++) {
            double n = counts[m] == 0 ? Double.NaN : counts[m];
            bins.add(new Bin((double) m / BINS, (m + 1.0) / BINS, counts[m], sums[m] / n, hits[m] / n));
        }
        return new Calibration(bins);
    }

    static int binOf(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(probability + " is no probability");
        }
        return Math.max(0, (int) Math.ceil(probability * BINS) - 1);
    }

    /** Expected calibration error: the bins' mean of |mean probability − observed|, weighted by count; NaN for no case. */
    public double ece() {
        double sum = 0;
        double cases = 0;
        for (Bin bin : bins) {
            if (bin.count > 0) {
                sum += bin.count * Math.abs(bin.meanProbability - bin.observed);
                cases += bin.count;
            }
        }
        return cases == 0 ? Double.NaN : sum / cases;
    }

    /** Mean squared difference of probability and truth (Brier, 1950), 0 best … 1 worst; NaN for no case. */
    public static double brier(double[] probabilities, boolean[] cameTrue) {
        Indices.sameLength(probabilities.length, cameTrue.length);
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double miss = probabilities[i] - (cameTrue[i] ? 1 : 0);
            sum += miss * miss;
        }
        return sum / probabilities.length;
    }

    /** The observed share of each bin, of weighted cases; undefined where a bin has none. */
    static Statistic observed(double[] probabilities, boolean[] cameTrue) {
        int[] bins = Arrays.stream(probabilities).mapToInt(Calibration::binOf).toArray();
        return new Statistic() {
            @Override
            public int size() {
                return BINS;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                long[] counts = new long[BINS];
                long[] hits = new long[BINS];
                for (int i = 0; i < bins.length; i++) {
                    counts[bins[i]] += weights[i];
                    hits[bins[i]] += cameTrue[i] ? weights[i] : 0;
                }
                for (int m = 0; m < BINS; m++) {
                    into[offset + m] = counts[m] == 0 ? Double.NaN : (double) hits[m] / counts[m];
                }
            }
        };
    }

    /** {@link #ece()} with case i counted {@code weights[i]} times. */
    static double ece(double[] probabilities, boolean[] cameTrue, int[] weights) {
        double[] gaps = new double[BINS];
        long cases = 0;
        for (int i = 0; i < probabilities.length; i++) {
            gaps[binOf(probabilities[i])] += weights[i] * (probabilities[i] - (cameTrue[i] ? 1 : 0));
            cases += weights[i];
        }
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.abs(gap);
        }
        return sum / cases;
    }

    /** {@link #brier} with case i counted {@code weights[i]} times. */
    static double brier(double[] probabilities, boolean[] cameTrue, int[] weights) {
        double sum = 0;
        long cases = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double miss = probabilities[i] - (cameTrue[i] ? 1 : 0);
            sum += weights[i] * miss * miss;
            cases += weights[i];
        }
        return sum / cases;
    }
}
