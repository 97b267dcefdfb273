package io.github.melascope.model;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code MODEL_CARD.md}, after Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019). Written from
 * {@code model.json} and {@code metrics.json} alone: what they do not say is not in it.
 */
public final class ModelCard {
    private static final List<String> FIGURE_HEAD = List.of("Figure", "Value (95 % interval)");

    private final Markdown card = new Markdown();
    private final ModelSpec spec;
    private final ExamResult result;

    private ModelCard(ModelSpec spec, ExamResult result) {
        this.spec = spec;
        this.result = result;
    }

    /** The card as Markdown. */
    public static String write(ModelSpec spec, ExamResult result) {
        ModelCard writer = new ModelCard(spec, result);
        writer.use();
        writer.model();
        writer.training();
        writer.exam();
        writer.melanoma();
        result.diagnosis().ifPresent(writer::diagnosis);
        writer.slices();
        writer.balanced();
        writer.limits();
        return writer.card.toString();
    }

    private void use() {
        card.heading(1, spec.title());
        card.paragraph("Model `" + spec.id() + "`, " + spec.created() + ". **Not a diagnosis**: this model helps in"
                + " research and teaching, and decides nothing.");
        card.paragraph("The program writes this card from `model.json` and `metrics.json`. Do not edit it.");
        card.heading(2, "Intended use");
        card.paragraph(
                "Reading dermoscopic images of single skin lesions beside a clinician's own reading, for research"
                        + " and teaching. It answers "
                        + (spec.task() == Task.MELANOMA
                                ? "one question: melanoma or not."
                                : "with a probability for each of seven diagnoses, melanoma among them."));
        card.paragraph(
                "Not intended: a diagnosis, a decision about treatment, screening without a clinician, photographs"
                        + " that are not dermoscopic, lesions of other kinds than it was trained on.");
    }

    private void model() {
        card.heading(2, "Model");
        int side = spec.inputSize();
        card.list(List.of(
                "architecture: " + spec.architecture() + ", " + spec.convention() + " convention",
                "head: dense " + spec.hidden() + ", dropout " + spec.dropout() + ", dense "
                        + spec.task().outputs(),
                "input: the whole frame at " + side + " × " + side + " pixels",
                "temperature: " + number(spec.temperature()),
                "weights: SHA-256 `" + spec.weightsSha256() + "`",
                "licence: " + spec.licence() + " (see LICENSE)"));
        ModelThresholds thresholds = spec.thresholds();
        card.table(
                List.of("Threshold", "Melanoma probability", "Sensitivity on validation", "Specificity on validation"),
                List.of(
                        threshold("closer look" + wanted(thresholds.melanoma()), thresholds.melanoma()),
                        threshold("90 % sensitivity", thresholds.sensitivity90()),
                        threshold("95 % sensitivity", thresholds.sensitivity95()),
                        threshold("highest balanced accuracy", thresholds.balanced())));
    }

    private static String wanted(Threshold threshold) {
        return threshold.wantedSensitivity().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (for %.0f %% sensitivity)",
                        100 * threshold.wantedSensitivity().getAsDouble());
    }

    private static List<String> threshold(String name, Threshold t) {
        return List.of(name, number(t.value()), number(t.sensitivity()), number(t.specificity()));
    }

    private void training() {
        Provenance from = spec.provenance();
        card.heading(2, "Training");
        card.list(List.of(
                "data: " + from.dataset() + ", " + from.datasetImages() + " images of " + from.datasetLesions()
                        + " lesions in all parts together (`split.csv` says which image was in which part)",
                "command: `" + from.command() + "`",
                "program: " + from.programVersion() + " on " + from.device() + ", " + Math.round(from.trainingSeconds())
                        + " s, " + from.date(),
                "seed: " + from.seed(),
                "started from: " + from.startWeights() + " (SHA-256 `" + from.startSha256() + "`)"));
        card.paragraph(
                "Epoch, temperature and thresholds were chosen on validation. The whole plan is in `model.json`.");
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
                + exam.bootstrap().draws() + " draws of lesions with replacement.");
    }

    private void melanoma() {
        card.heading(3, "Melanoma or not");
        card.paragraph("At the threshold " + number(result.exam().threshold()) + ": "
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
                        Stream.of("Diagnosis"), ClassMeasure.ALL.stream().map(ClassMeasure::title))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        diagnosis
                .byClass()
                .forEach((dx, figures) -> rows.add(Stream.concat(
                                Stream.of(dx.fullName() + " (`" + dx.code() + "`)"),
                                figures.values().stream().map(Figure::text))
                        .toList()));
        card.table(head, rows);
        confusion(diagnosis);
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
                + number(result.exam().balancedThreshold())
                + ". In no clinic is every second lesion a melanoma: these figures only compare with tables made that"
                + " way.");
        card.table(FIGURE_HEAD, rows(result.balanced(), BalancedMeasure::title));
    }

    private void limits() {
        card.heading(2, "Limits");
        card.list(List.of(
                "The figures hold for images like those of the exam. Other cameras, clinics, skin types and lesions may"
                        + " give worse ones.",
                "Probabilities are calibrated on validation; where melanoma is rarer or more frequent, they are off.",
                "The heat map shows where the network looked, not why, and is no evidence by itself."));
        card.list(spec.notes());
    }

    private static <E> List<List<String>> rows(Map<E, Figure> figures, Function<E, String> title) {
        return figures.entrySet().stream()
                .map(entry ->
                        List.of(title.apply(entry.getKey()), entry.getValue().text()))
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
