package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a logistic regression says of cases that it was not fitted on: repeated cross-validation whose folds keep the cases of
 * a group together and have positive groups in equal numbers. The folds follow from groups, labels and seed alone, so two sets
 * of features are compared fold by fold.
 *
 * @param folds [repeats][cases], the fold of each case
 * @param probabilities [repeats][cases], 0 … 1
 * @param positive label of each case
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record CrossFit(int[][] folds, double[][] probabilities, boolean[] positive) {
    /**
     * Fits.
     *
     * @param features [cases][features]
     * @param positive label of each case
     * @param group of each case, from 0
     * @param count of folds, at least 2
     * @param repeats how often anew, with other folds
     */
    public static CrossFit of(double[][] features, boolean[] positive, int[] group, int count, int repeats, long seed) {
        Indices.sameLength(features.length, positive.length);
        Indices.sameLength(features.length, group.length);
        int[][] folds = new int[repeats][];
        double[][] probabilities = new double[repeats][features.length];
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[] fold = folds(positive, group, count, new Random(seed + repeat));
            folds[repeat] = fold;
            for (int f = 0; f < count; f++) {
                fit(features, positive, fold, f, probabilities[repeat]);
            }
        }
        return new CrossFit(folds, probabilities, positive);
    }

    private static void fit(double[][] features, boolean[] positive, int[] fold, int out, double[] into) {
        int[] in = Arrays.stream(Indices.all(fold.length))
                .filter(i -> fold[i] != out)
                .toArray();
        double[][] rows = Arrays.stream(in).mapToObj(i -> features[i]).toArray(double[][]::new);
        boolean[] labels = new boolean[in.length];
        for (int i = 0; i < in.length; i++) {
            labels[i] = positive[in[i]];
        }
        LogisticRegression model = LogisticRegression.fit(rows, labels);
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] == out) {
                into[i] = model.probability(features[i]);
            }
        }
    }

    /** A group is positive when one of its cases is. */
    private static int[] folds(boolean[] positive, int[] group, int count, Random random) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        boolean[] any = new boolean[groups];
        for (int i = 0; i < group.length; i++) {
            any[group[i]] |= positive[i];
        }
        List<Integer> order =
                new ArrayList<>(Arrays.stream(Indices.all(groups)).boxed().toList());
        Collections.shuffle(order, random);
        int[] ofGroup = new int[groups];
        int[] next = new int[2];
        for (int g : order) {
            ofGroup[g] = next[any[g] ? 1 : 0]++ % count;
        }
        return Arrays.stream(group).map(g -> ofGroup[g]).toArray();
    }

    /**
     * The ROC AUC within each fold, averaged over folds and repeats; a fold in which it is undefined is left out. Draws weigh
     * the cases; the fits stay as they are.
     *
     * @param counted the cases it is asked of
     */
    public Statistic auc(boolean[] counted) {
        List<RankedScores> ranked = new ArrayList<>();
        for (int repeat = 0; repeat < folds.length; repeat++) {
            int[] fold = folds[repeat];
            int last = Arrays.stream(fold).max().orElse(-1);
            for (int f = 0; f <= last; f++) {
                int which = f;
                int[] cases = Arrays.stream(Indices.all(fold.length))
                        .filter(i -> fold[i] == which && counted[i])
                        .toArray();
                ranked.add(new RankedScores(probabilities[repeat], positive, cases));
            }
        }
        return new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                into[offset] = ranked.stream()
                        .mapToDouble(scores -> scores.walk(weights).rocAuc())
                        .filter(auc -> !Double.isNaN(auc))
                        .average()
                        .orElse(Double.NaN);
            }
        };
    }
}
