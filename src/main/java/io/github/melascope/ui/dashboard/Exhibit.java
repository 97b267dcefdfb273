package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ExamAnswers;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.Calibration;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.DecisionCurve;
import io.github.melascope.metrics.PrecisionRecall;
import io.github.melascope.metrics.Roc;
import io.github.melascope.metrics.Slice;
import io.github.melascope.metrics.ThresholdTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A model's answers to labelled images, prepared so that a moved threshold costs next to nothing: all that is sorted or
 * counted once is here. Immutable but for where the images lie.
 */
final class Exhibit {
    private final ExamAnswers answers;
    private final ThresholdTable table;
    private final Roc roc;
    private final PrecisionRecall precisionRecall;
    private final Calibration calibration;
    private final DecisionCurve decision;
    private final List<Part> slices = new ArrayList<>();
    private final List<Case> worstMelanoma;
    private final List<Case> worstDiagnosis;
    private final long lesions;

    /**
     * A slice whose counts can be asked at any threshold.
     *
     * @param few whether its figures say little, as {@link Slice#few()}
     */
    record Part(String by, String value, int images, int melanomas, boolean few, ThresholdTable table) {}

    /** Takes a second for a hundred thousand images: not for the window's thread. */
    Exhibit(ExamAnswers answers) {
        this.answers = answers;
        List<Case> cases = answers.cases();
        double[] scores = scores(cases);
        boolean[] melanoma = truth(cases);
        table = ThresholdTable.of(scores, melanoma);
        roc = Roc.of(scores, melanoma);
        precisionRecall = PrecisionRecall.of(scores, melanoma);
        calibration = Calibration.of(scores, melanoma);
        decision = DecisionCurve.of(table);
        lesions = cases.stream().map(Case::lesionId).distinct().count();
        worstMelanoma = cases.stream()
                .sorted(Comparator.comparingDouble(Exhibit::error).reversed().thenComparing(Case::id))
                .toList();
        worstDiagnosis = cases.stream()
                .sorted(Comparator.comparingDouble(Exhibit::ofTruth).thenComparing(Case::id))
                .toList();
        Slice.KEYS.forEach(this::part);
    }

    private void part(String by) {
        Map<String, List<Case>> parts = new TreeMap<>();
        for (Case one : answers.cases()) {
            parts.computeIfAbsent(Slice.value(by, one), key -> new ArrayList<>())
                    .add(one);
        }
        parts.forEach((value, members) -> {
            ThresholdTable counts = ThresholdTable.of(scores(members), truth(members));
            int melanomas = counts.positives();
            boolean few = melanomas < Slice.FEW || members.size() - melanomas < Slice.FEW;
            slices.add(new Part(by, value, members.size(), melanomas, few, counts));
        });
    }

    private static double[] scores(List<Case> cases) {
        return cases.stream().mapToDouble(Case::melanomaProbability).toArray();
    }

    private static boolean[] truth(List<Case> cases) {
        boolean[] truth = new boolean[cases.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = cases.get(i).melanoma();
        }
        return truth;
    }

    /** How far an answer is from the truth, 0 … 1. */
    static double error(Case one) {
        return one.melanoma() ? 1 - one.melanomaProbability() : one.melanomaProbability();
    }

    /** The probability that the true diagnosis got; 1 where there is none to ask for. */
    private static double ofTruth(Case one) {
        return one.diagnosis() == null || one.probabilities().isEmpty()
                ? 1
                : one.probabilities().get(Diagnosis.ALL.indexOf(Objects.requireNonNull(one.diagnosis())));
    }

    ExamAnswers answers() {
        return answers;
    }

    BinaryCounts at(double threshold) {
        return table.at(threshold);
    }

    ThresholdTable table() {
        return table;
    }

    Roc roc() {
        return roc;
    }

    PrecisionRecall precisionRecall() {
        return precisionRecall;
    }

    Calibration calibration() {
        return calibration;
    }

    DecisionCurve decision() {
        return decision;
    }

    List<Part> slices() {
        return slices;
    }

    int images() {
        return answers.cases().size();
    }

    long lesions() {
        return lesions;
    }

    int melanomas() {
        return table.positives();
    }

    /** Whether the model names diagnoses and some are known. */
    boolean hasDiagnoses() {
        return answers.cases().stream()
                .anyMatch(one -> one.diagnosis() != null && !one.probabilities().isEmpty());
    }

    /** How often images of each diagnosis (rows) were given each (columns) as the likeliest. */
    long[][] diagnosisCounts() {
        long[][] counts = new long[Diagnosis.ALL.size()][Diagnosis.ALL.size()];
        for (Case one : answers.cases()) {
            Diagnosis truth = one.diagnosis();
            if (truth != null && !one.probabilities().isEmpty()) {
                counts[Diagnosis.ALL.indexOf(truth)][Diagnosis.ALL.indexOf(Selection.likeliest(one))]++;
            }
        }
        return counts;
    }

    /** The images of a selection, worst first. */
    List<Case> images(Selection selection, double threshold) {
        List<Case> found = new ArrayList<>();
        for (Case one : selection.ofDiagnosis() ? worstDiagnosis : worstMelanoma) {
            if (selection.has(one, threshold)) {
                found.add(one);
            }
        }
        return found;
    }
}
