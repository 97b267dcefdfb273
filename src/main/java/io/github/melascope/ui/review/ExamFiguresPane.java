package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.report.ExamFigures;
import io.github.melascope.ui.fx.Dialogs;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The figures of a model's exam with their intervals, under the exam's name. */
public final class ExamFiguresPane extends VBox {
    public ExamFiguresPane(Words words, ExamResult result) {
        super(12);
        ExamFigures figures = ExamFigures.of(words, result);
        GridPane table = new GridPane();
        table.setHgap(24);
        table.setVgap(6);
        int row = 0;
        for (ExamFigures.Line line : figures.lines()) {
            Label value = new Label(ExamFigures.text(words, line.figure()));
            value.getStyleClass().add("figure");
            table.addRow(row++, new Label(line.name()), value);
        }
        getChildren().addAll(Dialogs.text(figures.exam()), table);
    }
}
