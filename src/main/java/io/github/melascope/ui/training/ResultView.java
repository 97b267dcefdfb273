package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** The last step: figures, confusion matrix, comparison, model card, and saving. */
final class ResultView extends VBox {
    private final Words words;
    private final TrainingModel model;
    private final TrainingView.Wishes wishes;
    private String shown = "";

    ResultView(Words words, TrainingModel model, TrainingView.Wishes wishes) {
        this.words = words;
        this.model = model;
        this.wishes = wishes;
        getStyleClass().add("page");
        model.result().stateProperty().subscribe(this::show);
    }

    private void show(ResultState state) {
        if (state instanceof ResultState.Ready ready) {
            if (!shown.equals(ready.run().id())) {
                shown = ready.run().id();
                getChildren().setAll(content(ready));
            }
            return;
        }
        shown = "";
        Label title = Parts.heading(words.of("training.result.title"));
        if (state instanceof ResultState.Failed failed) {
            getChildren().setAll(title, Parts.text(failed.problem().message(words), "notice"));
        } else {
            getChildren().setAll(title, Parts.text(words.of("training.result.opening"), "text-muted"));
        }
    }

    private List<javafx.scene.Node> content(ResultState.Ready ready) {
        TextArea card = new TextArea(ready.card());
        card.setId("result-card");
        card.setEditable(false);
        card.setWrapText(true);
        card.setPrefRowCount(16);
        card.setAccessibleText(words.of("training.result.card"));
        card.getStyleClass().add("monospace");
        TitledPane fold = new TitledPane(words.of("training.result.card"), card);
        fold.setId("result-card-pane");
        fold.setAnimated(false);
        fold.setExpanded(false);
        return List.of(
                Parts.heading(words.of("training.result.title")),
                new SavePane(words, model.result(), ready, wishes),
                new FiguresPane(words, ready.model().metrics()),
                new ComparisonPane(words, ready.run().comparison()),
                fold);
    }
}
