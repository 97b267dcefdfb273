package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.PredictiveValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an answer is worth where melanoma is as frequent as the user says. */
final class ValuesPane extends VBox {
    private static final double RAREST = 0.001;
    private static final double MOST_FREQUENT = 0.9;

    private final Words words;
    private final Numbers numbers;
    private final Label prevalence = new Label();
    private final LogitSlider slider;
    private final TablePane table;
    private final Label thousand = new Label();

    ValuesPane(Words words, DashboardModel model, Consumer<Selection> open) {
        this.words = words;
        this.numbers = new Numbers(words);
        slider = new LogitSlider(RAREST, MOST_FREQUENT, model.prevalenceProperty()::set);
        slider.setId("prevalence");
        slider.setAccessibleText(words.of("dashboard.values.prevalence"));
        prevalence.getStyleClass().addAll("strong", "figure");
        table = new TablePane(
                List.of(words.of("dashboard.figure"), words.of("dashboard.value"), words.of("dashboard.interval")));
        table.row(
                "values-ppv",
                words.of("dashboard.values.ppv.brief"),
                () -> open.accept(Selection.Outcomes.ofAnswer(true)));
        table.row(
                "values-npv",
                words.of("dashboard.values.npv.brief"),
                () -> open.accept(Selection.Outcomes.ofAnswer(false)));
        table.row(
                "values-called",
                words.of("dashboard.values.called.brief"),
                () -> open.accept(Selection.Outcomes.ofAnswer(true)));
        thousand.setWrapText(true);
        thousand.setMinHeight(Region.USE_PREF_SIZE);
        Label note = new Label(words.of("dashboard.values.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("hint");
        getStyleClass().add("values");
        getChildren().addAll(prevalence, slider, thousand, table, note);
    }

    void show(Points points, Optional<Intervals.Values> intervals) {
        slider.show(points.prevalence());
        prevalence.setText(words.of("dashboard.values.prevalence") + ": " + numbers.threshold(points.prevalence()));
        Optional<Intervals.Values> same =
                intervals.filter(v -> v.threshold() == points.threshold() && v.prevalence() == points.prevalence());
        PredictiveValues values = points.values();
        row(0, values.ppv(), same.map(v -> numbers.shareInterval(v.ppv())));
        row(1, values.npv(), same.map(v -> numbers.shareInterval(v.npv())));
        row(2, values.called(), same.map(v -> numbers.shareInterval(v.called())));
        double found = points.prevalence() * points.counts().recall();
        thousand.setText(
                Double.isNaN(values.called()) || Double.isNaN(found)
                        ? ""
                        : words.of(
                                "dashboard.values.thousand",
                                words.number(1000 * values.called(), 0),
                                words.number(1000 * found, 0),
                                words.number(1000 * (points.prevalence() - found), 1)));
    }

    private void row(int row, double value, Optional<String> interval) {
        table.fill(row, List.of(numbers.share(value), interval.orElse(words.of("dashboard.pending"))));
    }
}
