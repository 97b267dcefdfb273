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
    private final Label name = new Label();
    private final Label text = new Label();
    private boolean tight;
    private String threshold = "";

    ThresholdBar(Words words, DashboardModel model) {
        this.words = words;
        this.numbers = new Numbers(words);
        name.setText(words.of("dashboard.threshold"));
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

    /** Where there is little room the threshold stands in the slider's own row; what it does stands in the figures below. */
    void tight(boolean now) {
        tight = now;
        text.setVisible(!now);
        text.setManaged(!now);
        name();
    }

    private void name() {
        name.setText(
                tight && !threshold.isEmpty()
                        ? words.of("dashboard.threshold.now", threshold)
                        : words.of("dashboard.threshold"));
    }

    void show(Points points) {
        threshold = numbers.threshold(points.threshold());
        name();
        slider.show(points.threshold());
        BinaryCounts counts = points.counts();
        long called = counts.truePositives() + counts.falsePositives();
        text.setText(words.of(
                "dashboard.threshold.text",
                threshold,
                numbers.share(counts.recall()),
                numbers.share(counts.specificity()),
                called,
                counts.positives() + counts.negatives()));
        slider.setAccessibleHelp(text.getText());
    }
}
