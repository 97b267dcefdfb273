package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rows of a form: a name, a field, and under the field what is wrong with it. */
final class FormRows extends GridPane {
    private static final double WIDTH_EM = 34;

    private final Words words;
    private final Map<Node, Label> problems = new HashMap<>();
    private int row;

    FormRows(Words words) {
        this.words = words;
        setHgap(16);
        setVgap(8);
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        second.setMinWidth(0);
        getColumnConstraints().addAll(first, second);
    }

    /**
     * Adds a row.
     *
     * @param key of its name
     * @param field what the user fills in
     * @param around the field and what stands with it
     */
    void add(String key, Control field, Node around) {
        Label name = new Label(words.of(key));
        name.fontProperty().subscribe(font -> setPrefWidth(WIDTH_EM * font.getSize()));
        name.setLabelFor(field);
        Label problem = new Label();
        problem.setId(field.getId() + "-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        field.setMaxWidth(Double.MAX_VALUE);
        problems.put(field, problem);
        VBox box = new VBox(4, around, problem);
        box.setFillWidth(true);
        addRow(row++, name, box);
        GridPane.setValignment(name, VPos.TOP);
        name.visibleProperty().bind(box.visibleProperty());
        name.managedProperty().bind(box.managedProperty());
    }

    void add(String key, Control field) {
        add(key, field, field);
    }

    /** Says what is wrong with a field; nothing for an empty text. */
    void problem(Node field, String text) {
        Objects.requireNonNull(problems.get(field)).setText(text);
        fit();
    }

    /** The dialog makes room for what is said, and gives it back. */
    private void fit() {
        if (getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().sizeToScene();
        }
    }

    /** Shows or hides a row. */
    void show(Node field, boolean shown) {
        Node box = Objects.requireNonNull(problems.get(field)).getParent();
        box.setVisible(shown);
        box.setManaged(shown);
        fit();
    }
}
