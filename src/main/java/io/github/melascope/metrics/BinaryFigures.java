package io.github.melascope.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * All figures of the melanoma question over given cases, without intervals.
 *
 * @param values each {@link BinaryMeasure}; NaN where undefined
 */
public record BinaryFigures(Map<BinaryMeasure, Double> values) {
    public BinaryFigures {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /**
     * @param probabilities of melanoma, 0 … 1
     * @param threshold probabilities from here on are called melanoma
     */
    public static BinaryFigures of(double[] probabilities, boolean[] melanoma, double threshold) {
        double[] into = new double[BinaryMeasure.ALL.size()];
        statistic(probabilities, melanoma, threshold).compute(Indices.ones(melanoma.length), into, 0);
        Map<BinaryMeasure, Double> values = new EnumMap<>(BinaryMeasure.class);
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            values.put(measure, into[measure.place()]);
        }
        return new BinaryFigures(values);
    }

    public double get(BinaryMeasure measure) {
        return java.util.Objects.requireNonNull(values.get(measure));
    }

    /** The same for weighted draws, in the order of {@link BinaryMeasure}. */
    static Statistic statistic(double[] probabilities, boolean[] melanoma, double threshold) {
        int[] all = Indices.all(melanoma.length);
        RankedScores ranked = new RankedScores(probabilities, melanoma, all);
        return new Statistic() {
            @Override
            public int size() {
                return BinaryMeasure.ALL.size();
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                RankedScores.Walk walk = ranked.walk(weights);
                BinaryCounts counts = BinaryCounts.at(threshold, probabilities, melanoma, all, weights);
                double brier = Calibration.brier(probabilities, melanoma, weights);
                double ece = Calibration.ece(probabilities, melanoma, weights);
                int at = offset;
                for (BinaryMeasure measure : BinaryMeasure.ALL) {
                    into[at++] = value(measure, walk, counts, brier, ece);
                }
            }
        };
    }

    private static double value(
            BinaryMeasure measure, RankedScores.Walk walk, BinaryCounts counts, double brier, double ece) {
        return switch (measure) {
            case ROC_AUC -> walk.rocAuc();
            case PR_AUC -> walk.averagePrecision();
            case ACCURACY -> counts.accuracy();
            case BALANCED_ACCURACY -> counts.balancedAccuracy();
            case PRECISION -> counts.precision();
            case RECALL -> counts.recall();
            case F1 -> counts.f1();
            case SPECIFICITY -> counts.specificity();
            case NPV -> counts.npv();
            case SPECIFICITY_AT_SENSITIVITY_90 -> walk.specificityAtSensitivity90();
            case SPECIFICITY_AT_SENSITIVITY_95 -> walk.specificityAtSensitivity95();
            case SENSITIVITY_AT_SPECIFICITY_90 -> walk.sensitivityAtSpecificity90();
            case SENSITIVITY_AT_SPECIFICITY_95 -> walk.sensitivityAtSpecificity95();
            case BRIER -> brier;
            case ECE -> ece;
        };
    }

    /** {@link BalancedMeasure} for weighted draws. */
    static Statistic balancedStatistic(double[] probabilities, boolean[] melanoma, double threshold) {
        int[] all = Indices.all(melanoma.length);
        return new Statistic() {
            @Override
            public int size() {
                return BalancedMeasure.ALL.size();
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                BinaryCounts counts = BinaryCounts.at(threshold, probabilities, melanoma, all, weights);
                into[offset + BalancedMeasure.ACCURACY.place()] = counts.balancedAccuracy();
                into[offset + BalancedMeasure.PRECISION.place()] = counts.precisionAtEqualPrevalence();
                into[offset + BalancedMeasure.RECALL.place()] = counts.recall();
                into[offset + BalancedMeasure.F1.place()] = counts.f1AtEqualPrevalence();
            }
        };
    }
}
