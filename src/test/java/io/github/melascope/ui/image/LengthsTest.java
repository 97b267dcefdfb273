package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words GERMAN = new Words(Locale.GERMAN);

    @ParameterizedTest
    @CsvSource({"1000,1000", "999.9,500", "2000,2000", "4999,2000", "5000,5000", "17,10", "0.3,0.2"})
    void barsAreOneTwoOrFive(double longest, double round) {
        assertEquals(round, ScaleBar.roundBelow(longest), round * 1e-9);
    }

    @Test
    void barsAreNeverShorterThanTwoFifthsOfTheRoom() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double longest = Math.pow(10, random.nextDouble(-1, 6));
            double round = ScaleBar.roundBelow(longest);
            assertTrue(round <= longest && round >= 0.4 * longest, longest + " gives " + round);
        }
    }

    @Test
    void lengthsHaveTheUnitThatKeepsThemShort() {
        assertEquals("200 µm", ScaleBar.text(ENGLISH, 200));
        assertEquals("1 mm", ScaleBar.text(ENGLISH, 1000));
        assertEquals("0,5 µm", ScaleBar.text(GERMAN, 0.5));
    }

    @Test
    void distancesAreInMillimetresOnceAPixelHasASize() {
        Distance distance = new Distance(new Point2D(10, 10), new Point2D(310, 410));
        assertEquals(500, distance.pixels());
        assertEquals("500 px", distance.text(ENGLISH, OptionalDouble.empty()));
        assertEquals("6.25 mm (500 px)", distance.text(ENGLISH, OptionalDouble.of(12.5)));
        assertEquals("6,25 mm (500 px)", distance.text(GERMAN, OptionalDouble.of(12.5)));
    }
}
