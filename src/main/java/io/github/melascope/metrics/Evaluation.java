package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
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
        return of(exam, cases, new CancelToken());
    }

    /**
     * As {@link #of(Exam, List)}, ended within a draw when that is asked for.
     *
     * @throws java.util.concurrent.CancellationException when it was
     */
    public static ExamResult of(Exam exam, List<Case> cases, CancelToken cancel) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("an exam needs cases");
        }
        // Intervals depend on the order in which lesions are numbered, so it is made to depend on their ids alone.
        List<Case> sorted = sorted(cases);
        double[] scores = scores(sorted);
        boolean[] melanoma = melanoma(sorted);
        int melanomas = (int) sorted.stream().filter(Case::melanoma).count();
        int[] lesions = lesions(sorted);
        Slices slices = new Slices(sorted, exam.threshold());
        Statistic binary = BinaryFigures.statistic(scores, melanoma, exam.threshold());
        Statistic balanced = BinaryFigures.balancedStatistic(scores, melanoma, exam.balancedThreshold());
        List<Figure> figures =
                exam.bootstrap().figures(lesions, Statistic.join(List.of(binary, balanced, slices)), cancel);
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
                diagnosis(exam, sorted, cancel),
                slices.slices(figures.subList(slicesAt, figures.size())));
    }

    private static List<Case> sorted(List<Case> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(Case::lesionId).thenComparing(Case::id))
                .toList();
    }

    /** The intervals of the curves, by the same draws. */
    public static CurveBands bands(Exam exam, List<Case> cases, CancelToken cancel) {
        List<Case> sorted = sorted(cases);
        return CurveBands.of(exam.bootstrap(), lesions(sorted), scores(sorted), melanoma(sorted), cancel);
    }

    /** Accuracy of each diagnosis against the rest, by the same draws; empty where no diagnosis is known or answered. */
    public static Map<Diagnosis, ClassAccuracy> classAccuracies(Exam exam, List<Case> cases, CancelToken cancel) {
        List<Case> known = known(sorted(cases));
        int[] labels = labels(known);
        int[] answers = known.stream()
                .mapToInt(c -> Indices.argmax(
                        c.probabilities().stream().mapToDouble(p -> p).toArray()))
                .toArray();
        Map<Diagnosis, ClassAccuracy> byClass = new EnumMap<>(Diagnosis.class);
        if (!known.isEmpty()) {
            Statistic statistic = ClassAccuracy.statistic(Diagnosis.ALL.size(), labels, answers);
            List<Figure> figures = exam.bootstrap().figures(lesions(known), statistic, cancel);
            for (int c = 0; c < Diagnosis.ALL.size(); c++) {
                byClass.put(Diagnosis.ALL.get(c), new ClassAccuracy(figures.get(2 * c), figures.get(2 * c + 1)));
            }
        }
        return byClass;
    }

    /** Cases whose diagnosis is both known and answered. */
    private static List<Case> known(List<Case> sorted) {
        return sorted.stream()
                .filter(c -> c.diagnosis() != null && !c.probabilities().isEmpty())
                .toList();
    }

    private static int[] labels(List<Case> known) {
        return known.stream()
                .mapToInt(c -> Diagnosis.ALL.indexOf(Objects.requireNonNull(c.diagnosis())))
                .toArray();
    }

    /** PPV, NPV and the share called where melanoma is as frequent as stated, 0 … 1, in this order; by the same draws. */
    public static List<Figure> predictiveValues(Exam exam, List<Case> cases, double prevalence, CancelToken cancel) {
        List<Case> sorted = sorted(cases);
        Statistic statistic =
                PredictiveValues.statistic(scores(sorted), melanoma(sorted), exam.threshold(), prevalence);
        return exam.bootstrap().figures(lesions(sorted), statistic, cancel);
    }

    static double[] scores(List<Case> cases) {
        return cases.stream().mapToDouble(Case::melanomaProbability).toArray();
    }

    static boolean[] melanoma(List<Case> cases) {
        boolean[] melanoma = new boolean[cases.size()];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = cases.get(i).melanoma();
        }
        return melanoma;
    }

    /** Numbers the lesions in order of appearance; equal ids are neighbours. */
    static int[] lesions(List<Case> sorted) {
        Map<String, Integer> numbers = new HashMap<>();
        return sorted.stream()
                .mapToInt(c -> numbers.computeIfAbsent(c.lesionId(), id -> numbers.size()))
                .toArray();
    }

    private static Optional<DiagnosisResult> diagnosis(Exam exam, List<Case> sorted, CancelToken cancel) {
        List<Case> known = known(sorted);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int[] labels = labels(known);
        double[][] probabilities = known.stream()
                .map(c -> c.probabilities().stream().mapToDouble(p -> p).toArray())
                .toArray(double[][]::new);
        MultiFigures.OverDraws statistic = new MultiFigures.OverDraws(Diagnosis.ALL.size(), probabilities, labels);
        List<Figure> figures = exam.bootstrap().figures(lesions(known), statistic, cancel);
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
