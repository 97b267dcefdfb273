package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rising step function that is nearest to what came true, by pooling adjacent violators (Zadrozny and Elkan, KDD 2002).
 * Between the middles of two steps it is linear, so that it seldom makes two scores equal.
 */
public final class IsotonicRegression {
    private final double[] places;
    private final double[] values;

    private IsotonicRegression(double[] places, double[] values) {
        this.places = places;
        this.values = values;
    }

    /** A step: sums over its cases. */
    private record Step(double scores, double hits, int count) {
        Step with(Step other) {
            return new Step(scores + other.scores, hits + other.hits, count + other.count);
        }

        double value() {
            return hits / count;
        }
    }

    /** @param scores at least one */
    public static IsotonicRegression fit(double[] scores, boolean[] cameTrue) {
        Indices.sameLength(scores.length, cameTrue.length);
        int[] order = Arrays.stream(Indices.all(scores.length))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
        List<Step> steps = new ArrayList<>();
        for (int i : order) {
            Step step = new Step(scores[i], cameTrue[i] ? 1 : 0, 1);
            while (!steps.isEmpty() && steps.getLast().value() >= step.value()) {
                step = steps.removeLast().with(step);
            }
            steps.add(step);
        }
        return new IsotonicRegression(
                steps.stream().mapToDouble(step -> step.scores / step.count).toArray(),
                steps.stream().mapToDouble(Step::value).toArray());
    }

    /** The share of such scores that came true, 0 … 1. */
    public double probability(double score) {
        int at = Arrays.binarySearch(places, score);
        if (at >= 0) {
            return values[at];
        }
        int above = -at - 1;
        if (above == 0 || above == places.length) {
            return values[Math.min(above, places.length - 1)];
        }
        double share = (score - places[above - 1]) / (places[above] - places[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
