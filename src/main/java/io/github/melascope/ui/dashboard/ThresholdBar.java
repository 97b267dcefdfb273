package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryCounts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The slider that moves everything at once, and what the threshold does in words. */
final class ThresholdBar extends VBox {
    private static final double LOWEST = 0.0005;

    private final Words words;
    private final Numbers numbers;
    private final LogitSlider slider;
    private final Label text = new Label();

    ThresholdBar(Words words, DashboardModel model) {
        this.words = words;
        this.numbers = new Numbers(words);
        Label name = new Label(words.of("dashboard.threshold"));
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        slider = new LogitSlider(LOWEST, 1 - LOWEST, model.thresholdProperty()::set);
        slider.setId("threshold");
        slider.setAccessibleText(words.of("dashboard.threshold"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Button usual = new Button(words.of("dashboard.threshold.usual"));
        usual.setId("threshold-usual");
        usual.getStyleClass().add("small");
        usual.setTooltip(new Tooltip(words.of("dashboard.threshold.usual.tip")));
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setOnAction(event -> model.usualThreshold());
        HBox row = new HBox(name, slider, usual);
        row.getStyleClass().add("dashboard-named");
        row.setAlignment(Pos.CENTER_LEFT);
        text.setId("threshold-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("figure");
        getChildren().addAll(row, text);
    }

    void show(Points points) {
        slider.show(points.threshold());
        BinaryCounts counts = points.counts();
        long called = counts.truePositives() + counts.falsePositives();
        text.setText(words.of(
                "dashboard.threshold.text",
                numbers.threshold(points.threshold()),
                numbers.share(counts.recall()),
                numbers.share(counts.specificity()),
                called,
                counts.positives() + counts.negatives()));
        slider.setAccessibleHelp(text.getText());
    }
}
