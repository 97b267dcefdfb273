package io.github.melascope.ui.fx;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** The few kinds of dialogs there are. */
public final class Dialogs {
    private static final double WIDTH_EM = 37;

    private final Words words;
    private final Window owner;

    public Dialogs(Words words, Window owner) {
        this.words = words;
        this.owner = owner;
    }

    /** Says what did not work, why, and what to do. Returns at once. */
    public void problem(ProblemException problem) {
        show(Alert.AlertType.WARNING, words.of("problem.title"), text(problem.message(words)));
    }

    /** A text of several lines as the content of a dialog. */
    public static Label text(String text) {
        return text(text, WIDTH_EM);
    }

    /** @param em width in sizes of the text */
    public static Label text(String text, double em) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.fontProperty().subscribe(font -> label.setPrefWidth(em * font.getSize()));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows something to read. Returns at once. */
    public void show(String title, Node content) {
        show(Alert.AlertType.NONE, title, content);
    }

    /**
     * Asks for something. Returns at once; the dialog stays until what was entered will do, or the user changes their mind.
     *
     * @param first gets the focus
     * @param yes on the button that goes on
     * @param accept does what was asked for, and says whether what was entered will do
     */
    public void ask(String title, Node content, Node first, String yes, BooleanSupplier accept) {
        ask(
                title,
                content,
                first,
                List.of(new Answer(yes, "dialog-yes", ButtonBar.ButtonData.OK_DONE, accept)),
                () -> {});
    }

    /**
     * A way to go on.
     *
     * @param text on the button
     * @param id of the button
     * @param place {@code OK_DONE} for what Enter does
     * @param accept does it, and says whether what was entered will do
     */
    public record Answer(String text, String id, ButtonBar.ButtonData place, BooleanSupplier accept) {}

    /**
     * Asks for something that can go on in several ways.
     *
     * @param closed is called when the dialog goes, however that comes about
     */
    public void ask(String title, Node content, Node first, List<Answer> answers, Runnable closed) {
        Alert alert = alert(Alert.AlertType.NONE, title, content);
        for (Answer answer : answers) {
            ButtonType type = new ButtonType(answer.text(), answer.place());
            alert.getButtonTypes().add(type);
            Node button = alert.getDialogPane().lookupButton(type);
            button.setId(answer.id());
            button.addEventFilter(ActionEvent.ACTION, event -> {
                if (!answer.accept().getAsBoolean()) {
                    event.consume();
                }
            });
        }
        alert.getButtonTypes().add(new ButtonType(words.of("button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        alert.setOnShown(event -> first.requestFocus());
        alert.setOnHidden(event -> closed.run());
        alert.show();
    }

    private void show(Alert.AlertType type, String title, Node content) {
        ButtonType close = new ButtonType(words.of("button.close"), ButtonType.CANCEL.getButtonData());
        alert(type, title, content, close).show();
    }

    private Alert alert(Alert.AlertType type, String title, Node content, ButtonType... buttons) {
        Alert alert = new Alert(type, "", buttons);
        alert.initOwner(owner);
        alert.setTitle(words.of("app.name"));
        alert.setHeaderText(title);
        alert.getDialogPane().setContent(content);
        alert.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        alert.setResizable(true);
        return alert;
    }
}
