package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleEntryTest {
    private static ScaleEntry entry(Locale locale, OptionalDouble line, OptionalDouble known) {
        return new ScaleEntry(new Words(locale), 600, 450, line, known);
    }

    @Test
    void aLineOfKnownLengthGivesTheScale() {
        ScaleEntry entry = entry(Locale.ENGLISH, OptionalDouble.of(250), OptionalDouble.empty());
        entry.lengthProperty().set("5");
        assertEquals(20, entry.usable().orElseThrow(), 1e-9);
        assertEquals("20.00", entry.pixelProperty().get());
        assertTrue(
                entry.toldProperty().get().contains("12.0 mm"),
                entry.toldProperty().get());
    }

    @Test
    void theScaleItselfGivesTheLengthOfTheLine() {
        ScaleEntry entry = entry(Locale.GERMAN, OptionalDouble.of(250), OptionalDouble.empty());
        entry.pixelProperty().set("20,4");
        assertEquals(20.4, entry.usable().orElseThrow(), 1e-9);
        assertEquals("5,10", entry.lengthProperty().get());
    }

    @Test
    void theWholePrecisionIsKeptThoughTheOtherTextIsRounded() {
        ScaleEntry entry = entry(Locale.ENGLISH, OptionalDouble.of(333), OptionalDouble.empty());
        entry.lengthProperty().set("5");
        assertEquals(5000.0 / 333, entry.usable().orElseThrow(), 1e-12);
    }

    @Test
    void whatIsKnownIsShown() {
        ScaleEntry entry = entry(Locale.GERMAN, OptionalDouble.empty(), OptionalDouble.of(12.5));
        assertEquals("12,50", entry.pixelProperty().get());
        assertEquals(12.5, entry.usable().orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-3", "0", "0,0", "1e5", "1.2.3", "5000"})
    void whatIsNoPossibleScaleIsNotKept(String text) {
        ScaleEntry entry = entry(Locale.ENGLISH, OptionalDouble.of(250), OptionalDouble.of(20));
        entry.pixelProperty().set(text);
        assertTrue(entry.usable().isEmpty(), text);
        entry.miss();
        assertTrue(!entry.toldProperty().get().isBlank(), "it says why");
    }
}
