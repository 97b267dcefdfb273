package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much better one model did than another in the same exam: each draw of lesions is given to both, so that what makes
 * an exam easy or hard for both cancels out (Efron and Tibshirani, 1993, ch. 8).
 */
public final class PairedBootstrap {
    private static final long SEED = 1;

    private PairedBootstrap() {}

    /**
     * One model's answers and where it draws the line.
     *
     * @param cases one for each image
     * @param threshold melanoma probabilities from here on are called melanoma
     */
    public record Answers(List<Case> cases, double threshold) {}

    /**
     * The first model's figures less the second's, with the 95 % interval of the difference over {@link Bootstrap#DRAWS}
     * draws of lesions.
     *
     * @throws IllegalArgumentException when the two have not answered the same images
     */
    public static Map<BinaryMeasure, Figure> difference(Answers one, Answers other) {
        Map<String, Case> byId = new HashMap<>();
        other.cases().forEach(c -> byId.put(c.id(), c));
        List<Case> first = one.cases().stream()
                .sorted(java.util.Comparator.comparing(Case::lesionId).thenComparing(Case::id))
                .toList();
        List<Case> second = new ArrayList<>();
        for (Case c : first) {
            Case same = byId.get(c.id());
            if (same == null || same.melanoma() != c.melanoma() || byId.size() != first.size()) {
                throw new IllegalArgumentException("image " + c.id() + " is not the same in both exams");
            }
            second.add(same);
        }
        Statistic a = statistic(first, one.threshold());
        Statistic b = statistic(second, other.threshold());
        List<Figure> figures =
                new Bootstrap(Bootstrap.DRAWS, SEED).figures(lesions(first), new Difference(a, b, a.size()));
        Map<BinaryMeasure, Figure> byMeasure = new EnumMap<>(BinaryMeasure.class);
        BinaryMeasure.ALL.forEach(measure -> byMeasure.put(measure, figures.get(measure.place())));
        return byMeasure;
    }

    private static Statistic statistic(List<Case> cases, double threshold) {
        double[] scores = cases.stream().mapToDouble(Case::melanomaProbability).toArray();
        boolean[] melanoma = new boolean[scores.length];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = cases.get(i).melanoma();
        }
        return BinaryFigures.statistic(scores, melanoma, threshold);
    }

    private static int[] lesions(List<Case> cases) {
        Map<String, Integer> numbers = new HashMap<>();
        return cases.stream()
                .mapToInt(c -> numbers.computeIfAbsent(c.lesionId(), id -> numbers.size()))
                .toArray();
    }

    private record Difference(Statistic one, Statistic other, int size) implements Statistic {
        @Override
        public void compute(int[] weights, double[] into, int offset) {
            double[] less = new double[size];
            one.compute(weights, into, offset);
            other.compute(weights, less, 0);
            for (int i = 0; i < size; i++) {
                into[offset + i] -= less[i];
            }
        }
    }
}
