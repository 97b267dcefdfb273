package io.github.melascope.ui.shell;

import io.github.melascope.base.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The keyboard shortcuts in groups, and the sheet that lists them: one table for both. */
final class Shortcuts {
    /** Of the sheet, in sizes of its text: two groups beside each other. */
    private static final double WIDTH_EM = 56;

    private static final double HEIGHT_EM = 36;
    /** Share of the window that the sheet may take; the rest is scrolled to. */
    private static final double ROOM = 0.65;

    private final List<Group> groups = new ArrayList<>();
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    private record Row(String word, String key) {}

    private record Group(String word, List<Row> rows) {}

    /**
     * Begins a group; all that is added from now on stands in it.
     *
     * @param word key of its name
     */
    Shortcuts group(String word) {
        groups.add(new Group(word, new ArrayList<>()));
        return this;
    }

    /**
     * Adds one that works anywhere in the window.
     *
     * @param word key of its name
     * @param combination as {@link KeyCombination#valueOf} reads it, {@code "Shortcut+O"}
     */
    Shortcuts with(String word, String combination, Runnable action) {
        KeyCombination key = KeyCombination.valueOf(combination);
        actions.put(key, action);
        return listed(word, key.getDisplayText());
    }

    /**
     * Lists one that the part of the window it is for listens to itself.
     *
     * @param keys as the user reads them
     */
    Shortcuts listed(String word, String keys) {
        groups.get(groups.size() - 1).rows().add(new Row(word, keys));
        return this;
    }

    void install(Scene scene) {
        scene.getAccelerators().putAll(actions);
    }

    /** @param scene that the sheet is to fit into */
    Node sheet(Words words, Scene scene) {
        FlowPane sheet = new FlowPane();
        sheet.getStyleClass().add("shortcuts");
        groups.forEach(group -> sheet.getChildren().add(block(words, group)));
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Label any = (Label) ((VBox) sheet.getChildren().get(0)).getChildren().get(0);
        any.fontProperty().subscribe(font -> {
            scroll.setPrefViewportWidth(Math.min(WIDTH_EM * font.getSize(), ROOM * scene.getWidth()));
            scroll.setPrefViewportHeight(Math.min(HEIGHT_EM * font.getSize(), ROOM * scene.getHeight()));
        });
        return scroll;
    }

    private static Node block(Words words, Group group) {
        Label title = new Label(words.of(group.word()));
        title.getStyleClass().add("section-title");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("shortcut-rows");
        int row = 0;
        for (Row one : group.rows()) {
            Label name = new Label(words.of(one.word()));
            name.setWrapText(true);
            Label key = new Label(one.key());
            key.getStyleClass().add("strong");
            key.setMinWidth(Label.USE_PREF_SIZE);
            name.setLabelFor(key);
            rows.addRow(row++, name, key);
        }
        VBox block = new VBox(title, rows);
        block.getStyleClass().add("shortcut-group");
        return block;
    }
}
