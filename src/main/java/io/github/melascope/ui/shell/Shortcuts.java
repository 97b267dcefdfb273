package io.github.melascope.ui.shell;

import io.github.melascope.base.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

/** The window's keyboard shortcuts, and the sheet that lists them: one table for both. */
final class Shortcuts {
    private final Map<String, KeyCombination> keys = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    /**
     * Adds one.
     *
     * @param word key of its name
     * @param combination as {@link KeyCombination#valueOf} reads it, {@code "Shortcut+O"}
     */
    Shortcuts with(String word, String combination, Runnable action) {
        KeyCombination key = KeyCombination.valueOf(combination);
        keys.put(word, key);
        actions.put(key, action);
        return this;
    }

    void install(Scene scene) {
        scene.getAccelerators().putAll(actions);
    }

    Node sheet(Words words) {
        GridPane sheet = new GridPane();
        sheet.setHgap(32);
        sheet.setVgap(8);
        int row = 0;
        for (Map.Entry<String, KeyCombination> entry : keys.entrySet()) {
            Label name = new Label(words.of(entry.getKey()));
            Label key = new Label(entry.getValue().getDisplayText());
            key.getStyleClass().add("strong");
            sheet.addRow(row++, name, key);
        }
        return sheet;
    }
}
