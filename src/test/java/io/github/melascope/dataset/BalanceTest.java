package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 5};

    private static long count(int[] order, int label) {
        return IntStream.of(order).filter(i -> LABELS[i] == label).count();
    }

    private static long[] uses(int[] order) {
        long[] uses = new long[LABELS.length];
        IntStream.of(order).forEach(i -> uses[i]++);
        return uses;
    }

    @Test
    void withoutBalancingEachImageComesOnce() {
        int[] order = Sampling.order(LABELS, Balancing.NONE, 1, 0);
        assertArrayEquals(
                IntStream.range(0, LABELS.length).toArray(),
                IntStream.of(order).sorted().toArray());
    }

    @Test
    void oversamplingRepeatsEachImageOfASmallClassEquallyOften() {
        for (int epoch = 0; epoch < 20; epoch++) {
            int[] order = Sampling.order(LABELS, Balancing.OVERSAMPLE, 3, epoch);
            assertEquals(21, order.length);
            for (int label : new int[] {0, 2, 5}) {
                assertEquals(7, count(order, label));
            }
            long[] uses = uses(order);
            assertTrue(IntStream.range(0, 7).allMatch(i -> uses[i] == 1));
            assertTrue(IntStream.range(7, 10).allMatch(i -> uses[i] == 2 || uses[i] == 3));
            assertEquals(7, uses[10]);
        }
    }

    @Test
    void undersamplingDrawsAnewEachEpochUntilAllWereSeen() {
        long[] seen = new long[LABELS.length];
        for (int epoch = 0; epoch < 60; epoch++) {
            int[] order = Sampling.order(LABELS, Balancing.UNDERSAMPLE, 3, epoch);
            assertEquals(3, order.length);
            assertEquals(1, count(order, 0));
            assertEquals(1, count(order, 2));
            IntStream.of(order).forEach(i -> seen[i]++);
        }
        assertTrue(Arrays.stream(seen).allMatch(n -> n > 0), Arrays.toString(seen));
    }

    /** Lesions 1 and 4 have three and two images, lesion 3 images of two classes. */
    private static final int[] LESIONS = {1, 1, 1, 2, 3, 4, 4, 3, 5, 6, 7};

    @Test
    void ofEachLesionOneImageComesAndAnotherInAnotherEpoch() {
        long[] seen = new long[LABELS.length];
        for (int epoch = 0; epoch < 60; epoch++) {
            int[] order = Sampling.order(LABELS, LESIONS, Balancing.NONE, 3, epoch);
            long[] uses = uses(order);
            assertEquals(1, uses[0] + uses[1] + uses[2]);
            assertEquals(1, uses[5] + uses[6]);
            for (int alone : new int[] {3, 4, 7, 8, 9, 10}) {
                assertEquals(1, uses[alone]);
            }
            assertEquals(8, order.length);
            IntStream.of(order).forEach(i -> seen[i]++);
        }
        for (int several : new int[] {0, 1, 2, 5, 6}) {
            assertTrue(seen[several] >= 10, Arrays.toString(seen)); // 20 or 30 of 60 expected
        }
        assertArrayEquals(
                Sampling.order(LABELS, LESIONS, Balancing.NONE, 3, 4),
                Sampling.order(LABELS, LESIONS, Balancing.NONE, 3, 4));
    }

    @Test
    void classesAreBalancedAfterLesions() {
        for (int epoch = 0; epoch < 20; epoch++) {
            int[] more = Sampling.order(LABELS, LESIONS, Balancing.OVERSAMPLE, 3, epoch);
            int[] less = Sampling.order(LABELS, LESIONS, Balancing.UNDERSAMPLE, 3, epoch);
            for (int label : new int[] {0, 2, 5}) {
                assertEquals(4, count(more, label));
                assertEquals(1, count(less, label));
            }
            long[] uses = uses(more);
            assertEquals(1, uses[0] + uses[1] + uses[2]);
        }
        assertEquals(0, Sampling.order(new int[0], new int[0], Balancing.OVERSAMPLE, 1, 1).length);
    }

    @Test
    void theOrderHangsOnSeedAndEpochOnly() {
        for (Balancing balancing : Balancing.values()) {
            assertArrayEquals(Sampling.order(LABELS, balancing, 5, 2), Sampling.order(LABELS, balancing, 5, 2));
        }
        int[] many = new int[100];
        int[] base = Sampling.order(many, Balancing.NONE, 5, 2);
        assertFalse(Arrays.equals(base, Sampling.order(many, Balancing.NONE, 5, 3)));
        assertFalse(Arrays.equals(base, Sampling.order(many, Balancing.NONE, 6, 2)));
    }

    @Test
    void nothingToOrderIsNothing() {
        for (Balancing balancing : Balancing.values()) {
            assertEquals(0, Sampling.order(new int[0], balancing, 1, 1).length);
        }
    }

    /** numpy and sklearn.utils.class_weight.compute_class_weight("balanced", [0, 2, 5], LABELS). */
    @Test
    void classWeightsAreScikitLearnsAndAverageToOne() {
        float[] weights = ClassWeights.balanced(LABELS, 7);
        assertEquals(0.52380952, weights[0], 1e-6f);
        assertEquals(1.22222222, weights[2], 1e-6f);
        assertEquals(3.66666667, weights[5], 1e-6f);
        assertEquals(1, weights[6], "a class that never occurs");
        assertEquals(
                1, IntStream.of(LABELS).mapToDouble(y -> weights[y]).average().orElseThrow(), 1e-6);
    }
}
