package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ConfusionMatrix;
import io.github.melascope.metrics.DiagnosisResult;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.MultiMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The exam's figures with their intervals, and how often each answer was given. */
final class FiguresPane extends VBox {
    private static final List<BinaryMeasure> SHOWN = List.of(
            BinaryMeasure.ROC_AUC,
            BinaryMeasure.PR_AUC,
            BinaryMeasure.BALANCED_ACCURACY,
            BinaryMeasure.RECALL,
            BinaryMeasure.SPECIFICITY,
            BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_90,
            BinaryMeasure.BRIER,
            BinaryMeasure.ECE);

    private final Words words;

    FiguresPane(Words words, ExamResult result) {
        this.words = words;
        getStyleClass().add("training-content");
        FlowPane tables = Parts.tables();
        Parts.beside(tables, Parts.section(words.of("training.result.melanoma")), figures(result));
        Parts.beside(tables, melanoma(result));
        result.diagnosis().ifPresent(diagnosis -> {
            Parts.beside(tables, Parts.section(words.of("training.result.diagnoses")), figures(diagnosis));
            Parts.beside(tables, confusion(diagnosis));
        });
        getChildren()
                .addAll(
                        Parts.text(
                                words.of(
                                        "training.result.exam",
                                        result.exam().name(),
                                        result.images(),
                                        result.lesions()),
                                "text-muted"),
                        tables);
    }

    private Node figures(ExamResult result) {
        Node table = Parts.table(
                head(),
                SHOWN.stream()
                        .map(measure -> row(words.of("dashboard.measure", measure), result.get(measure)))
                        .toList());
        table.setId("result-figures");
        return table;
    }

    private Node figures(DiagnosisResult diagnosis) {
        return Parts.table(
                head(),
                MultiMeasure.ALL.stream()
                        .map(measure -> row(
                                words.of("dashboard.multi-measure", measure),
                                Objects.requireNonNull(diagnosis.overall().get(measure))))
                        .toList());
    }

    private List<String> head() {
        return List.of(
                words.of("training.result.figure"),
                words.of("training.result.value"),
                words.of("training.result.interval"));
    }

    private List<String> row(String name, Figure figure) {
        return List.of(name, number(figure.value()), interval(words, figure));
    }

    private String number(double value) {
        return Double.isNaN(value) ? words.of("training.result.undefined") : words.number(value, 3);
    }

    private String count(long images) {
        return words.number((double) images, 0);
    }

    static String interval(Words words, Figure figure) {
        return Double.isNaN(figure.low())
                ? ""
                : words.of("training.result.from-to", words.number(figure.low(), 3), words.number(figure.high(), 3));
    }

    private Node melanoma(ExamResult result) {
        BinaryCounts counts = result.counts();
        VBox box = new VBox(
                Parts.section(words.of("training.result.confusion")),
                Parts.table(
                        List.of(
                                words.of("training.result.truth"),
                                words.of("training.result.called-melanoma"),
                                words.of("training.result.called-other")),
                        List.of(
                                List.of(
                                        words.of("dx.mel"),
                                        count(counts.truePositives()),
                                        count(counts.falseNegatives())),
                                List.of(
                                        words.of("training.result.other"),
                                        count(counts.falsePositives()),
                                        count(counts.trueNegatives())))));
        box.setId("result-confusion");
        box.getStyleClass().add("explained");
        return box;
    }

    private Node confusion(DiagnosisResult diagnosis) {
        List<String> head = new ArrayList<>(List.of(words.of("training.result.truth-answer")));
        Diagnosis.ALL.forEach(dx -> head.add(dx.code()));
        List<List<String>> rows = new ArrayList<>();
        ConfusionMatrix matrix = diagnosis.confusion();
        for (int truth = 0; truth < matrix.classes(); truth++) {
            List<String> row = new ArrayList<>(List.of(words.of("dx", Diagnosis.ALL.get(truth))));
            for (int answer = 0; answer < matrix.classes(); answer++) {
                row.add(count(matrix.count(truth, answer)));
            }
            rows.add(row);
        }
        VBox box = new VBox(Parts.section(words.of("training.result.confusion-seven")), Parts.table(head, rows));
        box.getStyleClass().add("explained");
        return box;
    }
}
