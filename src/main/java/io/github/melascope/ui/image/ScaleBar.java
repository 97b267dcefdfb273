package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bar of round length, with the length written over it. */
final class ScaleBar extends VBox {
    private static final double MICROMETRES_PER_MILLIMETRE = 1000;
    private static final double SHORTEST_VIEW = 80;
    private static final double LONGEST = 160;

    private final Words words;
    private final Label text = new Label();
    private final Region bar = new Region();

    ScaleBar(Words words) {
        this.words = words;
        getStyleClass().addAll("image-chip", "scale-bar");
        bar.getStyleClass().add("scale-bar-line");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        getChildren().addAll(text, bar);
        setVisible(false);
    }

    /**
     * @param micrometresPerUnit length that a unit of the toolkit shows; empty when it is not known: then there is no bar
     * @param room units of the toolkit that the view is wide
     */
    void show(OptionalDouble micrometresPerUnit, double room) {
        setVisible(micrometresPerUnit.isPresent() && room >= SHORTEST_VIEW);
        if (isVisible()) {
            double longest = Math.min(LONGEST, room / 3);
            double length = roundBelow(longest * micrometresPerUnit.getAsDouble());
            double width = length / micrometresPerUnit.getAsDouble();
            bar.setMinWidth(width);
            bar.setMaxWidth(width);
            text.setText(text(words, length));
        }
    }

    /** The largest of …, 1, 2, 5, 10, 20, 50, … that is not above the given length. */
    static double roundBelow(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double digit = length / power;
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }

    /** {@code "200 µm"}, {@code "5 mm"}. */
    static String text(Words words, double micrometres) {
        return micrometres < MICROMETRES_PER_MILLIMETRE
                ? words.of("image.micrometres", words.number(micrometres, micrometres < 1 ? 1 : 0))
                : words.of("image.millimetres", words.number(micrometres / MICROMETRES_PER_MILLIMETRE, 0));
    }
}
