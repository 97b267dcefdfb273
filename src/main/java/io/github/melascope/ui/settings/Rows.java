package io.github.melascope.ui.settings;

import io.github.melascope.base.Words;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The rows of a page: a name and what belongs to it, under headings. */
final class Rows extends GridPane {
    private static final int NAMES_PERCENT = 26;

    private final Words words;
    private int row;

    Rows(Words words) {
        this.words = words;
        getStyleClass().add("setting-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(NAMES_PERCENT);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    void heading(String key) {
        Label heading = wrapped(words.of(key));
        heading.getStyleClass().add("title-4");
        add(heading, 0, row++, 2, 1);
    }

    /** @param control that the name is of, and that the value holds or is */
    void add(String key, Node control, Node value) {
        Label label = wrapped(words.of(key));
        label.setLabelFor(control);
        setValignment(label, VPos.TOP);
        label.getStyleClass().add("setting-name");
        addRow(row++, label, value);
    }

    void add(String key, Node control) {
        add(key, control, control);
    }

    /** Something without a name of its own. */
    void add(Node value) {
        add(value, 1, row++);
    }

    /** What a setting means, below it. */
    Label explain(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("text-muted");
        add(label);
        return label;
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
