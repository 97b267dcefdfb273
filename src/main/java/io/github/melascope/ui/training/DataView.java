package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The first step: choose a folder, and see what is in it. */
final class DataView extends VBox {
    private final Words words;
    private final TrainingWords told;
    private final TrainingModel model;
    private final VBox content = new VBox();
    private final Label where = Parts.text("", "text-muted");
    private final ProgressBar bar = new ProgressBar();
    private final Label stage = new Label();
    private final Node looking;

    DataView(Words words, TrainingModel model, FileChoice files) {
        this.words = words;
        this.told = new TrainingWords(words);
        this.model = model;
        getStyleClass().add("page");
        content.getStyleClass().add("training-content");
        Button choose = Icons.put(new Button(words.of("training.data.choose")), Feather.FOLDER);
        choose.setId("data-choose");
        choose.setOnAction(event -> files.folder().ifPresent(model.data()::open));
        where.setId("data-folder");
        FlowPane row = new FlowPane(choose, where);
        row.getStyleClass().add("form-row");
        looking = looking();
        getChildren().addAll(Parts.heading(words.of("training.data.title")), row, content);
        model.data().stateProperty().subscribe(this::show);
    }

    private Node looking() {
        bar.setId("data-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("training.data.looking"));
        Button stop = new Button(words.of("button.cancel"));
        stop.setId("data-stop");
        stop.setOnAction(event -> model.data().stop());
        VBox box = new VBox(stage, bar, stop);
        box.getStyleClass().add("training-content");
        return box;
    }

    private void show(DataState state) {
        if (state instanceof DataState.Looking at) {
            tell(at.folder());
            stage.setText(
                    at.total() == 0
                            ? words.of("training.data.looking")
                            : words.of("training.data.progress", told.stage(at.stage()), at.done(), at.total()));
            bar.setProgress(
                    at.total() == 0 ? ProgressIndicator.INDETERMINATE_PROGRESS : at.done() / (double) at.total());
            if (!content.getChildren().contains(looking)) { // not anew at each step of the progress
                content.getChildren().setAll(List.of(looking));
            }
        } else if (state instanceof DataState.Ready ready) {
            tell(ready.folder());
            content.getChildren()
                    .setAll(
                            new FindingsPane(words, model.data(), ready),
                            new DatasetTablesPane(
                                    words, ready.dataset().report().tables()),
                            new ExamplesPane(words, model.data()));
        } else if (state instanceof DataState.Failed failed) {
            tell(failed.folder());
            Label why = Parts.text(told.told(failed.problem()), "notice");
            why.setId("data-problem");
            content.getChildren().setAll(List.of(why));
        } else {
            where.setText("");
            content.getChildren().setAll(welcome());
        }
    }

    /** The folder's name; the whole path for those who point at it. */
    private void tell(Path folder) {
        where.setText(String.valueOf(folder.getFileName()));
        where.setTooltip(new Tooltip(folder.toString()));
    }

    private List<Node> welcome() {
        return List.of(
                Parts.text(words.of("training.data.welcome")),
                Parts.text(words.of("training.data.layouts"), "text-muted"));
    }
}
