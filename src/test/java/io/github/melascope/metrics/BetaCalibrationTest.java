package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BetaCalibrationTest {
    private static final BetaCalibration LOPSIDED = new BetaCalibration(Kind.BETA, 0.6, 1.7, -0.4);

    /** Answers whose truth follows a map of them. */
    private static boolean[] truth(double[] logOdds, BetaCalibration map, Random random) {
        boolean[] truth = new boolean[logOdds.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextDouble() < TemperatureScaling.sigmoid(map.logOdds(logOdds[i]));
        }
        return truth;
    }

    private static double[] answers(int count, Random random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> random.nextGaussian() * 2)
                .toArray();
    }

    @Test
    void theFormulaIsThatOfThePaper() {
        for (double p : new double[] {0.001, 0.2, 0.5, 0.93}) {
            double odds = Math.exp(-0.4) * Math.pow(p, 0.6) / Math.pow(1 - p, 1.7);
            assertEquals(odds / (1 + odds), LOPSIDED.probability(p), 1e-12);
            assertEquals(p, BetaCalibration.NONE.probability(p));
        }
    }

    @Test
    void aMapThatWasThereIsFoundAgain() {
        Random random = new Random(5);
        double[] z = answers(100_000, random);
        BetaCalibration beta =
                BetaCalibration.fit(Kind.BETA, z, truth(z, LOPSIDED, random)).orElseThrow();
        assertEquals(0.6, beta.a(), 0.05);
        assertEquals(1.7, beta.b(), 0.05);
        assertEquals(-0.4, beta.c(), 0.05);
        BetaCalibration even = new BetaCalibration(Kind.PLATT, 0.7, 0.7, 0.5);
        BetaCalibration platt =
                BetaCalibration.fit(Kind.PLATT, z, truth(z, even, random)).orElseThrow();
        assertEquals(0.7, platt.a(), 0.03);
        assertEquals(platt.a(), platt.b());
        assertEquals(0.5, platt.c(), 0.03);
    }

    @Test
    void noOtherMapOfItsKindIsMoreLikelyAndTheMeanIsRight() {
        Random random = new Random(6);
        double[] z = answers(800, random);
        boolean[] truth = truth(z, LOPSIDED, random);
        BetaCalibration beta = BetaCalibration.fit(Kind.BETA, z, truth).orElseThrow();
        double least = beta.logLoss(z, truth);
        for (double step : new double[] {-0.2, -0.05, 0.05, 0.2}) {
            assertTrue(new BetaCalibration(Kind.BETA, beta.a() + step, beta.b(), beta.c()).logLoss(z, truth) > least);
            assertTrue(new BetaCalibration(Kind.BETA, beta.a(), beta.b() + step, beta.c()).logLoss(z, truth) > least);
            assertTrue(new BetaCalibration(Kind.BETA, beta.a(), beta.b(), beta.c() + step).logLoss(z, truth) > least);
        }
        double platt = BetaCalibration.fit(Kind.PLATT, z, truth).orElseThrow().logLoss(z, truth);
        assertTrue(least < platt && platt < BetaCalibration.NONE.logLoss(z, truth));
        double mean = Arrays.stream(z)
                .map(one -> TemperatureScaling.sigmoid(beta.logOdds(one)))
                .average()
                .orElseThrow();
        double came = IntStream.range(0, 800).filter(i -> truth[i]).count() / 800.0;
        assertEquals(came, mean, 0.001);
    }

    @Test
    void everyMapRisesSoThatNoAucChanges() {
        Random random = new Random(7);
        double[] z = answers(400, random);
        boolean[] truth = truth(z, BetaCalibration.NONE, random);
        double[] plain = Arrays.stream(z).map(TemperatureScaling::sigmoid).toArray();
        double auc = Roc.of(plain, truth).auc();
        for (int draw = 0; draw < 50; draw++) {
            BetaCalibration map = new BetaCalibration(
                    Kind.BETA, 0.1 + 3 * random.nextDouble(), 0.1 + 3 * random.nextDouble(), random.nextGaussian());
            double[] mapped = Arrays.stream(z)
                    .map(one -> TemperatureScaling.sigmoid(map.logOdds(one)))
                    .toArray();
            assertEquals(auc, Roc.of(mapped, truth).auc(), 1e-12);
        }
    }

    @Test
    void whereTheBestMapWouldFallAtOneEndThatEndIsFlat() {
        Random random = new Random(8);
        double[] z = answers(20_000, random);
        boolean[] truth = new boolean[z.length]; // the more negative the answer below 0, the likelier it is wrong
        for (int i = 0; i < z.length; i++) {
            truth[i] = random.nextDouble() < TemperatureScaling.sigmoid(z[i] < 0 ? -0.5 * z[i] - 2 : 1.5 * z[i] - 2);
        }
        BetaCalibration map = BetaCalibration.fit(Kind.BETA, z, truth).orElseThrow();
        assertEquals(0, map.a());
        assertTrue(map.b() > 0.5, map.toString());
        double least = map.logLoss(z, truth);
        assertTrue(new BetaCalibration(Kind.BETA, 0.05, map.b(), map.c()).logLoss(z, truth) > least);
    }

    @Test
    void answersWorseThanChanceAndNoneHaveNoMap() {
        double[] z = {-2, -1, -0.5, 0.5, 1, 2};
        assertEquals(Optional.empty(), BetaCalibration.fit(Kind.PLATT, z, Reference.flags("111000")));
        assertEquals(Optional.empty(), BetaCalibration.fit(Kind.BETA, z, Reference.flags("111000")));
        assertEquals(Optional.empty(), BetaCalibration.fit(Kind.BETA, new double[0], new boolean[0]));
        assertEquals(Optional.of(BetaCalibration.NONE), BetaCalibration.fit(Kind.NONE, z, Reference.flags("111000")));
    }

    @Test
    void answersThatAreAllRightAndExtremeOnesStayFinite() {
        double[] z = {-700, -30, -2, -1, 1, 2, 40, 900};
        BetaCalibration map =
                BetaCalibration.fit(Kind.BETA, z, Reference.flags("00001111")).orElseThrow();
        for (double one : z) {
            assertTrue(Double.isFinite(map.logOdds(one)));
        }
        assertTrue(map.logLoss(z, Reference.flags("00001111")) < Math.log(2));
        assertTrue(Double.isFinite(BetaCalibration.logit(0)) && Double.isFinite(BetaCalibration.logit(1)));
    }

    @Test
    void numbersThatAreNoSuchMapAreRefused() {
        double[][] wrong = {
            {-0.1, 1, 0},
            {1, -0.1, 0},
            {0, 0, 1},
            {Double.NaN, 1, 0},
            {1, 1, Double.NaN},
            {Double.POSITIVE_INFINITY, 1, 0}
        };
        for (double[] abc : wrong) {
            assertThrows(IllegalArgumentException.class, () -> new BetaCalibration(Kind.BETA, abc[0], abc[1], abc[2]));
        }
        assertThrows(IllegalArgumentException.class, () -> new BetaCalibration(Kind.PLATT, 1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new BetaCalibration(Kind.NONE, 1, 1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> LogitCalibration.ofTemperature(0));
    }

    @Test
    void withoutAMapTheAnswerIsTheSoftmaxToTheLastBit() {
        Random random = new Random(9);
        for (int draw = 0; draw < 100; draw++) {
            float[] logits = logits(random, 5);
            assertArrayEquals(
                    TemperatureScaling.softmax(logits, 0.6),
                    LogitCalibration.ofTemperature(0.6).probabilities(Task.DIAGNOSIS, logits));
            assertEquals(
                    TemperatureScaling.sigmoid(logits[0] / 0.6),
                    LogitCalibration.ofTemperature(0.6).probabilities(Task.MELANOMA, logits)[0]);
        }
    }

    @Test
    void theOtherClassesShareTheRestAsBefore() {
        Random random = new Random(10);
        LogitCalibration calibration = new LogitCalibration(0.8, LOPSIDED);
        int melanoma = 4;
        for (int draw = 0; draw < 200; draw++) {
            float[] logits = logits(random, draw % 2 == 0 ? 4 : 400);
            double[] plain = TemperatureScaling.softmax(logits, 0.8);
            double[] p = calibration.probabilities(Task.DIAGNOSIS, logits);
            assertEquals(1, Arrays.stream(p).sum(), 1e-9);
            for (int c = 0; c < p.length; c++) {
                assertTrue(p[c] >= 0 && p[c] <= 1, Arrays.toString(p));
            }
            if (draw % 2 == 0) {
                double inReach = Math.clamp(plain[melanoma], 1e-6, 1 - 1e-6); // of a probability with six decimals
                assertTrue(inReach != plain[melanoma] || Math.abs(LOPSIDED.probability(inReach) - p[melanoma]) < 1e-9);
                assertEquals(plain[1] / plain[5], p[1] / p[5], 1e-9 * plain[1] / plain[5]);
                assertEquals(plain[0] / plain[6], p[0] / p[6], 1e-9 * plain[0] / plain[6]);
            }
        }
        assertEquals(
                TemperatureScaling.sigmoid(LOPSIDED.logOdds(2.5)),
                calibration.probabilities(Task.MELANOMA, new float[] {2})[0],
                1e-7);
    }

    private static float[] logits(Random random, double scale) {
        float[] logits = new float[7];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) (scale * random.nextGaussian());
        }
        return logits;
    }
}
