package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.MultiMeasure;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The exam figures of one or more models side by side, each with its 95 % interval and under its own exam's name. */
final class FiguresTable extends VBox {
    private static final List<BinaryMeasure> MELANOMA = List.of(
            BinaryMeasure.ROC_AUC,
            BinaryMeasure.PR_AUC,
            BinaryMeasure.RECALL,
            BinaryMeasure.SPECIFICITY,
            BinaryMeasure.PRECISION,
            BinaryMeasure.F1,
            BinaryMeasure.ACCURACY,
            BinaryMeasure.BALANCED_ACCURACY,
            BinaryMeasure.ECE);
    private static final List<MultiMeasure> SEVEN = List.of(
            MultiMeasure.BALANCED_ACCURACY, MultiMeasure.MACRO_AUC, MultiMeasure.MACRO_F1, MultiMeasure.ACCURACY);

    private static final double NAMES_PERCENT = 36;

    private final Words words;
    private final List<ModelShelf.Item> models;
    private final GridPane table = new GridPane();
    private int row;

    FiguresTable(Words words, List<ModelShelf.Item> models) {
        super(8);
        this.words = words;
        this.models = models.stream().filter(item -> item.content().isPresent()).toList();
        table.setId("figures");
        table.setHgap(20);
        table.setVgap(5);
        columns();
        head();
        rows("models.figures.melanoma", MELANOMA, measure -> result -> result.get(measure));
        boolean seven =
                this.models.stream().anyMatch(item -> exam(item).diagnosis().isPresent());
        if (seven) {
            rows(
                    "models.figures.diagnoses",
                    SEVEN,
                    measure -> result -> result.diagnosis()
                            .map(diagnosis -> diagnosis.overall().get(measure))
                            .orElse(null));
        }
        getChildren().add(table);
        if (models.size() > 1) {
            getChildren().add(wrapped(words.of(sameExam() ? "models.compare.same" : "models.compare.other"), "notice"));
        }
    }

    private void columns() {
        for (int i = 0; i <= models.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(i == 0 ? NAMES_PERCENT : (100 - NAMES_PERCENT) / models.size());
            table.getColumnConstraints().add(column);
        }
    }

    private static ExamResult exam(ModelShelf.Item item) {
        return item.content().orElseThrow().exam();
    }

    private boolean sameExam() {
        return models.stream()
                        .map(item -> exam(item).exam().name() + exam(item).images())
                        .distinct()
                        .count()
                == 1;
    }

    private void head() {
        if (models.size() > 1) {
            cells("", item -> item.content().orElseThrow().spec().id(), "strong");
        }
        cells(words.of("models.exam"), item -> exam(item).exam().name(), "text-muted");
        cells(
                "",
                item -> words.of(
                        "models.exam.size",
                        exam(item).images(),
                        exam(item).lesions(),
                        exam(item).melanomas()),
                "text-muted");
        cells("", item -> words.of("models.exam.opened", exam(item).exam().openings()), "text-muted");
    }

    private void cells(String name, Function<ModelShelf.Item, String> text, String style) {
        table.add(wrapped(name, style), 0, row);
        for (int i = 0; i < models.size(); i++) {
            table.add(wrapped(text.apply(models.get(i)), style), i + 1, row);
        }
        row++;
    }

    private <M extends Enum<M>> void rows(
            String heading, List<M> measures, Function<M, Function<ExamResult, Figure>> figure) {
        Label title = wrapped(words.of(heading), "section-title");
        title.getStyleClass().add("figures-title");
        table.add(title, 0, row++, models.size() + 1, 1);
        for (M measure : measures) {
            table.add(wrapped(words.of(heading, measure), "measure"), 0, row);
            for (int i = 0; i < models.size(); i++) {
                table.add(wrapped(text(figure.apply(measure).apply(exam(models.get(i)))), "figure"), i + 1, row);
            }
            row++;
        }
    }

    private String text(@org.jspecify.annotations.Nullable Figure figure) {
        return figure == null || !figure.defined()
                ? words.of("models.figure.none")
                : words.of(
                        "exam.interval",
                        words.number(figure.value(), 3),
                        words.number(figure.low(), 3),
                        words.number(figure.high(), 3));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
