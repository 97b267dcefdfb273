package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the user says that a pixel shows, without the window: by the length of a measured line, or outright. Either text follows
 * the other.
 */
public final class ScaleEntry {
    private static final double MICROMETRES_PER_MILLIMETRE = 1000;

    private final Words words;
    private final int width;
    private final int height;
    private final OptionalDouble line;
    private final StringProperty length = new SimpleStringProperty("");
    private final StringProperty pixel = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private OptionalDouble value = OptionalDouble.empty();
    private boolean following;

    /**
     * @param width of the image in pixels
     * @param height of the image in pixels
     * @param line length of the measured line in pixels, above 0; empty when none is measured
     * @param known micrometres that a pixel shows, as far as is known
     */
    public ScaleEntry(Words words, int width, int height, OptionalDouble line, OptionalDouble known) {
        this.words = words;
        this.width = width;
        this.height = height;
        this.line = line;
        length.addListener((property, was, is) -> typed(is, MICROMETRES_PER_MILLIMETRE / line.orElse(1), pixel, 1));
        pixel.addListener((property, was, is) -> typed(is, 1, length, line.orElse(0) / MICROMETRES_PER_MILLIMETRE));
        known.ifPresent(micrometres -> pixel.set(words.number(micrometres, 2)));
    }

    /** @param toPixel factor from the typed number to micrometres a pixel */
    private void typed(String text, double toPixel, StringProperty other, double fromPixel) {
        if (following) {
            return;
        }
        OptionalDouble number = number(text);
        value = number.isPresent() ? OptionalDouble.of(number.getAsDouble() * toPixel) : number;
        following = true;
        other.set(value.isPresent() && fromPixel > 0 ? words.number(value.getAsDouble() * fromPixel, 2) : "");
        following = false;
        told.set(text.isBlank() ? "" : tell());
    }

    private String tell() {
        if (value.isEmpty()) {
            return words.of("image.scale.invalid");
        }
        double micrometres = value.getAsDouble();
        return usable().isEmpty()
                ? words.of(
                        "image.scale.impossible",
                        words.number(micrometres, micrometres < 1 ? 3 : 0),
                        words.number(Settings.SMALLEST_SCALE, 1),
                        words.number(Settings.LARGEST_SCALE, 0))
                : words.of(
                        "image.scale.then",
                        words.number(Math.max(width, height) * micrometres / MICROMETRES_PER_MILLIMETRE, 1));
    }

    /** With comma or point, whatever the language: a thousands mark makes no sense here. */
    private static OptionalDouble number(String text) {
        String plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,7}(\\.\\d{0,6})?")) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(plain);
        return number > 0 ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Micrometres that a pixel shows; empty as long as what was entered is no possible scale. */
    public OptionalDouble usable() {
        return value.isPresent()
                        && value.getAsDouble() >= Settings.SMALLEST_SCALE
                        && value.getAsDouble() <= Settings.LARGEST_SCALE
                ? value
                : OptionalDouble.empty();
    }

    /** Says that there is nothing to keep yet. */
    void miss() {
        told.set(value.isPresent() ? tell() : words.of("image.scale.invalid"));
    }

    /** Length of the measured line in millimetres, as text. */
    public StringProperty lengthProperty() {
        return length;
    }

    /** Micrometres a pixel, as text. */
    public StringProperty pixelProperty() {
        return pixel;
    }

    /** What the entry leads to, or why it cannot be. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Length of the measured line in pixels. */
    public OptionalDouble line() {
        return line;
    }
}
