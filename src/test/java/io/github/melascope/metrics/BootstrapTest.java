package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** Mean of values over weighted cases; undefined for no case. */
    private record Mean(List<Double> values) implements Statistic {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void compute(int[] weights, double[] into, int offset) {
            double sum = 0;
            double cases = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values.get(i);
                cases += weights[i];
            }
            into[offset] = sum / cases;
        }
    }

    /** Of 300 samples of 60 lesions with up to three alike images each, some 95 % of the intervals hold the truth. */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        Random random = new Random(11);
        int held = 0;
        int heldByImage = 0;
        for (int sample = 0; sample < 300; sample++) {
            int lesions = 60;
            List<Double> values = new java.util.ArrayList<>();
            List<Integer> cluster = new java.util.ArrayList<>();
            for (int lesion = 0; lesion < lesions; lesion++) {
                double centre = 5 + random.nextGaussian();
                int images = 1 + random.nextInt(3);
                for (int i = 0; i < images; i++) {
                    values.add(centre + random.nextGaussian() * 0.2);
                    cluster.add(lesion);
                }
            }
            int[] byLesion = cluster.stream().mapToInt(c -> c).toArray();
            Bootstrap bootstrap = new Bootstrap(200, sample);
            held += holds(bootstrap.figures(byLesion, new Mean(values)).get(0), 5);
            heldByImage += holds(
                    bootstrap
                            .figures(Indices.all(byLesion.length), new Mean(values))
                            .get(0),
                    5);
        }
        assertTrue(held >= 270 && held <= 297, held + " of 300");
        assertTrue(heldByImage < held - 15, "drawing images flatters: " + heldByImage + " against " + held);
    }

    /**
     * NumPy's Generator(1) drew the 20 lesions of {@link Reference}, two images each, 20,000 times; scikit-learn's AUC and
     * plain means at the threshold 0.4; numpy.percentile. The last digits are the draws' luck.
     */
    @Test
    void intervalsEqualThoseOfNumpyAndScikitLearn() {
        Exam exam = new Exam("reference", 1, 0.4, 0.4, new Bootstrap(20_000, 1));
        List<Case> cases = new java.util.ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cases.add(new Case(
                    "image" + i,
                    "lesion" + i / 2,
                    Reference.positive()[i],
                    null,
                    Reference.scores()[i],
                    List.of(),
                    "histo",
                    "",
                    "",
                    ""));
        }
        ExamResult result = Evaluation.of(exam, cases);
        assertInterval(0.5906, 0.8989, result.get(BinaryMeasure.ROC_AUC));
        assertInterval(0.5714, 1.0, result.get(BinaryMeasure.RECALL));
        assertInterval(0.4545, 0.8095, result.get(BinaryMeasure.SPECIFICITY));
        assertInterval(0.1285, 0.2761, result.get(BinaryMeasure.BRIER));
    }

    private static void assertInterval(double low, double high, Figure figure) {
        assertEquals(low, figure.low(), 0.01);
        assertEquals(high, figure.high(), 0.01);
    }

    private static int holds(Figure figure, double truth) {
        return figure.low() <= truth && truth <= figure.high() ? 1 : 0;
    }

    @Test
    void undefinedDrawsAreLeftOutAndCounted() {
        double[] scores = {0.9, 0.1, 0.2};
        boolean[] positive = {true, false, false};
        RankedScores ranked = new RankedScores(scores, positive, Indices.all(3));
        Statistic auc = new Statistic() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                into[offset] = ranked.walk(weights).rocAuc();
            }
        };
        Figure figure = new Bootstrap(2_000, 5).figures(Indices.all(3), auc).get(0);
        // (2/3)³ + (1/3)³ = 1/3 of the draws lack one of the classes.
        assertEquals(2_000 / 3.0, figure.undefinedDraws(), 80);
        assertEquals(1, figure.value());
        assertEquals(1, figure.low());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        List<Double> values = new Random(1).doubles(50).boxed().toList();
        int[] lesions = Indices.all(50);
        Figure first = new Bootstrap(500, 9).figures(lesions, new Mean(values)).get(0);
        assertEquals(
                first, new Bootstrap(500, 9).figures(lesions, new Mean(values)).get(0));
        assertTrue(first.low()
                != new Bootstrap(500, 10)
                        .figures(lesions, new Mean(values))
                        .get(0)
                        .low());
    }

    /** numpy.percentile([1, 2, 4, 8], [2.5, 50, 97.5]) is [1.075, 3.0, 7.7]. */
    @Test
    void quantilesAreNumpys() {
        double[] sorted = {1, 2, 4, 8};
        assertEquals(1.075, Bootstrap.quantile(sorted, 0.025), 1e-12);
        assertEquals(3, Bootstrap.quantile(sorted, 0.5), 1e-12);
        assertEquals(7.7, Bootstrap.quantile(sorted, 0.975), 1e-12);
    }
}
