package io.github.melascope.ui.training;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Keeps the model under a name, with notes. */
final class SavePane extends VBox {
    private final Words words;
    private final ResultModel model;
    private final TrainingView.Wishes wishes;
    private final TextField name = new TextField();
    private final TextField title = new TextField();
    private final TextArea notes = new TextArea();
    private final Button save;
    private final Label said = Parts.text("");
    private final FlowPane row = new FlowPane();
    private boolean saving;

    SavePane(Words words, ResultModel model, ResultState.Ready ready, TrainingView.Wishes wishes) {
        this.words = words;
        this.model = model;
        this.wishes = wishes;
        getStyleClass().add("training-content");
        name.setId("result-name");
        name.setText(ready.run().name());
        title.setId("result-title");
        title.setPromptText(ready.model().spec().title());
        notes.setId("result-notes");
        notes.setPrefRowCount(2);
        notes.setWrapText(true);
        notes.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> { // Tab goes on here; nobody wants one in a note
                    if (event.getCode() == KeyCode.TAB) {
                        notes.requestFocusTraversal(
                                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
        said.setId("result-said");
        save = Icons.put(new Button(words.of("training.save")), Feather.SAVE);
        save.setId("result-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save());
        FlowPane fields = new FlowPane(
                Parts.explained(words.of("training.save.name"), name, words.of("training.save.name.what")),
                Parts.explained(words.of("training.save.title"), title, words.of("training.save.title.what")),
                Parts.explained(words.of("training.save.notes"), notes, words.of("training.save.notes.what")));
        fields.getStyleClass().add("advanced");
        row.getStyleClass().add("form-row");
        row.getChildren().addAll(save, said);
        getChildren().addAll(fields, row);
        if (!ready.run().savedAs().isEmpty()) {
            saved(ready.run().savedAs());
        }
    }

    private void save() {
        if (saving) {
            return;
        }
        saving = true; // a disabled button would hand its focus on, and the page would follow it
        model.save(
                name.getText().strip(),
                title.getText(),
                notes.getText(),
                made -> saved(made.spec().id()),
                this::refused);
    }

    private void refused(ProblemException problem) {
        saving = false;
        said.setText(problem.message(words));
        name.requestFocus();
    }

    private void saved(String id) {
        if (save.isFocused()) {
            name.requestFocus();
        }
        save.setDisable(true);
        name.setText(id);
        name.setEditable(false);
        title.setEditable(false);
        notes.setEditable(false);
        String text = words.of("training.saved", id);
        said.setText(text);
        wishes.say(text);
        wishes.dashboard().ifPresent(open -> {
            Button show = new Button(words.of("training.open-dashboard"));
            show.setId("result-dashboard");
            show.setOnAction(event -> open.accept(id));
            row.getChildren().add(show);
        });
    }
}
