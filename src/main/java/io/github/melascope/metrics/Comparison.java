package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Two models on the very same images. Differences are first less second; their intervals come from a paired bootstrap: each
 * draw of lesions is given to both, so that what makes an image hard for both cancels out.
 *
 * @param images that both have answered
 * @param lesions they show
 * @param left out because only one has answered them, or they differ in what they take for the truth
 * @param first the first model's figures
 * @param second the second model's figures
 * @param difference first less second
 * @param all right or wrong over all images
 * @param melanomas over the melanomas: a test of sensitivity
 * @param others over the others: a test of specificity
 * @param disagreements ids of images that only one has right
 */
public record Comparison(
        int images,
        int lesions,
        int left,
        Map<BinaryMeasure, Figure> first,
        Map<BinaryMeasure, Figure> second,
        Map<BinaryMeasure, Figure> difference,
        McNemar all,
        McNemar melanomas,
        McNemar others,
        Disagreements disagreements) {
    public Comparison {
        first = Collections.unmodifiableMap(new EnumMap<>(first));
        second = Collections.unmodifiableMap(new EnumMap<>(second));
        difference = Collections.unmodifiableMap(new EnumMap<>(difference));
    }

    /**
     * Images that only one model has right.
     *
     * @param onlyFirst that only the first has right
     * @param onlySecond that only the second has right
     */
    public record Disagreements(List<String> onlyFirst, List<String> onlySecond) {
        public Disagreements {
            onlyFirst = List.copyOf(onlyFirst);
            onlySecond = List.copyOf(onlySecond);
        }
    }

    /**
     * One side.
     *
     * @param cases its answers
     * @param threshold it decides by
     */
    public record Side(List<Case> cases, double threshold) {
        public Side {
            cases = List.copyOf(cases);
        }
    }

    private record Pair(Case one, Case two) {}

    /** Compares; empty when they share no image. */
    public static Optional<Comparison> of(Side first, Side second, Bootstrap bootstrap, CancelToken cancel) {
        List<Pair> pairs = pairs(first.cases, second.cases);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        boolean[] truth = new boolean[pairs.size()];
        double[] one = new double[pairs.size()];
        double[] two = new double[pairs.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = pairs.get(i).one.melanoma();
            one[i] = pairs.get(i).one.melanomaProbability();
            two[i] = pairs.get(i).two.melanomaProbability();
        }
        int[] lesions = Evaluation.lesions(pairs.stream().map(Pair::one).toList());
        List<Figure> figures = bootstrap.figures(
                lesions,
                paired(
                        BinaryFigures.statistic(one, truth, first.threshold),
                        BinaryFigures.statistic(two, truth, second.threshold)),
                cancel);
        int n = BinaryMeasure.ALL.size();
        List<String> onlyFirst = new ArrayList<>();
        List<String> onlySecond = new ArrayList<>();
        int[] byTruth = new int[4];
        for (int i = 0; i < truth.length; i++) {
            boolean right = one[i] >= first.threshold == truth[i];
            boolean otherRight = two[i] >= second.threshold == truth[i];
            if (right != otherRight) {
                (right ? onlyFirst : onlySecond).add(pairs.get(i).one.id());
                byTruth[(truth[i] ? 0 : 2) + (right ? 0 : 1)]++;
            }
        }
        return Optional.of(new Comparison(
                pairs.size(),
                Arrays.stream(lesions).max().orElse(-1) + 1,
                first.cases.size() + second.cases.size() - 2 * pairs.size(),
                byMeasure(figures.subList(0, n)),
                byMeasure(figures.subList(n, 2 * n)),
                byMeasure(figures.subList(2 * n, 3 * n)),
                new McNemar(onlyFirst.size(), onlySecond.size()),
                new McNemar(byTruth[0], byTruth[1]),
                new McNemar(byTruth[2], byTruth[3]),
                new Disagreements(onlyFirst, onlySecond)));
    }

    private static List<Pair> pairs(List<Case> first, List<Case> second) {
        Map<String, Case> byId = new HashMap<>();
        second.forEach(one -> byId.put(one.id(), one));
        return first.stream()
                .filter(one -> byId.containsKey(one.id())
                        && Objects.requireNonNull(byId.get(one.id())).melanoma() == one.melanoma())
                .sorted(Comparator.comparing(Case::lesionId).thenComparing(Case::id))
                .map(one -> new Pair(one, Objects.requireNonNull(byId.get(one.id()))))
                .toList();
    }

    private static Map<BinaryMeasure, Figure> byMeasure(List<Figure> figures) {
        Map<BinaryMeasure, Figure> map = new EnumMap<>(BinaryMeasure.class);
        BinaryMeasure.ALL.forEach(measure -> map.put(measure, figures.get(measure.place())));
        return map;
    }

    /** The first's figures, the second's, and their differences. */
    private static Statistic paired(Statistic first, Statistic second) {
        int n = first.size();
        return new Statistic() {
            @Override
            public int size() {
                return 3 * n;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                first.compute(weights, into, offset);
                second.compute(weights, into, offset + n);
                for (int i = 0; i < n; i++) {
                    into[offset + 2 * n + i] = into[offset + i] - into[offset + n + i];
                }
            }
        };
    }
}
