package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFitTest {
    private static final int GROUPS = 60;
    private static final int EACH = 3;
    private static final int FOLDS = 5;
    private static final int REPEATS = 4;

    private final int[] group =
            IntStream.range(0, GROUPS * EACH).map(i -> i / EACH).toArray();
    private final boolean[] positive = positive();

    /** Every fourth group. */
    private static boolean[] positive() {
        boolean[] positive = new boolean[GROUPS * EACH];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = i / EACH % 4 == 0;
        }
        return positive;
    }

    private static double value(Statistic statistic) {
        double[] into = new double[statistic.size()];
        statistic.compute(Indices.ones(GROUPS * EACH), into, 0);
        return into[into.length - 1];
    }

    private static boolean[] all() {
        boolean[] all = new boolean[GROUPS * EACH];
        Arrays.fill(all, true);
        return all;
    }

    private CrossFit fit(double[][] features) {
        return CrossFit.of(features, positive, group, FOLDS, REPEATS, 7);
    }

    private double[][] features(long seed, double signal) {
        Random random = new Random(seed);
        return IntStream.range(0, positive.length)
                .mapToObj(i -> new double[] {random.nextGaussian() + (positive[i] ? signal : 0)})
                .toArray(double[][]::new);
    }

    @Test
    void foldsKeepGroupsTogetherAndShareThePositive() {
        CrossFit fit = fit(features(1, 0));
        for (int[] fold : fit.folds()) {
            int[] positives = new int[FOLDS];
            int[] cases = new int[FOLDS];
            for (int i = 0; i < fold.length; i++) {
                assertEquals(fold[i / EACH * EACH], fold[i], "one group, one fold");
                positives[fold[i]] += positive[i] ? 1 : 0;
                cases[fold[i]]++;
            }
            assertArrayEquals(new int[] {9, 9, 9, 9, 9}, positives);
            assertArrayEquals(new int[] {36, 36, 36, 36, 36}, cases);
        }
        assertTrue(!Arrays.equals(fit.folds()[0], fit.folds()[1]), "another draw each time");
    }

    @Test
    void nothingIsSaidOfACaseByAFitThatKnewItsGroup() {
        double[][] names = new double[positive.length][GROUPS];
        for (int i = 0; i < names.length; i++) {
            names[i][group[i]] = 1;
        }
        LogisticRegression knowing = LogisticRegression.fit(names, positive);
        double[] own = IntStream.range(0, names.length)
                .mapToDouble(i -> knowing.probability(names[i]))
                .toArray();
        assertEquals(1, Roc.auc(own, positive), 1e-9, "a group's name tells all to who has seen it");
        assertEquals(0.5, value(fit(names).auc(all())), 1e-9, "and nothing to who has not");
    }

    @Test
    void theAucIsTheMeanOverFoldsAndRepeats() {
        CrossFit fit = fit(features(2, 1.5));
        double sum = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (int f = 0; f < FOLDS; f++) {
                int[] fold = fit.folds()[repeat];
                int which = f;
                int[] cases = IntStream.range(0, fold.length)
                        .filter(i -> fold[i] == which)
                        .toArray();
                double[] p = new double[cases.length];
                boolean[] truth = new boolean[cases.length];
                for (int i = 0; i < cases.length; i++) {
                    p[i] = fit.probabilities()[repeat][cases[i]];
                    truth[i] = positive[cases[i]];
                }
                sum += Roc.auc(p, truth);
            }
        }
        assertEquals(sum / REPEATS / FOLDS, value(fit.auc(all())), 1e-12);
        assertTrue(value(fit.auc(all())) > 0.75);
    }

    @Test
    void whatHelpsIsFoundByThePairedDifference() {
        double[][] one = features(3, 0.5);
        double[][] two = features(4, 2);
        double[][] both = IntStream.range(0, one.length)
                .mapToObj(i -> new double[] {one[i][0], two[i][0]})
                .toArray(double[][]::new);
        Statistic gain =
                AuditStatistics.withDifference(fit(one).auc(all()), fit(both).auc(all()));
        Figure figure = new Bootstrap(500, 1).figures(group, gain).getLast();
        assertEquals(value(fit(both).auc(all())) - value(fit(one).auc(all())), figure.value(), 1e-12);
        assertTrue(figure.low() > 0, figure.toString());
        Statistic none = AuditStatistics.withDifference(fit(one).auc(all()), fit(one).auc(all()));
        assertEquals(0, value(none));
        boolean[] few = all();
        Arrays.fill(few, 0, EACH * GROUPS / 2, false);
        assertTrue(value(fit(one).auc(few)) != value(fit(one).auc(all())), "only those that are counted");
    }

    @Test
    void theMeanIsOfWhatIsDefined() {
        Statistic mean = AuditStatistics.withMean(List.of(
                AuditStatistics.mean(new double[] {1, 0}),
                AuditStatistics.mean(new double[] {1, 1}),
                AuditStatistics.mean(new double[] {Double.NaN, Double.NaN})));
        double[] into = new double[4];
        mean.compute(new int[] {1, 3}, into, 0);
        assertArrayEquals(new double[] {0.25, 1, Double.NaN, 0.625}, into);
    }
}
