package io.github.melascope.ui.training;

import io.github.melascope.app.FairComparison;
import io.github.melascope.base.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The new model against the shipped one, or why the two cannot be compared. */
final class ComparisonPane extends VBox {
    private final Words words;

    ComparisonPane(Words words, Optional<FairComparison> comparison) {
        this.words = words;
        getStyleClass().add("training-content");
        setId("result-comparison");
        comparison.ifPresent(this::show);
    }

    private void show(FairComparison comparison) {
        getChildren().add(Parts.section(words.of("training.compare.title", comparison.other())));
        String verdict = comparison.verdict().name().toLowerCase(Locale.ROOT);
        getChildren()
                .add(Parts.text(words.of(
                        "training.compare." + verdict,
                        comparison.other(),
                        comparison.images(),
                        comparison.testImages())));
        if (comparison.rows().isEmpty()) {
            return;
        }
        Node table = Parts.table(
                List.of(
                        words.of("training.result.figure"),
                        words.of("training.compare.new"),
                        comparison.other(),
                        words.of("training.compare.difference"),
                        words.of("training.result.interval")),
                comparison.rows().stream().map(this::row).toList());
        table.setId("comparison-table");
        getChildren().addAll(table, Parts.text(words.of("training.compare.reading"), "text-muted"));
    }

    private List<String> row(FairComparison.Row row) {
        return List.of(
                words.of("dashboard.measure", row.measure()),
                words.number(row.mine(), 3),
                words.number(row.others(), 3),
                (row.difference().value() > 0 ? "+" : "")
                        + words.number(row.difference().value(), 3),
                FiguresPane.interval(words, row.difference()));
    }
}
