package io.github.melascope.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static final double A4_WIDTH = 595.28;
    private static final double A4_HEIGHT = 841.89;

    /** Printable areas: A4 with usual margins, Letter, Letter landscape, A5, larger than the page. */
    @ParameterizedTest
    @CsvSource({"559, 806, 0.939", "576, 756, 0.898", "756, 576, 0.684", "400, 560, 0.665", "800, 1200, 1"})
    void thePageIsWholeInTheMiddleAndNeverEnlarged(double areaWidth, double areaHeight, double scale) {
        Placement place = Placement.of(A4_WIDTH, A4_HEIGHT, areaWidth, areaHeight);
        assertEquals(scale, place.width() / A4_WIDTH, 5e-4);
        assertEquals(A4_WIDTH / A4_HEIGHT, place.width() / place.height(), 1e-9, "the shape stays");
        assertTrue(place.left() >= 0 && place.left() + place.width() <= areaWidth + 1e-9);
        assertTrue(place.top() >= 0 && place.top() + place.height() <= areaHeight + 1e-9);
        assertEquals(areaWidth - place.left() - place.width(), place.left(), 1e-9);
        assertEquals(areaHeight - place.top() - place.height(), place.top(), 1e-9);
    }
}
