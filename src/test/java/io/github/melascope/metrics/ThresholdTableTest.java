package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdTableTest {
    @Test
    void countsAreThoseOfAWalkOverAllCasesAtEveryThreshold() {
        Random random = new Random(3);
        double[] scores = new double[500];
        boolean[] positive = new boolean[500];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(40) / 40.0; // many ties
            positive[i] = random.nextInt(4) == 0;
        }
        ThresholdTable table = ThresholdTable.of(scores, positive);
        for (int t = -1; t <= 82; t++) {
            double threshold = t / 80.0;
            assertEquals(BinaryCounts.at(threshold, scores, positive), table.at(threshold), "at " + threshold);
        }
    }

    @Test
    void noCaseAndOneClassAreCounted() {
        assertEquals(
                new BinaryCounts(0, 0, 0, 0),
                ThresholdTable.of(new double[0], new boolean[0]).at(0.5));
        ThresholdTable others = ThresholdTable.of(new double[] {0.1, 0.9}, new boolean[2]);
        assertEquals(new BinaryCounts(0, 1, 1, 0), others.at(0.5));
        assertEquals(0, others.positives());
    }

    @Test
    void manyEqualScoresCostNoMoreThanOthers() {
        ThresholdTable table = ThresholdTable.of(new double[100_000], new boolean[100_000]);
        long begun = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            table.at(0);
        }
        assertTrue(System.nanoTime() - begun < 500_000_000L, "10,000 look-ups in a table of ties take too long");
    }
}
