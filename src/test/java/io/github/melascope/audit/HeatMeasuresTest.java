package io.github.melascope.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeatMeasuresTest {
    private static final int SIDE = HeatMeasures.SIDE;
    /** The left half. */
    private static final LesionMask LEFT = new LesionMask(2, new boolean[] {true, false, true, false});

    private static float[] spot(int column, int row) {
        float[] field = new float[SIDE * SIDE];
        field[row * SIDE + column] = 1;
        return field;
    }

    @Test
    void sharesAndPointingFollowTheHeat() {
        float[] even = new float[SIDE * SIDE];
        Arrays.fill(even, 0.3f);
        assertEquals(0.5, HeatMeasures.shareInside(even, LEFT), 1e-6);
        assertEquals(1, HeatMeasures.shareInside(spot(3, 9), LEFT));
        assertEquals(1, HeatMeasures.pointing(spot(3, 9), LEFT));
        assertEquals(0, HeatMeasures.pointing(spot(20, 9), LEFT));
        assertEquals(0.5, HeatMeasures.shareInside(HeatMeasures.centrePrior(), LEFT), 1e-6);
        assertTrue(Double.isNaN(HeatMeasures.shareInside(new float[SIDE * SIDE], LEFT)));
        assertTrue(Double.isNaN(HeatMeasures.pointing(new float[SIDE * SIDE], LEFT)));
    }

    @Test
    void ranksAgreeAsTheyShould() {
        float[] rising = new float[SIDE * SIDE];
        float[] curved = new float[SIDE * SIDE];
        float[] falling = new float[SIDE * SIDE];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = i;
            curved[i] = (float) Math.exp(i / 100.0);
            falling[i] = -i;
        }
        assertEquals(1, HeatMeasures.rankCorrelation(rising, curved), 1e-9);
        assertEquals(-1, HeatMeasures.rankCorrelation(rising, falling), 1e-9);
        assertTrue(Double.isNaN(HeatMeasures.rankCorrelation(rising, new float[SIDE * SIDE])));
        assertEquals(1, HeatMeasures.rankCorrelation(spot(1, 1), spot(1, 1)), 1e-9);
        int others = SIDE * SIDE - 1; // two spots at different places: −1 / (n − 1)
        assertEquals(-1.0 / others, HeatMeasures.rankCorrelation(spot(1, 1), spot(2, 2)), 1e-9);
    }

    @Test
    void theHottestCellsGoFirst() {
        int[] order = HeatMeasures.hottestFirst(spot(5, 6));
        assertEquals(6 * SIDE + 5, order[0]);
        assertEquals(0, order[1], "of equals the earlier");
        RgbImage black = new RgbImage(56, 56, new int[56 * 56]);
        int[] white = new int[56 * 56];
        Arrays.fill(white, 0xFFFFFF);
        RgbImage mixed = HeatMeasures.mixed(black, new RgbImage(56, 56, white), order, 1);
        assertEquals(4, Arrays.stream(mixed.pixels()).filter(p -> p != 0).count(), "one cell of 2 × 2 pixels");
        assertEquals(0xFFFFFF, mixed.pixel(11, 13));
    }
}
