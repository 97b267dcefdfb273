package io.github.melascope.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Synthetic minority oversampling on feature vectors (Chawla et al., JAIR 16:321, 2002): new points on the line between
 * a point and one of its nearest neighbours of the same class. Neighbours are exact, by Euclidean distance. As the
 * paper's text has it, one random gap serves all features of a new point (its pseudo-code draws one a feature, which
 * would leave the line).
 */
public final class Smote {
    private Smote() {}

    /**
     * Feature vectors and their classes: the given ones first, in their order, then the new ones.
     *
     * @param x one row a point
     * @param y class of each row
     */
    @SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
    public record Points(float[][] x, int[] y) {}

    /**
     * Grows each class to the size of the largest. Each point of a class is the start of as many new ones as any other,
     * give or take one.
     *
     * @param x one row a training image, all of one length; not changed, and the rows are shared with the result
     * @param y class of each row, any ints
     * @param neighbours how many nearest neighbours to choose from, at least 1 (5 in the paper); fewer where the class
     *     is smaller. A class of one point is repeated, as it has no neighbour
     * @param seed the same seed gives the same points
     */
    public static Points oversample(float[][] x, int[] y, int neighbours, long seed) {
        if (x.length != y.length || neighbours < 1) {
            throw new IllegalArgumentException(
                    x.length + " rows, " + y.length + " labels, " + neighbours + " neighbours");
        }
        List<int[]> classes = Sampling.byClass(y);
        int largest = classes.stream().mapToInt(c -> c.length).max().orElse(0);
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> rows = new ArrayList<>(Arrays.asList(x));
        IntStream.Builder labels = IntStream.builder();
        Arrays.stream(y).forEach(labels);
        for (int[] members : classes) {
            grow(x, members, largest - members.length, neighbours, random.split(), rows);
            IntStream.range(members.length, largest).forEach(i -> labels.add(y[members[0]]));
        }
        return new Points(rows.toArray(float[][]::new), labels.build().toArray());
    }

    private static void grow(
            float[][] x, int[] members, int wanted, int neighbours, SplittableRandom random, List<float[]> rows) {
        int[] order = IntStream.range(0, members.length).toArray();
        int[][] nearest = new int[members.length][];
        for (int made = 0; made < wanted; made++) {
            int turn = made % members.length;
            if (turn == 0) {
                Sampling.shuffle(order, random); // the last, shorter round then takes a random subset
            }
            int start = order[turn];
            if (nearest[start] == null) {
                nearest[start] = nearest(x, members, start, neighbours);
            }
            int[] choice = nearest[start];
            float[] from = x[members[start]];
            float[] to = choice.length == 0 ? from : x[choice[random.nextInt(choice.length)]];
            rows.add(between(from, to, (float) random.nextDouble()));
        }
    }

    private static float[] between(float[] from, float[] to, float gap) {
        float[] point = new float[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + gap * (to[i] - from[i]);
        }
        return point;
    }

    /** Rows of the k nearest other members, nearest first; equal distances by row number. */
    private static int[] nearest(float[][] x, int[] members, int start, int k) {
        double[] distance = new double[members.length];
        Arrays.setAll(distance, i -> squaredDistance(x[members[i]], x[members[start]]));
        return IntStream.range(0, members.length)
                .filter(i -> i != start)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> distance[i]).thenComparing(i -> i))
                .limit(k)
                .mapToInt(i -> members[i])
                .toArray();
    }

    private static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }
}
