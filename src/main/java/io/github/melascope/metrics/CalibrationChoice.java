package io.github.melascope.metrics;

import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Which calibration a model gets. Temperature and map are fitted on the validation part; whether there is a map at all, and of
 * which kind, is decided by cross-validation within it: the lesions are dealt into {@value #FOLDS} folds, melanomas and others
 * apart, {@value #ROUNDS} times over; all is fitted on nine folds, and the kind with the least log loss of melanoma on the tenth
 * is taken, the simpler one where two are equal.
 *
 * @param calibration fitted on all cases
 * @param logLoss of each kind that could be tried, on cases it was not fitted on, in nats; empty where either side has fewer
 *     lesions than there are folds
 */
public record CalibrationChoice(LogitCalibration calibration, Map<Kind, Double> logLoss) {
    static final int FOLDS = 10;
    static final int ROUNDS = 10;

    public CalibrationChoice {
        logLoss = Collections.unmodifiableMap(new EnumMap<>(logLoss));
    }

    /**
     * Cases to fit on.
     *
     * @param logits [cases][outputs of the task]
     * @param labels index of each true class; of the melanoma task 1 for melanoma, 0 for the rest
     * @param melanoma truth
     * @param lesions id of each case's lesion
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call
    public record Cases(Task task, float[][] logits, int[] labels, boolean[] melanoma, List<String> lesions) {
        public Cases {
            lesions = List.copyOf(lesions);
            Indices.sameLength(logits.length, labels.length);
            Indices.sameLength(logits.length, melanoma.length);
            Indices.sameLength(logits.length, lesions.size());
        }

        private Cases part(List<Integer> rows) {
            float[][] some = new float[rows.size()][];
            int[] classes = new int[rows.size()];
            boolean[] truth = new boolean[rows.size()];
            List<String> names = new ArrayList<>();
            for (int i = 0; i < some.length; i++) {
                some[i] = logits[rows.get(i)];
                classes[i] = labels[rows.get(i)];
                truth[i] = melanoma[rows.get(i)];
                names.add(lesions.get(rows.get(i)));
            }
            return new Cases(task, some, classes, truth, names);
        }

        private LogitCalibration temperature() {
            return LogitCalibration.fitTemperature(task, logits, labels);
        }

        private double[] logOdds(LogitCalibration temperature) {
            double[] z = new double[logits.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = temperature.logOdds(task, logits[i]);
            }
            return z;
        }
    }

    /** Chooses and fits; the same seed chooses the same. */
    public static CalibrationChoice of(Cases cases, long seed) {
        LogitCalibration temperature = cases.temperature();
        Map<Kind, Double> losses = logLosses(cases, seed);
        Kind best = Kind.NONE;
        for (Map.Entry<Kind, Double> entry : losses.entrySet()) {
            best = entry.getValue() < Objects.requireNonNull(losses.get(best)) ? entry.getKey() : best;
        }
        BetaCalibration map = BetaCalibration.fit(best, cases.logOdds(temperature), cases.melanoma())
                .orElse(BetaCalibration.NONE);
        return new CalibrationChoice(new LogitCalibration(temperature.temperature(), map), losses);
    }

    private static Map<Kind, Double> logLosses(Cases cases, long seed) {
        Map<Kind, Double> losses = new EnumMap<>(Kind.class);
        if (lesions(cases, true).size() < FOLDS || lesions(cases, false).size() < FOLDS) {
            return losses;
        }
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Integer>> folds = folds(cases, random);
            for (int fold = 0; fold < FOLDS; fold++) {
                add(losses, cases, folds, fold);
            }
        }
        losses.replaceAll(
                (kind, sum) -> sum / ((double) ROUNDS * cases.lesions().size()));
        return losses;
    }

    /** The rows of each lesion of one side; a lesion with any melanoma is one. */
    private static List<List<Integer>> lesions(Cases cases, boolean melanoma) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < cases.lesions().size(); i++) {
            rows.computeIfAbsent(cases.lesions().get(i), id -> new ArrayList<>())
                    .add(i);
        }
        return rows.values().stream()
                .filter(lesion -> lesion.stream().anyMatch(i -> cases.melanoma()[i]) == melanoma)
                .toList();
    }

    /** Rows of each fold. */
    static List<List<Integer>> folds(Cases cases, Random random) {
        List<List<Integer>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(new ArrayList<>());
        }
        for (boolean melanoma : new boolean[] {true, false}) {
            List<List<Integer>> shuffled = new ArrayList<>(lesions(cases, melanoma));
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size(); i++) {
                folds.get(i % FOLDS).addAll(shuffled.get(i));
            }
        }
        return folds;
    }

    /** Adds the loss of one fold, of what was fitted on the others. A kind that does not fit costs what none costs. */
    private static void add(Map<Kind, Double> losses, Cases cases, List<List<Integer>> folds, int fold) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            if (i != fold) {
                others.addAll(folds.get(i));
            }
        }
        Cases fitting = cases.part(others);
        Cases held = cases.part(folds.get(fold));
        LogitCalibration temperature = fitting.temperature();
        for (Kind kind : Kind.values()) {
            BetaCalibration map = BetaCalibration.fit(kind, fitting.logOdds(temperature), fitting.melanoma())
                    .orElse(BetaCalibration.NONE);
            double loss = map.logLoss(held.logOdds(temperature), held.melanoma());
            losses.merge(kind, loss * held.lesions().size(), Double::sum);
        }
    }
}
