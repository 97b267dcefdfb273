package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.report.Legend;
import io.github.melascope.report.Plot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A chart with its legend, what its cursor is on, and its keys. */
final class ChartCard extends VBox {
    private static final double USUAL_EM = 19;
    private static final double LEAST_EM = 12;
    /** Height of what stands over and under the chart. */
    private static final double AROUND_EM = 9;
    /** Size of the text under the chart, as the style sheet has it. */
    private static final double HINT = 0.9;

    private final Words words;
    private final PlotChart plot;
    private final Consumer<Selection> open;
    private final DoubleConsumer useThreshold;
    private final FlowPane legend = new FlowPane();
    private final Label place = new Label();

    /**
     * @param open shows the images of a mark
     * @param useThreshold works at a mark's threshold
     */
    ChartCard(
            Words words,
            Chart chart,
            List<Card.Export> exports,
            Consumer<Selection> open,
            DoubleConsumer useThreshold) {
        this.words = words;
        this.open = open;
        this.useThreshold = useThreshold;
        this.plot = new PlotChart(words, chart);
        legend.getStyleClass().add("legend");
        Label upright = new Label(chart.plot().y().name());
        upright.getStyleClass().add("hint");
        place.setWrapText(true);
        place.getStyleClass().addAll("plot-place", "hint");
        getChildren().add(new Card(words, chart.plot().title(), exports, upright, plot, legend, place));
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        plot.setOnMouseMoved(event -> plot.mark(plot.nearest(event.getSceneX(), event.getSceneY())));
        plot.setOnMouseExited(event -> {
            if (!plot.isFocused()) {
                plot.mark(Optional.empty());
            }
        });
        plot.setOnMouseClicked(event -> {
            plot.requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                plot.mark(plot.nearest(event.getSceneX(), event.getSceneY()));
                plot.markedProperty().get().ifPresent(mark -> open.accept(mark.selection()));
            }
        });
        plot.focusedProperty().subscribe(focused -> {
            if (!focused) {
                plot.mark(Optional.empty());
            }
            say();
        });
        plot.markedProperty().subscribe(mark -> say());
        show(chart);
    }

    void show(Chart chart) {
        plot.show(chart);
        legend.getChildren()
                .setAll(Legend.of(chart.plot()).stream().map(ChartCard::entry).toList());
        say();
    }

    private static HBox entry(Legend.Entry entry) {
        Region sign = new Region();
        sign.getStyleClass()
                .addAll(
                        "sign",
                        "sign-" + entry.sign().name().toLowerCase(Locale.ROOT),
                        "tone-" + entry.tone().name().toLowerCase(Locale.ROOT));
        HBox box = new HBox(sign, new Label(entry.name()));
        box.getStyleClass().add("legend-entry");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    void dots(List<Plot.Dot> dots) {
        if (!dots.equals(plot.chart().plot().dots())) {
            boolean named = plot.chart().plot().dots().isEmpty() != dots.isEmpty();
            plot.dots(dots);
            if (named) {
                legend.getChildren()
                        .setAll(Legend.of(plot.chart().plot()).stream()
                                .map(ChartCard::entry)
                                .toList());
            }
        }
    }

    void threshold(double probability) {
        plot.threshold(probability);
    }

    Chart chart() {
        return plot.chart();
    }

    /** Under the chart stands what the cursor is on; else what the keys do; else what the chart is. */
    private void say() {
        Plot shown = plot.chart().plot();
        boolean keys = plot.isFocused() && !plot.chart().marks().isEmpty();
        String text = plot.markedProperty()
                .get()
                .map(Chart.Mark::text)
                .orElse(keys ? words.of("dashboard.chart.keys") : shown.note() + opens(shown));
        place.setText(text);
        plot.setAccessibleHelp(words.of("dashboard.chart.opens"));
        plot.setAccessibleText(words.of("dashboard.chart.aloud", shown.title(), text));
    }

    private String opens(Plot shown) {
        return shown.id().equals("roc") && !plot.chart().marks().isEmpty()
                ? " " + words.of("dashboard.chart.opens")
                : "";
    }

    /** Lets the chart be no higher than what can be seen at once. */
    void fit(ObservableValue<Number> visible) {
        plot.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            double em = place.getFont().getSize() / HINT;
                            double room = visible.getValue().doubleValue() - AROUND_EM * em;
                            return Math.clamp(room, LEAST_EM * em, USUAL_EM * em);
                        },
                        visible,
                        place.fontProperty()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || plot.chart().marks().isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, UP -> step(1);
            case LEFT, DOWN -> step(-1);
            case HOME -> at(0);
            case END -> at(plot.chart().marks().size() - 1);
            case ENTER -> plot.markedProperty().get().ifPresent(mark -> open.accept(mark.selection()));
            case SPACE ->
                plot.markedProperty().get().ifPresent(mark -> mark.threshold().ifPresent(useThreshold));
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER || plot.markedProperty().get().isPresent()) {
            event.consume();
        }
    }

    private void step(int by) {
        int now = plot.markedProperty()
                .get()
                .map(mark -> plot.chart().marks().indexOf(mark) + by)
                .orElse(by > 0 ? 0 : plot.chart().marks().size() - 1);
        at(Math.clamp(now, 0, plot.chart().marks().size() - 1));
    }

    private void at(int index) {
        plot.mark(Optional.of(plot.chart().marks().get(index)));
    }
}
