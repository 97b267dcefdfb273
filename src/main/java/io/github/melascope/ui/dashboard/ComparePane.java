package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.report.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two models on the same images. */
final class ComparePane extends VBox {
    private final Words words;
    private final Sheets sheets;
    private final Consumer<Selection> open;

    ComparePane(Words words, Consumer<Selection> open) {
        this.words = words;
        this.sheets = new Sheets(words);
        this.open = open;
        getStyleClass().add("values");
    }

    void show(Comparing.State state) {
        getChildren().setAll(content(state));
    }

    private List<Node> content(Comparing.State state) {
        if (state instanceof Comparing.State.Compared compared) {
            return List.of(
                    table(compared),
                    only(compared),
                    text(sheets.comparison(compared).note()));
        }
        if (state instanceof Comparing.State.Coming coming) {
            boolean known = coming.total() > 0;
            return List.of(text(
                    known
                            ? words.of("dashboard.compare.progress", coming.other(), coming.done(), coming.total())
                            : words.of("dashboard.compare.coming", coming.other())));
        }
        if (state instanceof Comparing.State.NothingShared nothing) {
            return List.of(text(words.of("dashboard.compare.nothing", nothing.other())));
        }
        return state instanceof Comparing.State.Failed failed
                ? List.of(text(failed.problem().message(words)))
                : List.of();
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node table(Comparing.State.Compared compared) {
        Sheet sheet = sheets.comparison(compared);
        TablePane table = new TablePane(sheet.head());
        for (int i = 0; i < sheet.rows().size(); i++) {
            Selection images = FigureTiles.images(BinaryMeasure.ALL.get(i));
            table.row("compare-" + i, sheet.rows().get(i).get(0), () -> open.accept(images));
            table.fill(i, sheet.rows().get(i).subList(1, sheet.head().size()));
        }
        return table;
    }

    private Node only(Comparing.State.Compared compared) {
        String first = compared.first();
        String second = compared.other().spec().id();
        FlowPane bar = new FlowPane(
                only(
                        "compare-first",
                        first,
                        second,
                        compared.comparison().disagreements().onlyFirst()),
                only(
                        "compare-second",
                        second,
                        first,
                        compared.comparison().disagreements().onlySecond()));
        bar.getStyleClass().add("matrix-choice");
        return bar;
    }

    private Button only(String id, String right, String wrong, List<String> images) {
        Button button = new Button(words.of("dashboard.compare.only", right, images.size()));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> open.accept(new Selection.OnlyOneRight(right, wrong, new HashSet<>(images))));
        return button;
    }
}
