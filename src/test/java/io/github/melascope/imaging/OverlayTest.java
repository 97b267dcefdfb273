package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    private static final float[] RAMP = {0, 0.25f, 0.5f, 0.75f, 1};

    /** Entries 7, 40, 100, 128, 200 and 222 of matplotlib 3.6.3's tables of 256 colours. */
    @ParameterizedTest
    @CsvSource({
        "cividis,002859 273E6E 656870 7D7C78 C4B468 DCC859",
        "viridis,460B5E 453781 2A768E 21918C 70CF57 A8DB34",
        "inferno,030210 2F0A5B 902568 BC3754 FB9D07 F9C72F"
    })
    void colourMapsAgreeWithMatplotlib(String code, String colours) {
        ColorMap map = ColorMap.ofCode(code).orElseThrow();
        int[] entries = {7, 40, 100, 128, 200, 222};
        for (int i = 0; i < entries.length; i++) {
            int wanted = Integer.parseInt(colours.substring(7 * i, 7 * i + 6), 16);
            int found = map.rgb(entries[i] / 255.0);
            for (int shift = 0; shift < 24; shift += 8) {
                assertEquals((wanted >> shift) & 0xFF, (found >> shift) & 0xFF, 2, code + " " + entries[i]);
            }
        }
    }

    @Test
    void colourMapsGrowLighterAndTakeAnyNumber() {
        for (ColorMap map : ColorMap.values()) {
            for (int i = 1; i < 256; i++) {
                assertTrue(luma(map.rgb(i / 255.0)) >= luma(map.rgb((i - 1) / 255.0)) - 0.5, map + " " + i);
            }
            assertEquals(map.rgb(0), map.rgb(-3));
            assertEquals(map.rgb(1), map.rgb(7));
            assertEquals(map.rgb(0), map.rgb(Double.NaN));
        }
        assertEquals(Optional.empty(), ColorMap.ofCode("jet"));
    }

    @Test
    void heatIsSpreadBilinearly() {
        HeatMap map = map(5, 1, RAMP);
        float[] field = new HeatField(map).sampled(50, 10);
        assertEquals(0, field[0], 1e-6);
        assertEquals(0.25f / 10 * 0.5f, field[5], 1e-6);
        assertEquals(0.5f + 0.25f / 10 * 0.5f, field[25], 1e-6);
        assertEquals(1, field[49], 1e-6);
        assertArrayEquals(Arrays.copyOf(field, 50), Arrays.copyOfRange(field, 450, 500));
    }

    @Test
    void opacityGoesFromImageToHeat() {
        RgbImage image = TestImages.pattern(50, 10);
        HeatMap map = map(5, 1, RAMP);
        assertSame(image, Overlay.colour(image, map, ColorMap.CIVIDIS, 0));
        assertArrayEquals(
                Overlay.heat(map, ColorMap.CIVIDIS, 50, 10).pixels(),
                Overlay.colour(image, map, ColorMap.CIVIDIS, 1).pixels());
        int half = Overlay.colour(image, map, ColorMap.CIVIDIS, 0.5).pixel(49, 0);
        int mean = (((image.pixel(49, 0) >> 16) & 0xFF) + (ColorMap.CIVIDIS.rgb(1) >> 16)) / 2;
        assertEquals(mean, half >> 16, 1);
    }

    @Test
    void aFlatMapShowsNothing() {
        RgbImage image = TestImages.pattern(50, 10);
        HeatMap flat = new HeatMap(2, 2, new float[4], true, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
        assertSame(image, Overlay.colour(image, flat, ColorMap.VIRIDIS, 0.5));
        assertSame(image, Overlay.contour(image, flat, 0.5));
    }

    /** A map that is hot in the right half: the line runs down the middle, and only there do pixels change. */
    @Test
    void aContourRunsWhereTheLevelIs() {
        int[] dark = new int[200 * 100];
        RgbImage image = new RgbImage(200, 100, dark);
        RgbImage drawn = Overlay.contour(image, map(2, 1, new float[] {0, 1}), 0.5);
        for (int y = 0; y < 100; y++) {
            assertTrue(luma(drawn.pixel(100, y)) > 160, "row " + y);
            assertEquals(0, drawn.pixel(92, y));
            assertEquals(0, drawn.pixel(107, y));
        }
    }

    @Test
    void aContourShowsOnLightAndDarkGround() {
        for (int ground : new int[] {0xFFFFFF, 0x000000, 0xC89080}) {
            int[] pixels = new int[300 * 300];
            Arrays.fill(pixels, ground);
            RgbImage drawn = Overlay.contour(
                    new RgbImage(300, 300, pixels), map(3, 3, new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0}), 0.5);
            double strongest = Arrays.stream(drawn.pixels())
                    .mapToDouble(pixel -> Math.abs(luma(pixel) - luma(ground)))
                    .max()
                    .orElseThrow();
            assertTrue(strongest > 100, "only " + strongest + " on " + Integer.toHexString(ground));
            long changed =
                    Arrays.stream(drawn.pixels()).filter(p -> p != ground).count();
            assertTrue(changed < pixels.length * 0.06, changed + " pixels are covered");
        }
    }

    @Test
    void theLegendRunsFromZeroToOne() {
        RgbImage legend = Overlay.legend(ColorMap.INFERNO, 256, 4);
        assertEquals(ColorMap.INFERNO.rgb(0), legend.pixel(0, 3));
        assertEquals(ColorMap.INFERNO.rgb(1), legend.pixel(255, 0));
    }

    private static double luma(int rgb) {
        return 0.299 * ((rgb >> 16) & 0xFF) + 0.587 * ((rgb >> 8) & 0xFF) + 0.114 * (rgb & 0xFF);
    }

    private static HeatMap map(int width, int height, float[] values) {
        return new HeatMap(width, height, values, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }
}
