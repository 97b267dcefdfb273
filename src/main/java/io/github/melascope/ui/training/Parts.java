package io.github.melascope.ui.training;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pieces that the wizard's steps are put together from. */
final class Parts {
    private Parts() {}

    /** A text that wraps and is never cut off. */
    static Label text(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label heading(String text) {
        return text(text, "title-4");
    }

    static Label section(String text) {
        return text(text, "section-title");
    }

    /** A control under its name, with a line that says what it is for. */
    static VBox explained(String name, Control control, String what) {
        Label label = text(name, "strong");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        control.setAccessibleHelp(what);
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(label, control, text(what, "text-muted", "small"));
        box.getStyleClass().add("explained");
        return box;
    }

    /**
     * A small table of words and numbers; where the page is too narrow for it, it scrolls sideways, and only it.
     *
     * @param head of the columns; the first column holds words, the others numbers
     */
    static ScrollPane table(List<String> head, List<List<String>> rows) {
        GridPane table = new GridPane();
        table.getStyleClass().add("count-table");
        table.setMaxWidth(Region.USE_PREF_SIZE);
        for (int c = 0; c < head.size(); c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(c == 0 ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
            table.add(text(head.get(c), "strong"), c, 0);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                Label cell = new Label(rows.get(r).get(c));
                cell.setMinWidth(Region.USE_PREF_SIZE);
                cell.getStyleClass().add(c == 0 ? "word" : "figure");
                table.add(cell, c, r + 1);
            }
        }
        return sideways(table);
    }

    private static ScrollPane sideways(GridPane table) {
        ScrollPane pane = new ScrollPane(table);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFitToHeight(true);
        pane.setMinWidth(0);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.getStyleClass().addAll("edge-to-edge", "table-pane");
        pane.setFocusTraversable(false);
        pane.viewportBoundsProperty() // by keyboard it is only reached where there is something to scroll
                .subscribe(seen -> pane.setFocusTraversable(table.getWidth() > seen.getWidth() + 1));
        return pane;
    }

    /** Room for tables beside each other, as many as fit. */
    static FlowPane tables() {
        FlowPane tables = new FlowPane();
        tables.getStyleClass().add("count-tables");
        tables.setMinWidth(0);
        return tables;
    }

    /** Puts something beside the other tables, no wider than the page. */
    static void beside(FlowPane tables, Node... content) {
        VBox box = new VBox(content);
        box.maxWidthProperty().bind(tables.widthProperty());
        tables.getChildren().add(box);
    }

    /** Shows or hides a node, and gives its room away with it. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
