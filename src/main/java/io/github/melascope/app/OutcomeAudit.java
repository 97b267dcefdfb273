package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Aim;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.BetaCalibration;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.IsotonicRegression;
import io.github.melascope.metrics.Statistic;
import io.github.melascope.model.ModelSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * When an answer should be withheld, and how far probabilities can be believed: from the answers that a bundle keeps. What is
 * chosen is chosen on validation; the test part only says how it holds, and is not opened for it.
 */
final class OutcomeAudit {
    private static final double HALF = 0.5;
    private static final double ECE = 0.02;

    private final List<Case> validation;
    private final List<Case> test;
    private final double threshold;
    private final String shipped;
    private final Bootstrap bootstrap;
    private final CancelToken cancel;

    OutcomeAudit(List<Case> validation, List<Case> test, ModelSpec spec, Bootstrap bootstrap, CancelToken cancel) {
        this.validation = List.copyOf(validation);
        this.test = List.copyOf(test);
        this.threshold = spec.thresholds().melanoma().value();
        this.shipped = "as shipped (" + spec.calibration().name() + ")";
        this.bootstrap = bootstrap;
        this.cancel = cancel;
    }

    /** A way to say how sure an answer is. */
    private record Sureness(String name, ToDoubleFunction<Case> of) {}

    List<AuditTable> tables() {
        List<AuditTable> tables = new ArrayList<>();
        boolean diagnoses = validation.stream()
                .allMatch(one -> one.diagnosis() != null && !one.probabilities().isEmpty());
        if (diagnoses) {
            tables.add(abstaining(
                    "abstaining-diagnosis",
                    "Withholding the diagnosis",
                    "Wrong is an answer whose most probable diagnosis is not the true one.",
                    OutcomeAudit::misdiagnosed,
                    List.of(
                            new Sureness("highest probability", one -> Collections.max(one.probabilities())),
                            new Sureness("lead of the first over the second", OutcomeAudit::lead),
                            new Sureness("negative entropy", OutcomeAudit::negativeEntropy))));
        }
        List<Sureness> ofMelanoma = new ArrayList<>(List.of(
                new Sureness(
                        "distance to the threshold, probability",
                        one -> Math.abs(one.melanomaProbability() - threshold)),
                new Sureness(
                        "distance to the threshold, log odds",
                        one -> Math.abs(
                                BetaCalibration.logit(one.melanomaProbability()) - BetaCalibration.logit(threshold)))));
        if (diagnoses) {
            ofMelanoma.add(new Sureness("highest probability", one -> Collections.max(one.probabilities())));
        }
        tables.add(abstaining(
                "abstaining-melanoma",
                "Withholding the answer about melanoma",
                "Wrong is an answer on the wrong side of the model's threshold. It lies low, so most errors are false"
                        + " alarms.",
                this::missedOrFalse,
                ofMelanoma));
        tables.add(calibration());
        tables.add(thresholds());
        return tables;
    }

    private static boolean misdiagnosed(Case one) {
        int first = one.probabilities().indexOf(Collections.max(one.probabilities()));
        return io.github.melascope.lesion.Diagnosis.ALL.get(first) != one.diagnosis();
    }

    private boolean missedOrFalse(Case one) {
        return one.melanomaProbability() >= threshold != one.melanoma();
    }

    private static double lead(Case one) {
        List<Double> sorted = one.probabilities().stream().sorted().toList();
        return sorted.getLast() - sorted.get(sorted.size() - 2);
    }

    private static double negativeEntropy(Case one) {
        return one.probabilities().stream()
                .mapToDouble(p -> p > 0 ? p * Math.log(p) : 0)
                .sum();
    }

    private AuditTable abstaining(
            String id, String title, String wrong, java.util.function.Predicate<Case> isWrong, List<Sureness> ways) {
        List<Row> rows = new ArrayList<>();
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (Sureness way : ways) {
            Row row = new Row(way.name() + ", validation", figures(validation, risk(validation, way, isWrong)));
            rows.add(row);
            double ratio = row.figures().get(2).value();
            if (ratio < least) {
                least = ratio;
                best = way.name();
            }
        }
        for (Sureness way : ways) {
            rows.add(new Row(way.name() + ", test", figures(test, risk(test, way, isWrong))));
        }
        return new AuditTable(
                id,
                title,
                wrong + " The share of wrong answers among all, among the surest 80 %, and the second over the first."
                        + " Best on validation: " + best + ".",
                List.of("Risk, all answered", "Risk at 80 % coverage", "Ratio", "Mean risk over coverages"),
                rows,
                best.isEmpty() ? List.of() : List.of(Aim.atMost("Ratio", HALF).of(best + ", test")));
    }

    private static Statistic risk(List<Case> cases, Sureness way, java.util.function.Predicate<Case> isWrong) {
        boolean[] wrong = new boolean[cases.size()];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = isWrong.test(cases.get(i));
        }
        return AuditStatistics.riskCoverage(cases.stream().mapToDouble(way.of()).toArray(), wrong);
    }

    private AuditTable calibration() {
        Map<String, DoubleUnaryOperator> ways = new java.util.LinkedHashMap<>();
        double[] scores = melanoma(validation);
        boolean[] truth = truth(validation);
        ways.put(shipped, p -> p);
        double[] logOdds =
                java.util.Arrays.stream(scores).map(BetaCalibration::logit).toArray();
        BetaCalibration.fit(BetaCalibration.Kind.PLATT, logOdds, truth)
                .ifPresent(platt -> ways.put("Platt scaling", platt::probability));
        BetaCalibration.fit(BetaCalibration.Kind.BETA, logOdds, truth)
                .ifPresent(beta -> ways.put("beta calibration", beta::probability));
        IsotonicRegression isotonic = IsotonicRegression.fit(scores, truth);
        ways.put("isotonic regression", isotonic::probability);
        List<Row> rows = new ArrayList<>();
        ways.forEach((name, way) -> {
            List<Figure> figures = new ArrayList<>(
                    figures(validation, calibrated(validation, way)).subList(0, 1));
            figures.addAll(figures(test, calibrated(test, way)));
            rows.add(new Row(name, figures));
        });
        return new AuditTable(
                "calibration",
                "Calibration of the melanoma probability",
                "Expected calibration error (15 bins) and Brier's score. The other ways are fitted on validation, so their"
                        + " error there says nothing. The intervals of an ECE lie above it where few cases fill a bin.",
                List.of("ECE, validation", "ECE, test", "Brier, test"),
                rows,
                List.of(Aim.atMost("ECE, test", ECE).of(shipped)));
    }

    private static Statistic calibrated(List<Case> cases, DoubleUnaryOperator way) {
        double[] probabilities =
                java.util.Arrays.stream(melanoma(cases)).map(way).toArray();
        return AuditStatistics.calibration(probabilities, truth(cases));
    }

    private AuditTable thresholds() {
        List<Row> rows = new ArrayList<>();
        for (int percent : new int[] {90, 95}) {
            List<Figure> figures = new ArrayList<>(figures(
                    validation, AuditStatistics.threshold(melanoma(validation), truth(validation), percent / 100.0)));
            double value = figures.getFirst().value();
            figures.addAll(figures(test, AuditStatistics.mean(above(test, value, true))));
            figures.addAll(figures(test, AuditStatistics.mean(above(test, value, false))));
            rows.add(new Row(percent + " % sensitivity", figures));
        }
        return new AuditTable(
                "thresholds",
                "Thresholds",
                "Chosen on validation for a wanted sensitivity, with the interval that other lesions of validation would"
                        + " have given; and what they do on the test part.",
                List.of("Melanoma probability", "Sensitivity, test", "Specificity, test"),
                rows,
                List.of());
    }

    /** 1 where the answer is right, 0 where wrong, NaN for the other kind. */
    private static double[] above(List<Case> cases, double value, boolean melanoma) {
        return cases.stream()
                .mapToDouble(one -> one.melanoma() != melanoma
                        ? Double.NaN
                        : one.melanomaProbability() >= value == melanoma ? 1 : 0)
                .toArray();
    }

    private static double[] melanoma(List<Case> cases) {
        return cases.stream().mapToDouble(Case::melanomaProbability).toArray();
    }

    private static boolean[] truth(List<Case> cases) {
        boolean[] truth = new boolean[cases.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = cases.get(i).melanoma();
        }
        return truth;
    }

    private List<Figure> figures(List<Case> cases, Statistic statistic) {
        Map<String, Integer> lesions = new HashMap<>();
        int[] cluster = cases.stream()
                .mapToInt(one -> lesions.computeIfAbsent(one.lesionId(), id -> lesions.size()))
                .toArray();
        return bootstrap.figures(cluster, statistic, cancel);
    }
}
