package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Examines a model: from what it said of each case to every figure with its interval. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * The order of the cases does not matter. Takes about a second for 1,300 images and 2,000 draws.
     *
     * @throws IllegalArgumentException when there is no case
     */
    public static ExamResult of(Exam exam, List<Case> cases) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("an exam needs cases");
        }
        // Intervals depend on the order in which lesions are numbered, so it is made to depend on their ids alone.
        List<Case> sorted = cases.stream()
                .sorted(Comparator.comparing(Case::lesionId).thenComparing(Case::id))
                .toList();
        double[] scores = sorted.stream().mapToDouble(Case::melanomaProbability).toArray();
        boolean[] melanoma = new boolean[scores.length];
        int melanomas = 0;
        for (int i = 0; i < scores.length; i++) {
            melanoma[i] = sorted.get(i).melanoma();
            melanomas += melanoma[i] ? 1 : 0;
        }
        int[] lesions = lesions(sorted);
        Slices slices = new Slices(sorted, exam.threshold());
        Statistic binary = BinaryFigures.statistic(scores, melanoma, exam.threshold());
        Statistic balanced = BinaryFigures.balancedStatistic(scores, melanoma, exam.balancedThreshold());
        List<Figure> figures = exam.bootstrap().figures(lesions, Statistic.join(List.of(binary, balanced, slices)));
        int balancedAt = binary.size();
        int slicesAt = balancedAt + balanced.size();
        return new ExamResult(
                exam,
                sorted.size(),
                lesions[lesions.length - 1] + 1,
                melanomas,
                BinaryCounts.at(exam.threshold(), scores, melanoma),
                byMeasure(BinaryMeasure.class, figures.subList(0, balancedAt)),
                byMeasure(BalancedMeasure.class, figures.subList(balancedAt, slicesAt)),
                diagnosis(exam, sorted),
                slices.slices(figures.subList(slicesAt, figures.size())));
    }

    /** Numbers the lesions in order of appearance; equal ids are neighbours. */
    private static int[] lesions(List<Case> sorted) {
        Map<String, Integer> numbers = new HashMap<>();
        return sorted.stream()
                .mapToInt(c -> numbers.computeIfAbsent(c.lesionId(), id -> numbers.size()))
                .toArray();
    }

    private static Optional<DiagnosisResult> diagnosis(Exam exam, List<Case> sorted) {
        List<Case> known = sorted.stream()
                .filter(c -> c.diagnosis() != null && !c.probabilities().isEmpty())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int[] labels = known.stream()
                .mapToInt(c -> Diagnosis.ALL.indexOf(Objects.requireNonNull(c.diagnosis())))
                .toArray();
        double[][] probabilities = known.stream()
                .map(c -> c.probabilities().stream().mapToDouble(p -> p).toArray())
                .toArray(double[][]::new);
        MultiFigures.OverDraws statistic = new MultiFigures.OverDraws(Diagnosis.ALL.size(), probabilities, labels);
        List<Figure> figures = exam.bootstrap().figures(lesions(known), statistic);
        Map<Diagnosis, Map<ClassMeasure, Figure>> byClass = new EnumMap<>(Diagnosis.class);
        for (Diagnosis dx : Diagnosis.ALL) {
            int from = MultiFigures.OverDraws.index(Diagnosis.ALL.indexOf(dx), ClassMeasure.AUC);
            byClass.put(dx, byMeasure(ClassMeasure.class, figures.subList(from, from + ClassMeasure.ALL.size())));
        }
        return Optional.of(new DiagnosisResult(
                known.size(),
                byMeasure(MultiMeasure.class, new ArrayList<>(figures.subList(0, MultiMeasure.ALL.size()))),
                Diagnosis.ALL,
                byClass,
                statistic.confusion()));
    }

    private static <E extends Enum<E>> Map<E, Figure> byMeasure(Class<E> type, List<Figure> figures) {
        Map<E, Figure> map = new EnumMap<>(type);
        int at = 0;
        for (E measure : type.getEnumConstants()) {
            map.put(measure, figures.get(at++));
        }
        return map;
    }
}
