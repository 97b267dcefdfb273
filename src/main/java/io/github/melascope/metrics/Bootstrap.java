package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Percentile intervals by a cluster bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993; Field and
 * Welsh, JRSS B 69, 2007): whole lesions are drawn with replacement, as many as there are, because images of one lesion
 * are not independent. A draw in which a figure is undefined is left out of that figure's interval, and counted.
 *
 * @param draws at least 1
 * @param seed the same seed, lesions and cases give the same intervals on every machine
 */
public record Bootstrap(int draws, long seed) {
    public static final int DRAWS = 2_000;
    private static final double TAIL = 0.025;

    public Bootstrap {
        if (draws < 1) {
            throw new IllegalArgumentException("no draws");
        }
    }

    /**
     * @param cluster for each case the index of its lesion, 0 … lesions − 1
     * @return the figures with their 95 % intervals
     */
    public List<Figure> figures(int[] cluster, Statistic statistic) {
        return figures(cluster, statistic, new CancelToken());
    }

    /**
     * As {@link #figures(int[], Statistic)}, ended within a draw when that is asked for.
     *
     * @throws java.util.concurrent.CancellationException when it was
     */
    public List<Figure> figures(int[] cluster, Statistic statistic, CancelToken cancel) {
        int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
        double[] values = new double[statistic.size()];
        statistic.compute(Indices.ones(cluster.length), values, 0);
        double[][] drawn = new double[statistic.size()][draws];
        if (clusters > 0) {
            draw(cluster, clusters, statistic, drawn, cancel);
        }
        List<Figure> figures = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            figures.add(figure(values[f], drawn[f]));
        }
        return figures;
    }

    private void draw(int[] cluster, int clusters, Statistic statistic, double[][] drawn, CancelToken cancel) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] times = new int[clusters];
        int[] weights = new int[cluster.length];
        double[] one = new double[statistic.size()];
        for (int d = 0; d < draws; d++) {
            cancel.check();
            Arrays.fill(times, 0);
            for (int i = 0; i < clusters; i++) {
                times[random.nextInt(clusters)]++;
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = times[cluster[i]];
            }
            statistic.compute(weights, one, 0);
            for (int f = 0; f < one.length; f++) {
                drawn[f][d] = one[f];
            }
        }
    }

    private static Figure figure(double value, double[] drawn) {
        double[] defined =
                Arrays.stream(drawn).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int left = drawn.length - defined.length;
        if (Double.isNaN(value) || defined.length == 0) {
            return new Figure(value, Double.NaN, Double.NaN, left);
        }
        return new Figure(value, quantile(defined, TAIL), quantile(defined, 1 - TAIL), left);
    }

    /** Linear between the two nearest of the sorted values (type 7 of Hyndman and Fan, 1996). */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
