package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for any scores: three hundred seeded samples, half of them with many ties. */
class RocPropertiesTest {
    private static final double ROUNDING = 1e-12;

    private interface Check {
        void of(double[] scores, boolean[] positive, Random random);
    }

    private static void forManySamples(Check check) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int n = 2 + random.nextInt(80);
            double[] scores = new double[n];
            boolean[] positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                positive[i] = i == 0 || (i > 1 && random.nextBoolean());
                double score = 1 / (1 + Math.exp(-random.nextGaussian() - (positive[i] ? 1 : 0)));
                scores[i] = seed % 2 == 0 ? score : Math.rint(score * 8) / 8;
            }
            check.of(scores, positive, random);
        }
    }

    @Test
    void theTwoAlgorithmsAndTheWeightedWalkAgree() {
        forManySamples((scores, positive, random) -> {
            double auc = Roc.auc(scores, positive);
            assertEquals(auc, Roc.mannWhitney(scores, positive), ROUNDING);
            assertEquals(auc, BinaryFigures.of(scores, positive, 0.5).get(BinaryMeasure.ROC_AUC), ROUNDING);
        });
    }

    @Test
    void theAreaIsThatOfAllPairs() {
        forManySamples((scores, positive, random) -> {
            double wins = 0;
            double pairs = 0;
            for (int i = 0; i < scores.length; i++) {
                for (int j = 0; j < scores.length; j++) {
                    if (positive[i] && !positive[j]) {
                        wins += (Math.signum(scores[i] - scores[j]) + 1) / 2;
                        pairs++;
                    }
                }
            }
            assertEquals(wins / pairs, Roc.auc(scores, positive), ROUNDING);
        });
    }

    @Test
    void aMonotoneMapChangesNothingOfTheRanking() {
        forManySamples((scores, positive, random) -> {
            double[] mapped =
                    Arrays.stream(scores).map(s -> s * s * s / 2 + 0.1).toArray();
            BinaryFigures before = BinaryFigures.of(scores, positive, 0.5);
            BinaryFigures after = BinaryFigures.of(mapped, positive, 0.5);
            for (BinaryMeasure measure : new BinaryMeasure[] {
                BinaryMeasure.ROC_AUC,
                BinaryMeasure.PR_AUC,
                BinaryMeasure.SENSITIVITY_AT_SPECIFICITY_90,
                BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_95
            }) {
                assertEquals(before.get(measure), after.get(measure), ROUNDING, measure.code());
            }
        });
    }

    @Test
    void flippingTheLabelsOrTheScoresMirrorsTheArea() {
        forManySamples((scores, positive, random) -> {
            double auc = Roc.auc(scores, positive);
            boolean[] flipped = new boolean[positive.length];
            for (int i = 0; i < flipped.length; i++) {
                flipped[i] = !positive[i];
            }
            double[] mirrored = Arrays.stream(scores).map(s -> 1 - s).toArray();
            assertEquals(1 - auc, Roc.auc(scores, flipped), ROUNDING);
            assertEquals(1 - auc, Roc.auc(mirrored, positive), ROUNDING);
            assertEquals(auc, Roc.auc(mirrored, flipped), ROUNDING);
        });
    }

    @Test
    void theOrderOfTheCasesDoesNotMatter() {
        forManySamples((scores, positive, random) -> {
            Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
            java.util.Collections.shuffle(Arrays.asList(order), random);
            double[] otherScores = new double[scores.length];
            boolean[] otherPositive = new boolean[scores.length];
            for (int i = 0; i < order.length; i++) {
                otherScores[i] = scores[order[i]];
                otherPositive[i] = positive[order[i]];
            }
            BinaryFigures before = BinaryFigures.of(scores, positive, 0.5);
            BinaryFigures after = BinaryFigures.of(otherScores, otherPositive, 0.5);
            for (BinaryMeasure measure : BinaryMeasure.ALL) {
                assertEquals(before.get(measure), after.get(measure), ROUNDING, measure.code());
            }
        });
    }

    @Test
    void countingACaseTwiceIsHavingItTwice() {
        forManySamples((scores, positive, random) -> {
            int[] weights = random.ints(scores.length, 0, 4).toArray();
            weights[0] = 1;
            weights[1] = 2;
            int[] repeated = IntStream.range(0, scores.length)
                    .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
                    .toArray();
            double[] more = Arrays.stream(repeated).mapToDouble(i -> scores[i]).toArray();
            boolean[] morePositive = new boolean[repeated.length];
            for (int i = 0; i < repeated.length; i++) {
                morePositive[i] = positive[repeated[i]];
            }
            double[] weighted = new double[BinaryMeasure.ALL.size()];
            BinaryFigures.statistic(scores, positive, 0.5).compute(weights, weighted, 0);
            BinaryFigures written = BinaryFigures.of(more, morePositive, 0.5);
            for (BinaryMeasure measure : BinaryMeasure.ALL) {
                assertEquals(written.get(measure), weighted[measure.place()], ROUNDING, measure.code());
            }
        });
    }

    @Test
    void theFourCellsHoldEveryCase() {
        forManySamples((scores, positive, random) -> {
            BinaryCounts counts = BinaryCounts.at(random.nextDouble(), scores, positive);
            assertEquals(scores.length, counts.positives() + counts.negatives());
            assertEquals(
                    (double) (counts.truePositives() + counts.trueNegatives()),
                    counts.accuracy() * scores.length,
                    1e-9);
        });
    }

    @Test
    void theCurvesRiseAndFallAsTheyMust() {
        forManySamples((scores, positive, random) -> {
            Roc roc = Roc.of(scores, positive);
            for (int i = 1; i < roc.points().size(); i++) {
                Roc.Point a = roc.points().get(i - 1);
                Roc.Point b = roc.points().get(i);
                assertTrue(a.threshold() > b.threshold());
                assertTrue(a.falsePositiveRate() <= b.falsePositiveRate());
                assertTrue(a.truePositiveRate() <= b.truePositiveRate());
            }
            assertEquals(
                    new Roc.Point(Double.POSITIVE_INFINITY, 0, 0), roc.points().get(0));
            Roc.Point last = roc.points().get(roc.points().size() - 1);
            assertEquals(1, last.falsePositiveRate());
            assertEquals(1, last.truePositiveRate());
        });
    }

    @Test
    void perfectWorstAndConstantAnswers() {
        boolean[] positive = Reference.flags("0011010");
        double[] perfect = {0, 0.1, 0.9, 1, 0.2, 0.8, 0};
        double[] worst = Arrays.stream(perfect).map(s -> 1 - s).toArray();
        double[] constant = new double[7];
        assertEquals(1, Roc.auc(perfect, positive));
        assertEquals(0, Roc.auc(worst, positive));
        assertEquals(0.5, Roc.auc(constant, positive));
        BinaryFigures best = BinaryFigures.of(perfect, positive, 0.5);
        assertEquals(1, best.get(BinaryMeasure.PR_AUC), ROUNDING);
        assertEquals(1, best.get(BinaryMeasure.SENSITIVITY_AT_SPECIFICITY_95));
        assertEquals(1, best.get(BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_95));
        BinaryFigures same = BinaryFigures.of(constant, positive, 0.5);
        assertEquals(3 / 7.0, same.get(BinaryMeasure.PR_AUC), ROUNDING);
        // The only thresholds of a constant answer call everything positive, or nothing.
        assertEquals(0, same.get(BinaryMeasure.SENSITIVITY_AT_SPECIFICITY_90));
        assertEquals(0, same.get(BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_90));
        assertEquals(Double.NaN, same.get(BinaryMeasure.PRECISION));
        assertEquals(0, same.get(BinaryMeasure.F1));
    }

    @Test
    void oneClassAloneLeavesTheRankingUndefined() {
        double[] scores = {0.2, 0.7};
        boolean[] none = new boolean[2];
        assertTrue(Roc.of(scores, none).points().isEmpty());
        assertEquals(Double.NaN, Roc.auc(scores, none));
        assertEquals(Double.NaN, Roc.mannWhitney(scores, none));
        assertEquals(Double.NaN, PrecisionRecall.of(scores, none).averagePrecision());
        BinaryFigures figures = BinaryFigures.of(scores, none, 0.5);
        assertEquals(Double.NaN, figures.get(BinaryMeasure.ROC_AUC));
        assertEquals(Double.NaN, figures.get(BinaryMeasure.RECALL));
        assertEquals(0.5, figures.get(BinaryMeasure.SPECIFICITY));
        assertEquals((0.04 + 0.49) / 2, figures.get(BinaryMeasure.BRIER), ROUNDING);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Roc.of(new double[1], new boolean[2]));
        assertThrows(IllegalArgumentException.class, () -> Roc.of(new double[] {Double.NaN, 1}, new boolean[2]));
        assertThrows(IllegalArgumentException.class, () -> Calibration.of(new double[] {1.1}, new boolean[1]));
    }
}
