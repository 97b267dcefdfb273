package io.github.melascope.ui.fx;

import io.github.melascope.base.ProblemException;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** The few kinds of dialogs there are. */
public final class Dialogs {
    private static final double WIDTH = 520;

    private final Words words;
    private final Window owner;

    public Dialogs(Words words, Window owner) {
        this.words = words;
        this.owner = owner;
    }

    /** Says what did not work, why, and what to do. Returns at once. */
    public void problem(ProblemException problem) {
        Label text = new Label(problem.getMessage());
        text.setWrapText(true);
        text.setPrefWidth(WIDTH);
        show(Alert.AlertType.WARNING, words.of("problem.title"), text);
    }

    /** Shows something to read. Returns at once. */
    public void show(String title, Node content) {
        show(Alert.AlertType.NONE, title, content);
    }

    private void show(Alert.AlertType type, String title, Node content) {
        Alert alert = new Alert(type, "", new ButtonType(words.of("button.close"), ButtonType.CANCEL.getButtonData()));
        alert.initOwner(owner);
        alert.setTitle(words.of("app.name"));
        alert.setHeaderText(title);
        alert.getDialogPane().setContent(content);
        alert.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        alert.setResizable(true);
        alert.show();
    }
}
