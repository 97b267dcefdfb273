package io.github.melascope.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A small table whose rows open their images: a button in the first column, words in the others. */
final class TablePane extends ScrollPane {
    private final GridPane grid = new GridPane();
    private final List<List<Label>> cells = new ArrayList<>();
    private final int columns;

    /** @param head names of the columns */
    TablePane(List<String> head) {
        super();
        columns = head.size();
        grid.getStyleClass().add("figure-table");
        setContent(grid);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", "figure-scroll");
        // Where there is more than can be seen, the arrow keys scroll it.
        viewportBoundsProperty().subscribe(seen -> setFocusTraversable(grid.prefWidth(-1) > seen.getWidth() + 1));
        for (int c = 0; c < columns; c++) {
            Label label = new Label(head.get(c));
            label.getStyleClass().add("strong");
            label.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(label, c, 0);
        }
    }

    /** Adds a row with nothing but a name, over those that belong to it. */
    void heading(String name) {
        Label label = new Label(name);
        label.getStyleClass().addAll("hint", "table-heading");
        grid.add(label, 0, grid.getRowCount(), columns, 1);
    }

    /**
     * Adds a row.
     *
     * @param id of its button
     * @param name on the button
     */
    void row(String id, String name, Runnable open) {
        int row = grid.getRowCount();
        Button button = new Button(name);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "row-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> open.run());
        grid.add(button, 0, row);
        List<Label> labels = new ArrayList<>();
        for (int c = 1; c < columns; c++) {
            Label label = new Label();
            label.getStyleClass().add("figure");
            label.setMinWidth(Region.USE_PREF_SIZE);
            labels.add(label);
            grid.add(label, c, row);
        }
        cells.add(labels);
    }

    /** Fills a row, without its first column. */
    void fill(int row, List<String> texts) {
        List<Label> labels = cells.get(row);
        for (int c = 0; c < texts.size(); c++) {
            labels.get(c).setText(texts.get(c));
        }
    }
}
