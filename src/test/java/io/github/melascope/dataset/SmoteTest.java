package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoteTest {
    private static final int NEIGHBOURS = 3;
    private static final int[] SIZES = {40, 17, 6, 1};

    private static float[][] points(int n, long seed) {
        Random random = new Random(seed);
        float[][] x = new float[n][8];
        for (float[] row : x) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return x;
    }

    private static int[] labels() {
        return IntStream.range(0, SIZES.length)
                .flatMap(c -> IntStream.generate(() -> c).limit(SIZES[c]))
                .toArray();
    }

    private static double distance(float[] a, float[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] - b[i])
                .map(d -> d * d)
                .sum());
    }

    /** The k nearest of the same class by plain sorting, independent of the code under test. */
    private static List<Integer> nearest(float[][] x, int[] y, int from) {
        return IntStream.range(0, y.length)
                .filter(i -> i != from && y[i] == y[from])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance(x[i], x[from])))
                .limit(NEIGHBOURS)
                .toList();
    }

    private static boolean onTheLine(float[] p, float[] a, float[] b) {
        return Math.abs(distance(a, p) + distance(p, b) - distance(a, b)) < 1e-5;
    }

    @Test
    void everyClassGrowsToTheLargestAndTheGivenPointsStay() {
        float[][] x = points(64, 1);
        int[] y = labels();
        Smote.Points grown = Smote.oversample(x, y, NEIGHBOURS, 9);
        assertEquals(160, grown.x().length);
        for (int c = 0; c < SIZES.length; c++) {
            int wanted = c;
            assertEquals(
                    40, IntStream.of(grown.y()).filter(label -> label == wanted).count());
        }
        for (int i = 0; i < x.length; i++) {
            assertSame(x[i], grown.x()[i]);
            assertEquals(y[i], grown.y()[i]);
        }
    }

    @Test
    void eachNewPointLiesBetweenAPointAndOneOfItsNearestOfTheSameClass() {
        float[][] x = points(64, 2);
        int[] y = labels();
        Smote.Points grown = Smote.oversample(x, y, NEIGHBOURS, 9);
        for (int s = x.length; s < grown.x().length; s++) {
            float[] point = grown.x()[s];
            int label = grown.y()[s];
            boolean fits = IntStream.range(0, x.length)
                    .filter(i -> y[i] == label)
                    .anyMatch(i -> SIZES[label] == 1
                            ? distance(x[i], point) == 0
                            : nearest(x, y, i).stream().anyMatch(n -> onTheLine(point, x[i], x[n])));
            assertTrue(fits, "new point " + s + " of class " + label);
        }
    }

    @Test
    void newPointsSpreadEvenlyOverStartsAndGaps() {
        // Two points 0 and 1 on a line: each is the start of half the new ones, and the gap is uniform.
        float[][] x = new float[1002][1];
        int[] y = new int[1002];
        x[1][0] = 1;
        Arrays.fill(y, 2, 1002, 1);
        Smote.Points grown = Smote.oversample(x, y, 5, 4);
        double[] made = IntStream.range(1002, grown.x().length)
                .mapToDouble(i -> grown.x()[i][0])
                .toArray();
        assertEquals(998, made.length);
        assertEquals(0.5, Arrays.stream(made).average().orElseThrow(), 0.03);
        assertEquals(
                1 / 12.0,
                Arrays.stream(made).map(v -> (v - 0.5) * (v - 0.5)).average().orElseThrow(),
                0.01);
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        Smote.Points one = Smote.oversample(points(64, 3), labels(), NEIGHBOURS, 1);
        Smote.Points two = Smote.oversample(points(64, 3), labels(), NEIGHBOURS, 1);
        Smote.Points other = Smote.oversample(points(64, 3), labels(), NEIGHBOURS, 2);
        assertArrayEquals(one.x(), two.x());
        assertNotEquals(one.x()[100][0], other.x()[100][0]);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Smote.oversample(points(3, 0), new int[2], 5, 0));
        assertThrows(IllegalArgumentException.class, () -> Smote.oversample(points(3, 0), new int[3], 0, 0));
    }
}
