package io.github.melascope.metrics;

/** The {@link CrossMeasure figures} of one training on its held-out images. */
final class FoldStatistic implements Statistic {
    /** Of the log loss, so that one certain and wrong answer does not make it infinite. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private final RankedScores melanoma;
    private final MultiFigures.OverDraws classes;
    private final double[] losses;
    private final double[] overall;

    /** @param positive index of melanoma among the classes */
    FoldStatistic(FoldAnswers answers, int positive) {
        int n = answers.labels().length;
        double[] scores = new double[n];
        boolean[] truth = new boolean[n];
        losses = new double[n];
        for (int i = 0; i < n; i++) {
            double[] p = answers.probabilities()[i];
            scores[i] = p[positive];
            truth[i] = answers.labels()[i] == positive;
            losses[i] = -Math.log(Math.max(LEAST_PROBABILITY, p[answers.labels()[i]]));
        }
        melanoma = new RankedScores(scores, truth, Indices.all(n));
        int width = n == 0 ? 2 : answers.probabilities()[0].length;
        classes = new MultiFigures.OverDraws(width, answers.probabilities(), answers.labels());
        overall = new double[classes.size()];
    }

    @Override
    public int size() {
        return CrossMeasure.ALL.size();
    }

    @Override
    public void compute(int[] weights, double[] into, int offset) {
        RankedScores.Walk walk = melanoma.walk(weights);
        classes.compute(weights, overall, 0);
        double sum = 0;
        double count = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += weights[i] * losses[i];
            count += weights[i];
        }
        into[offset + CrossMeasure.MELANOMA_AUC.place()] = walk.rocAuc();
        into[offset + CrossMeasure.SPECIFICITY_AT_SENSITIVITY_95.place()] = walk.specificityAtSensitivity95();
        into[offset + CrossMeasure.MACRO_AUC.place()] = overall[MultiMeasure.MACRO_AUC.place()];
        into[offset + CrossMeasure.BALANCED_ACCURACY.place()] = overall[MultiMeasure.BALANCED_ACCURACY.place()];
        into[offset + CrossMeasure.LOG_LOSS.place()] = sum / count;
    }
}
