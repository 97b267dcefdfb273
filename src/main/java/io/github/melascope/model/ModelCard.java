package io.github.melascope.model;

import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.metrics.BetaCalibration;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.FittedFusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code MODEL_CARD.md}, after Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019). Written from
 * {@code model.json}, {@code metrics.json}, {@code patient.json} and {@code audit.json} alone: what they do not say is not in it.
 */
public final class ModelCard {
    private final Markdown card = new Markdown();
    private final ModelSpec spec;

    private ModelCard(ModelSpec spec) {
        this.spec = spec;
    }

    /** The card as Markdown. */
    public static String write(
            ModelSpec spec, ExamResult result, Optional<AuditResult> audit, Optional<FittedFusion> patient) {
        ModelCard writer = new ModelCard(spec);
        writer.use();
        writer.model();
        writer.training();
        new ExamSection(writer.card, result).write();
        patient.ifPresent(fitted -> FusionSection.write(writer.card, fitted));
        audit.ifPresent(found -> new AuditSection(writer.card, found).write());
        writer.limits();
        writer.remarks();
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
        List<String> facts = new ArrayList<>(List.of(
                "architecture: " + spec.architecture() + ", " + spec.convention() + " convention",
                "head: dense " + spec.hidden() + ", dropout " + spec.dropout() + ", dense "
                        + spec.task().outputs(),
                "input: the whole frame at " + side + " × " + side + " pixels",
                (calibrated() ? "calibration: " : "") + calibration(),
                "weights: SHA-256 `" + spec.weightsSha256() + "`",
                "licence: " + spec.licence() + " (see LICENSE)"));
        if (spec.views() > 1) {
            facts.add(
                    3,
                    "views: " + spec.views() + ", the image turned and mirrored in all ways; the answer is their mean");
        }
        if (spec.normalisation().colorConstancy() > 0) {
            facts.add(
                    3,
                    "light: its colour is taken out of every image, by Shades of Gray of norm "
                            + spec.normalisation().colorConstancy());
        }
        card.list(facts);
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
                "started from: " + from.startWeights()
                        + (from.startSha256().isEmpty() ? "" : " (SHA-256 `" + from.startSha256() + "`)")));
        card.paragraph("Epoch, " + (calibrated() ? "calibration" : "temperature")
                + " and thresholds were chosen on validation. The whole plan is in `model.json`.");
        if (calibrated()) {
            card.paragraph("Whether the temperature is followed by another calibration, and by which, was chosen by"
                    + " cross-validation within validation, lesion by lesion: the least log loss of melanoma. Ranking and"
                    + " AUC are the same with and without; thresholds are calibrated probabilities.");
        }
    }

    private boolean calibrated() {
        return spec.calibration().melanoma().kind() != BetaCalibration.Kind.NONE;
    }

    private String calibration() {
        return calibrated()
                ? spec.calibration().words() + "; the other diagnoses share the rest"
                : "temperature: " + number(spec.calibration().temperature());
    }

    private void limits() {
        card.heading(2, "Limits");
        List<String> limits = new ArrayList<>(List.of(
                "The figures hold for images like those of the exam. Other cameras, clinics, skin types and lesions may"
                        + " give worse ones.",
                "Probabilities are calibrated on validation; where melanoma is rarer or more frequent, they are off.",
                "The heat map shows where the network looked, not why, and is no evidence by itself."));
        limits.addAll(spec.notes());
        card.list(limits);
    }

    private void remarks() {
        if (!spec.remarks().isEmpty()) {
            card.heading(2, "Notes");
            spec.remarks().forEach(card::paragraph);
        }
    }

    /** Four decimals. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
