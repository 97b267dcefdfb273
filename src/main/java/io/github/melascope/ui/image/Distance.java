package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;

/**
 * A straight line on an image.
 *
 * @param from in pixels of the image, from its top left
 * @param to likewise
 */
public record Distance(Point2D from, Point2D to) {
    private static final double MICROMETRES_PER_MILLIMETRE = 1000;

    /** Its length in pixels of the image. */
    public double pixels() {
        return from.distance(to);
    }

    /** {@code "3.12 mm (412 px)"}, or only the pixels where their size is not known. */
    String text(Words words, OptionalDouble micrometresPerPixel) {
        String pixels = words.of("image.distance.pixels", words.number(pixels(), 0));
        if (micrometresPerPixel.isEmpty()) {
            return pixels;
        }
        double millimetres = pixels() * micrometresPerPixel.getAsDouble() / MICROMETRES_PER_MILLIMETRE;
        return words.of("image.distance.both", words.number(millimetres, 2), pixels);
    }
}
