package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ClassAccuracy;
import io.github.melascope.metrics.ClassMeasure;
import io.github.melascope.metrics.Comparison;
import io.github.melascope.metrics.DiagnosisResult;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.McNemar;
import io.github.melascope.metrics.MultiMeasure;
import io.github.melascope.metrics.Slice;
import io.github.melascope.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The dashboard's tables as data, in the reader's language, for PDF and CSV. */
final class Sheets {
    /** Columns of {@link #classHead} before the accuracies. */
    static final int BY_CLASS = 1 + ClassMeasure.ALL.size();

    private final Words words;
    private final Numbers numbers;
    private final Naming naming;

    Sheets(Words words) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.naming = new Naming(words);
    }

    Sheet figures(ExamResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            Figure figure = result.get(measure);
            rows.add(List.of(
                    naming.measure(measure),
                    numbers.value(measure, figure.value()),
                    numbers.interval(measure, figure)));
        }
        return new Sheet(
                "figures",
                words.of("dashboard.figures"),
                List.of(words.of("dashboard.figure"), words.of("dashboard.value"), words.of("dashboard.interval")),
                rows,
                words.of("dashboard.figures.note"));
    }

    Sheet confusion(BinaryCounts counts) {
        String melanoma = words.of("dx.mel");
        String other = words.of("dashboard.not-melanoma");
        return new Sheet(
                "confusion",
                words.of("dashboard.confusion"),
                List.of(
                        words.of("dashboard.confusion.truth"),
                        words.of("dashboard.confusion.called"),
                        words.of("dashboard.confusion.not-called")),
                List.of(
                        List.of(
                                melanoma,
                                cell(counts.truePositives(), counts.positives()),
                                cell(counts.falseNegatives(), counts.positives())),
                        List.of(
                                other,
                                cell(counts.falsePositives(), counts.negatives()),
                                cell(counts.trueNegatives(), counts.negatives()))),
                words.of("dashboard.confusion.note"));
    }

    private String cell(long count, long row) {
        return count + " (" + numbers.share(row == 0 ? Double.NaN : (double) count / row) + ")";
    }

    Sheet diagnoses(DiagnosisResult result) {
        List<String> head = new ArrayList<>(List.of(words.of("dashboard.confusion.truth")));
        result.classes().forEach(dx -> head.add(dx.code()));
        List<List<String>> rows = new ArrayList<>();
        for (int truth = 0; truth < result.classes().size(); truth++) {
            List<String> row =
                    new ArrayList<>(List.of(words.of("dx", result.classes().get(truth))));
            for (int answer = 0; answer < result.classes().size(); answer++) {
                row.add(Long.toString(result.confusion().count(truth, answer)));
            }
            rows.add(row);
        }
        return new Sheet("diagnoses", words.of("dashboard.diagnoses"), head, rows, "");
    }

    /** Names of the columns of {@link #classes}. */
    List<String> classHead() {
        List<String> head = new ArrayList<>(List.of(words.of("dashboard.class")));
        ClassMeasure.ALL.forEach(measure -> head.add(words.of("dashboard.class-measure", measure)));
        head.addAll(accuracyHead().subList(1, 3));
        return head;
    }

    List<String> accuracyHead() {
        return List.of(
                words.of("dashboard.class"),
                words.of("dashboard.measure.accuracy"),
                words.of("dashboard.measure.balanced-accuracy"));
    }

    /** The figures of each class as two tables, for a page has no room for all columns. */
    List<Sheet> classesOnPaper(DiagnosisResult result, Map<Diagnosis, ClassAccuracy> accuracies) {
        Sheet all = classes(result, accuracies);
        List<List<String>> left = new ArrayList<>();
        List<List<String>> right = new ArrayList<>();
        for (List<String> row : all.rows()) {
            left.add(row.subList(0, BY_CLASS));
            right.add(List.of(row.get(0), row.get(BY_CLASS), row.get(BY_CLASS + 1)));
        }
        return List.of(
                new Sheet(all.id(), all.title(), all.head().subList(0, BY_CLASS), left, ""),
                new Sheet("accuracies", words.of("dashboard.accuracies"), accuracyHead(), right, all.note()));
    }

    /** @param accuracies may be missing as long as they are worked out */
    Sheet classes(DiagnosisResult result, Map<Diagnosis, ClassAccuracy> accuracies) {
        List<List<String>> rows = new ArrayList<>();
        for (Diagnosis dx : result.classes()) {
            List<String> row = new ArrayList<>(List.of(dx.code()));
            row.addAll(classFigures(result, accuracies, dx));
            rows.add(row);
        }
        return new Sheet("classes", words.of("dashboard.classes"), classHead(), rows, overall(result));
    }

    List<String> classFigures(DiagnosisResult result, Map<Diagnosis, ClassAccuracy> accuracies, Diagnosis dx) {
        List<String> row = new ArrayList<>();
        Map<ClassMeasure, Figure> figures =
                Objects.requireNonNull(result.byClass().get(dx));
        for (ClassMeasure measure : ClassMeasure.ALL) {
            row.add(classFigure(measure, Objects.requireNonNull(figures.get(measure))));
        }
        ClassAccuracy accuracy = accuracies.get(dx);
        row.add(accuracy == null ? words.of("dashboard.pending") : numbers.shareWithInterval(accuracy.accuracy()));
        row.add(
                accuracy == null
                        ? words.of("dashboard.pending")
                        : numbers.shareWithInterval(accuracy.balancedAccuracy()));
        return row;
    }

    private String classFigure(ClassMeasure measure, Figure figure) {
        return measure == ClassMeasure.AUC || measure == ClassMeasure.F1
                ? numbers.scoreWithInterval(figure)
                : numbers.shareWithInterval(figure);
    }

    /** Accuracy, balanced accuracy and the means over classes in one line. */
    String overall(DiagnosisResult result) {
        List<String> parts = new ArrayList<>();
        for (MultiMeasure measure : MultiMeasure.ALL) {
            Figure figure = Objects.requireNonNull(result.overall().get(measure));
            boolean share = measure == MultiMeasure.ACCURACY || measure == MultiMeasure.BALANCED_ACCURACY;
            parts.add(words.of("dashboard.multi-measure", measure) + " "
                    + (share ? numbers.shareWithInterval(figure) : numbers.scoreWithInterval(figure)));
        }
        return String.join("; ", parts);
    }

    Sheet slices(ExamResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Slice slice : result.slices()) {
            rows.add(List.of(
                    naming.sliceKey(slice.by()),
                    naming.sliceValue(slice.value()),
                    Integer.toString(slice.images()),
                    Integer.toString(slice.melanomas()),
                    numbers.scoreWithInterval(slice.rocAuc()),
                    numbers.shareWithInterval(slice.sensitivity()),
                    numbers.shareWithInterval(slice.specificity()),
                    slice.few() ? words.of("dashboard.few") : ""));
        }
        return new Sheet(
                "slices",
                words.of("dashboard.slices"),
                List.of(
                        words.of("dashboard.slices.by"),
                        words.of("dashboard.slices.part"),
                        words.of("dashboard.slices.images"),
                        words.of("dashboard.slices.melanomas"),
                        words.of("dashboard.slices.auc"),
                        words.of("dashboard.sensitivity"),
                        words.of("dashboard.specificity"),
                        words.of("dashboard.slices.remark")),
                rows,
                words.of("dashboard.slices.note", Slice.FEW));
    }

    Sheet values(Intervals.Values values) {
        return new Sheet(
                "predictive-values",
                words.of("dashboard.values"),
                List.of(words.of("dashboard.figure"), words.of("dashboard.value"), words.of("dashboard.interval")),
                List.of(
                        row("dashboard.values.prevalence", new Figure(values.prevalence(), Double.NaN, Double.NaN)),
                        row("dashboard.values.ppv", values.ppv()),
                        row("dashboard.values.npv", values.npv()),
                        row("dashboard.values.called", values.called())),
                words.of("dashboard.values.note"));
    }

    private List<String> row(String key, Figure figure) {
        return List.of(words.of(key), numbers.share(figure.value()), numbers.shareInterval(figure));
    }

    /** The difference comes first: where text is large, it must not be what is out of sight. */
    Sheet comparison(Comparing.State.Compared compared) {
        Comparison comparison = compared.comparison();
        List<List<String>> rows = new ArrayList<>();
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            rows.add(List.of(
                    naming.measure(measure),
                    numbers.difference(
                            measure,
                            Objects.requireNonNull(comparison.difference().get(measure))),
                    numbers.withInterval(
                            measure, Objects.requireNonNull(comparison.first().get(measure))),
                    numbers.withInterval(
                            measure, Objects.requireNonNull(comparison.second().get(measure)))));
        }
        String id = compared.other().spec().id();
        return new Sheet(
                "comparison",
                words.of("dashboard.compare.title", compared.first(), id),
                List.of(words.of("dashboard.figure"), words.of("dashboard.compare.difference"), compared.first(), id),
                rows,
                String.join(
                        " ",
                        words.of("dashboard.compare.reading", compared.first(), id),
                        words.of(
                                "dashboard.compare.images",
                                comparison.images(),
                                comparison.lesions(),
                                comparison.left()),
                        mcNemar(compared)));
    }

    /** McNemar's test over all images, the melanomas and the others, in words. */
    String mcNemar(Comparing.State.Compared compared) {
        Comparison comparison = compared.comparison();
        return words.of(
                "dashboard.compare.mcnemar", p(comparison.all()), p(comparison.melanomas()), p(comparison.others()));
    }

    private String p(McNemar test) {
        double p = test.midP();
        return p < 0.001 ? "< " + words.number(0.001, 3) : words.number(p, 3);
    }
}
