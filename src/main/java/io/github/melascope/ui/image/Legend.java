package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.settings.Settings.HeatLook;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** Says what colours or lines of a heat map mean. */
final class Legend extends Wrapping {
    private static final int STOPS = 33;

    private final Words words;
    private final Region scale = new Region();

    Legend(Words words) {
        this.words = words;
        getStyleClass().addAll("image-bar-group", "heat-legend");
        scale.getStyleClass().add("heat-scale");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(HeatLook look) {
        if (look.contour()) {
            showLines();
        } else {
            showColours(HeatLayer.colours(look));
        }
    }

    private void showLines() {
        getChildren().setAll(new Label(words.of("image.legend.lines")));
        for (int i = 0; i < HeatLayer.LEVELS.length; i++) {
            Region line = new Region();
            line.getStyleClass().addAll("contour-sample", i == 0 ? "thin" : "thick");
            StackPane swatch = new StackPane(line);
            swatch.getStyleClass().add("contour-swatch");
            HBox entry = new HBox(swatch, new Label(share(i)));
            entry.getStyleClass().add("image-bar-group");
            getChildren().add(entry);
        }
        setAccessibleText(words.of("image.legend.lines-aloud", share(0), share(1)));
    }

    private String share(int level) {
        return words.of("image.legend.at-least", words.number(100 * HeatLayer.LEVELS[level], 0));
    }

    private void showColours(ColorMap colours) {
        Stop[] stops = IntStream.range(0, STOPS)
                .mapToObj(i -> stop(colours, i / (STOPS - 1.0)))
                .toArray(Stop[]::new);
        scale.setBackground(new Background(new BackgroundFill(
                new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops), new CornerRadii(2), null)));
        getChildren().setAll(new Label(words.of("image.legend.low")), scale, new Label(words.of("image.legend.high")));
        setAccessibleText(words.of("image.legend.colours-aloud", words.of("image.colours", colours)));
    }

    private static Stop stop(ColorMap colours, double value) {
        int rgb = colours.rgb(value);
        return new Stop(value, Color.rgb((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF));
    }
}
