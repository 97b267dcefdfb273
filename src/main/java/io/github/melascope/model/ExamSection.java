package io.github.melascope.model;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BalancedMeasure;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ClassMeasure;
import io.github.melascope.metrics.DiagnosisResult;
import io.github.melascope.metrics.Exam;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.MultiMeasure;
import io.github.melascope.metrics.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of a model card that tells the exam: its name, every figure with its interval, every part of the cases. */
final class ExamSection {
    private static final List<String> FIGURE_HEAD = List.of("Figure", "Value (95 % interval)");

    private final Markdown card;
    private final ExamResult result;

    ExamSection(Markdown card, ExamResult result) {
        this.card = card;
        this.result = result;
    }

    void write() {
        exam();
        melanoma();
        result.diagnosis().ifPresent(this::diagnosis);
        slices();
        balanced();
    }

    private void exam() {
        Exam exam = result.exam();
        String openings = exam.openings() == 1 ? "once" : exam.openings() + " times";
        card.heading(2, "Exam");
        card.paragraph("**" + exam.name() + "**: " + result.images() + " images of " + result.lesions() + " lesions, "
                + result.melanomas()
                + " of the images melanoma. When these figures were made, this part had been opened "
                + openings + " for this model.");
        card.paragraph("Each figure stands with its 95 % interval: percentiles of "
                + exam.bootstrap().draws() + " draws of lesions with replacement."
                + " Draws in which a figure is undefined are left out of its interval; `metrics.json` counts them. An"
                + " interval without width means too few cases, not certainty.");
    }

    private void melanoma() {
        card.heading(3, "Melanoma or not");
        card.paragraph("At the threshold " + ModelCard.number(result.exam().threshold()) + ": "
                + result.counts().truePositives() + " images of melanoma found and "
                + result.counts().falseNegatives() + " missed; of the others "
                + result.counts().falsePositives() + " called melanoma and "
                + result.counts().trueNegatives() + " not.");
        card.table(FIGURE_HEAD, rows(result.melanoma(), BinaryMeasure::title));
    }

    private void diagnosis(DiagnosisResult diagnosis) {
        card.heading(3, "Seven diagnoses");
        card.paragraph("Over " + diagnosis.images() + " images; the answer is the most probable class.");
        card.table(FIGURE_HEAD, rows(diagnosis.overall(), MultiMeasure::title));
        List<String> head = Stream.concat(
                        Stream.of("Diagnosis", "Images"),
                        ClassMeasure.ALL.stream().map(ClassMeasure::title))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        diagnosis
                .byClass()
                .forEach((dx, figures) -> rows.add(Stream.concat(
                                Stream.of(dx.fullName() + " (`" + dx.code() + "`)", images(diagnosis, dx)),
                                figures.values().stream().map(Figure::text))
                        .toList()));
        card.table(head, rows);
        confusion(diagnosis);
    }

    private static String images(DiagnosisResult diagnosis, Diagnosis dx) {
        int row = diagnosis.classes().indexOf(dx);
        return String.valueOf(diagnosis.confusion().counts().get(row).stream()
                .mapToLong(n -> n)
                .sum());
    }

    private void confusion(DiagnosisResult diagnosis) {
        card.paragraph("Rows: the truth; columns: the answer.");
        List<String> codes = diagnosis.classes().stream().map(Diagnosis::code).toList();
        List<List<String>> rows = IntStream.range(0, codes.size())
                .mapToObj(i -> Stream.concat(
                                Stream.of("**" + codes.get(i) + "**"),
                                diagnosis.confusion().counts().get(i).stream().map(String::valueOf))
                        .toList())
                .toList();
        card.table(Stream.concat(Stream.of(""), codes.stream()).toList(), rows);
    }

    private void slices() {
        card.heading(3, "Melanoma or not, by part");
        card.paragraph(
                "At the same threshold. Parts with fewer than " + Slice.FEW + " images of melanoma or fewer than "
                        + Slice.FEW + " others are marked *few*: their figures say little.");
        List<List<String>> rows = result.slices().stream()
                .map(s -> List.of(
                        s.by(),
                        s.value() + (s.few() ? " *few*" : ""),
                        String.valueOf(s.images()),
                        String.valueOf(s.melanomas()),
                        s.rocAuc().text(),
                        s.sensitivity().text(),
                        s.specificity().text()))
                .toList();
        card.table(List.of("By", "Part", "Images", "Melanomas", "ROC AUC", "Sensitivity", "Specificity"), rows);
    }

    private void balanced() {
        card.heading(3, "Balanced figures");
        card.paragraph("Both classes weighted to equal prevalence, at the threshold "
                + ModelCard.number(result.exam().balancedThreshold())
                + ". In no clinic is every second lesion a melanoma: these figures only compare with tables made that"
                + " way.");
        card.table(FIGURE_HEAD, rows(result.balanced(), BalancedMeasure::title));
    }

    private static <E> List<List<String>> rows(Map<E, Figure> figures, Function<E, String> title) {
        return figures.entrySet().stream()
                .map(entry ->
                        List.of(title.apply(entry.getKey()), entry.getValue().text()))
                .toList();
    }
}
