package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A confusion matrix whose cells open their images; one of them is in the way of the Tab key, arrows go to the others. */
final class MatrixPane extends VBox {
    private static final double MUCH = 0.5;
    private static final double SOME = 0.1;

    private final Words words;
    private final Numbers numbers;
    private final List<Header> rows;
    private final List<Header> columns;
    private final Button[][] cells;
    private final ToggleGroup group = new ToggleGroup();
    private long[][] counts;

    /** What a cell shows. */
    private enum Show {
        COUNTS,
        ROWS,
        COLUMNS
    }

    /** Name of a row or column: short beside it, long when read aloud. */
    record Header(String brief, String full) {}

    /** Hears which cell was opened. */
    interface Opened {
        void cell(int row, int column);
    }

    /** @param id of the first cell: {@code id-0-0}, and so on */
    MatrixPane(Words words, String id, List<Header> rows, List<Header> columns, Opened opened) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.rows = rows;
        this.columns = columns;
        this.cells = new Button[rows.size()][columns.size()];
        this.counts = new long[rows.size()][columns.size()];
        getStyleClass().add("matrix");
        getChildren().addAll(choice(), grid(id, opened));
    }

    private Node choice() {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("matrix-choice");
        for (Show show : Show.values()) {
            ToggleButton button = new ToggleButton(words.of("dashboard.show", show));
            button.getStyleClass().add("small");
            button.setUserData(show);
            button.setToggleGroup(group);
            button.setSelected(show == Show.COUNTS);
            bar.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
            fill();
        });
        return bar;
    }

    private GridPane grid(String id, Opened opened) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("matrix-grid");
        grid.getColumnConstraints().add(new ColumnConstraints());
        for (int c = 0; c < columns.size(); c++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setPercentWidth(-1);
            grid.getColumnConstraints().add(wide);
            grid.add(header(columns.get(c)), c + 1, 0);
        }
        for (int r = 0; r < rows.size(); r++) {
            grid.add(header(rows.get(r)), 0, r + 1);
            for (int c = 0; c < columns.size(); c++) {
                Button cell = new Button();
                cell.setId(id + "-" + r + "-" + c);
                cell.getStyleClass().add("matrix-cell");
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.setFocusTraversable(r == 0 && c == 0);
                cell.setMnemonicParsing(false);
                int row = r;
                int column = c;
                cell.setOnAction(event -> opened.cell(row, column));
                cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> go(event, row, column));
                cells[r][c] = cell;
                grid.add(cell, c + 1, r + 1);
            }
        }
        return grid;
    }

    private static Label header(Header header) {
        Label label = new Label(header.brief());
        label.getStyleClass().add("matrix-header");
        label.setWrapText(true);
        label.setAlignment(Pos.CENTER);
        label.setMaxWidth(Double.MAX_VALUE);
        if (!header.brief().equals(header.full())) {
            label.setTooltip(new Tooltip(header.full()));
        }
        return label;
    }

    private void go(KeyEvent event, int row, int column) {
        int r = row;
        int c = column;
        KeyCode key = event.getCode();
        if (key == KeyCode.ENTER) {
            cells[row][column].fire();
            event.consume();
            return;
        }
        switch (key) {
            case UP -> r--;
            case DOWN -> r++;
            case LEFT -> c--;
            case RIGHT -> c++;
            default -> {
                return;
            }
        }
        event.consume();
        if (r >= 0 && r < rows.size() && c >= 0 && c < columns.size()) {
            cells[row][column].setFocusTraversable(false);
            cells[r][c].setFocusTraversable(true);
            cells[r][c].requestFocus();
        }
    }

    /** @param now as many rows and columns as there are headers */
    void show(long[][] now) {
        counts = now;
        fill();
    }

    private void fill() {
        Show show = group.getSelectedToggle() == null
                ? Show.COUNTS
                : (Show) group.getSelectedToggle().getUserData();
        long[] rowSums = new long[rows.size()];
        long[] columnSums = new long[columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                rowSums[r] += counts[r][c];
                columnSums[c] += counts[r][c];
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                fill(cells[r][c], r, c, show, share(counts[r][c], rowSums[r]), share(counts[r][c], columnSums[c]));
            }
        }
    }

    private void fill(Button cell, int r, int c, Show show, double ofRow, double ofColumn) {
        cell.setText(
                switch (show) {
                    case COUNTS -> words.number((double) counts[r][c], 0);
                    case ROWS -> numbers.share(ofRow);
                    case COLUMNS -> numbers.share(ofColumn);
                });
        double shade = show == Show.COLUMNS ? ofColumn : ofRow;
        String style = shade >= MUCH ? "much" : shade >= SOME ? "some" : "little";
        if (!cell.getStyleClass().contains(style)) {
            cell.getStyleClass().removeAll("much", "some", "little");
            cell.getStyleClass().add(style);
        }
        cell.setAccessibleText(words.of(
                "dashboard.cell.aloud",
                rows.get(r).full(),
                columns.get(c).full(),
                counts[r][c],
                numbers.share(ofRow),
                numbers.share(ofColumn)));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
