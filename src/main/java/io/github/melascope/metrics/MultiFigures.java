package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * All figures of the diagnosis question over given cases, without intervals. The answer is the most probable class, the
 * first of several. Means over classes ("macro", balanced accuracy) go over the classes that the cases have: a class
 * without a case has no recall.
 *
 * @param overall each {@link MultiMeasure}; NaN where undefined
 * @param byClass for each class, in order, each {@link ClassMeasure}; NaN where undefined
 * @param confusion rows true class, columns answer
 */
public record MultiFigures(
        Map<MultiMeasure, Double> overall, List<Map<ClassMeasure, Double>> byClass, ConfusionMatrix confusion) {
    public MultiFigures {
        overall = Collections.unmodifiableMap(new EnumMap<>(overall));
        byClass = List.copyOf(byClass);
    }

    /**
     * @param probabilities [cases][classes]
     * @param labels index of the true class of each case
     */
    public static MultiFigures of(int classes, double[][] probabilities, int[] labels) {
        OverDraws statistic = new OverDraws(classes, probabilities, labels);
        double[] values = new double[statistic.size()];
        statistic.compute(Indices.ones(labels.length), values, 0);
        Map<MultiMeasure, Double> overall = new EnumMap<>(MultiMeasure.class);
        for (MultiMeasure measure : MultiMeasure.ALL) {
            overall.put(measure, values[measure.place()]);
        }
        List<Map<ClassMeasure, Double>> byClass = IntStream.range(0, classes)
                .mapToObj(c -> {
                    Map<ClassMeasure, Double> figures = new EnumMap<>(ClassMeasure.class);
                    for (ClassMeasure measure : ClassMeasure.ALL) {
                        figures.put(measure, values[OverDraws.index(c, measure)]);
                    }
                    return figures;
                })
                .toList();
        return new MultiFigures(overall, byClass, statistic.confusion());
    }

    public double get(MultiMeasure measure) {
        return Objects.requireNonNull(overall.get(measure));
    }

    public double get(int wanted, ClassMeasure measure) {
        return Objects.requireNonNull(byClass.get(wanted).get(measure));
    }

    /** The same for weighted draws: the overall figures, then those of each class. */
    static final class OverDraws implements Statistic {
        private final int classes;
        private final int[] labels;
        private final int[] answers;
        private final double[] confidence;
        private final boolean[] right;
        private final RankedScores[] ranked;
        private final int[] present;

        OverDraws(int classes, double[][] probabilities, int[] labels) {
            Indices.sameLength(probabilities.length, labels.length);
            this.classes = classes;
            this.labels = labels;
            answers = Arrays.stream(probabilities).mapToInt(Indices::argmax).toArray();
            confidence = new double[labels.length];
            right = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                confidence[i] = Math.min(1, probabilities[i][answers[i]]);
                right[i] = answers[i] == labels[i];
            }
            ranked = IntStream.range(0, classes)
                    .mapToObj(c -> oneAgainstTheRest(c, probabilities))
                    .toArray(RankedScores[]::new);
            present = Arrays.stream(labels).distinct().sorted().toArray();
        }

        private RankedScores oneAgainstTheRest(int wanted, double[][] probabilities) {
            double[] scores =
                    Arrays.stream(probabilities).mapToDouble(p -> p[wanted]).toArray();
            boolean[] positive = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                positive[i] = labels[i] == wanted;
            }
            return new RankedScores(scores, positive, Indices.all(labels.length));
        }

        static int index(int wanted, ClassMeasure measure) {
            return MultiMeasure.ALL.size() + wanted * ClassMeasure.ALL.size() + measure.place();
        }

        ConfusionMatrix confusion() {
            return ConfusionMatrix.of(classes, labels, answers);
        }

        @Override
        public int size() {
            return MultiMeasure.ALL.size() + classes * ClassMeasure.ALL.size();
        }

        @Override
        public void compute(int[] weights, double[] into, int offset) {
            long[][] cells = ConfusionMatrix.count(classes, labels, answers, weights);
            for (int c = 0; c < classes; c++) {
                BinaryCounts counts = ConfusionMatrix.against(c, cells);
                into[offset + index(c, ClassMeasure.AUC)] =
                        ranked[c].walk(weights).rocAuc();
                into[offset + index(c, ClassMeasure.SENSITIVITY)] = counts.recall();
                into[offset + index(c, ClassMeasure.SPECIFICITY)] = counts.specificity();
                into[offset + index(c, ClassMeasure.PRECISION)] = counts.precision();
                into[offset + index(c, ClassMeasure.F1)] = counts.f1();
            }
            into[offset + MultiMeasure.BALANCED_ACCURACY.place()] = mean(ClassMeasure.SENSITIVITY, into, offset);
            into[offset + MultiMeasure.MACRO_AUC.place()] = mean(ClassMeasure.AUC, into, offset);
            into[offset + MultiMeasure.MACRO_F1.place()] = mean(ClassMeasure.F1, into, offset);
            into[offset + MultiMeasure.ACCURACY.place()] = accuracy(weights);
            into[offset + MultiMeasure.ECE.place()] = Calibration.ece(confidence, right, weights);
        }

        /** Over the classes that the cases have; NaN when one of them is undefined, as in a draw without it. */
        private double mean(ClassMeasure measure, double[] values, int offset) {
            double sum = 0;
            for (int c : present) {
                sum += values[offset + index(c, measure)];
            }
            return sum / present.length;
        }

        private double accuracy(int[] weights) {
            double hits = 0;
            double cases = 0;
            for (int i = 0; i < weights.length; i++) {
                cases += weights[i];
                hits += right[i] ? weights[i] : 0;
            }
            return hits / cases;
        }
    }
}
