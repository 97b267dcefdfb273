package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
import java.util.List;

/**
 * 95 % intervals of the curves, point by point: for each false positive rate the interval of the sensitivity, for each recall
 * that of the precision, for each bin of the calibration that of the observed share, for each threshold that of the net
 * benefit. They say nothing about a curve as a whole. Values at vertices, as in {@link Roc} and {@link PrecisionRecall}: never
 * between two.
 *
 * @param grid false positive rates, or recalls: 0 … 1 in even steps
 * @param sensitivity at each false positive rate: the highest of a vertex that does not exceed it
 * @param precision at each recall: that of the first vertex that reaches it
 * @param observed in each bin of {@link Calibration}; undefined in an empty one
 * @param benefit at each point of {@link DecisionCurve}
 */
public record CurveBands(
        List<Double> grid,
        List<Figure> sensitivity,
        List<Figure> precision,
        List<Figure> observed,
        List<Figure> benefit) {
    private static final int STEPS = 50;

    public CurveBands {
        grid = List.copyOf(grid);
        sensitivity = List.copyOf(sensitivity);
        precision = List.copyOf(precision);
        observed = List.copyOf(observed);
        benefit = List.copyOf(benefit);
    }

    /** Sensitivity and precision are undefined without any positive or any negative. */
    static CurveBands of(Bootstrap bootstrap, int[] lesions, double[] scores, boolean[] positive, CancelToken cancel) {
        Statistic all = Statistic.join(List.of(
                new Grid(scores, positive),
                Calibration.observed(scores, positive),
                DecisionCurve.benefit(scores, positive)));
        List<Figure> figures = bootstrap.figures(lesions, all, cancel);
        List<Double> grid = java.util.stream.IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> (double) step / STEPS)
                .toList();
        int precisions = STEPS + 1;
        int bins = 2 * precisions;
        int benefits = bins + Calibration.BINS;
        return new CurveBands(
                grid,
                figures.subList(0, precisions),
                figures.subList(precisions, bins),
                figures.subList(bins, benefits),
                figures.subList(benefits, figures.size()));
    }

    /** Both curves on the grid, of weighted draws. */
    private static final class Grid implements Statistic {
        private static final double ROUNDING = 1e-9;
        private final RankedScores ranked;
        private final boolean[] positive;

        Grid(double[] scores, boolean[] positive) {
            this.ranked = new RankedScores(scores, positive, Indices.all(scores.length));
            this.positive = positive;
        }

        @Override
        public int size() {
            return 2 * (STEPS + 1);
        }

        @Override
        public void compute(int[] weights, double[] into, int offset) {
            java.util.Arrays.fill(into, offset, offset + size(), Double.NaN);
            double positives = ranked.count(true, weights);
            double negatives = ranked.count(false, weights);
            if (positives == 0 || negatives == 0) {
                return;
            }
            int precisionAt = offset + STEPS + 1;
            long tp = 0;
            long fp = 0;
            int reached = 0; // recalls of the grid that a vertex has reached
            for (int step = 0; step <= STEPS; step++) {
                into[offset + step] = 0;
            }
            for (int rank = 0; rank < ranked.size(); rank++) {
                int i = ranked.caseAt(rank);
                tp += positive[i] ? weights[i] : 0;
                fp += positive[i] ? 0 : weights[i];
                if (ranked.lastOfTie(rank) && tp + fp > 0) {
                    double recall = tp / positives;
                    for (; reached <= STEPS && recall >= (double) reached / STEPS - ROUNDING; reached++) {
                        into[precisionAt + reached] = (double) tp / (tp + fp);
                    }
                    int from = (int) Math.ceil(fp / negatives * STEPS - ROUNDING);
                    into[offset + Math.min(STEPS, from)] = recall;
                }
            }
            for (int step = 1; step <= STEPS; step++) {
                into[offset + step] = Math.max(into[offset + step], into[offset + step - 1]);
            }
        }
    }
}
