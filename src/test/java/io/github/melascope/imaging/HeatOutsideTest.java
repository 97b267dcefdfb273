package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import org.junit.jupiter.api.Test;

class HeatOutsideTest {
    private static final int SIDE = 96;
    private static final int CELLS = 7;

    /** The left part of the frame. */
    private static LesionMask left(double share) {
        boolean[] inside = new boolean[SIDE * SIDE];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i % SIDE < share * SIDE;
        }
        return new LesionMask(SIDE, inside);
    }

    private static HeatMap heat(int... hot) {
        float[] values = new float[CELLS * CELLS];
        for (int cell : hot) {
            values[cell] = 1;
        }
        return new HeatMap(CELLS, CELLS, values, hot.length == 0, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }

    private static int cell(int column, int row) {
        return row * CELLS + column;
    }

    @Test
    void heatWithinIsNotOutside() {
        assertEquals(0, HeatOutside.share(heat(cell(1, 3)), left(0.5)));
    }

    @Test
    void heatBeyondIsOutside() {
        assertEquals(1, HeatOutside.share(heat(cell(5, 3)), left(0.5)), 1e-9);
    }

    @Test
    void whatIsNearerThanHalfACellIsNotOutside() {
        assertEquals(0, HeatOutside.share(heat(cell(3, 3)), left(0.5)), 0.02);
    }

    @Test
    void ofTwoPlacesEachCountsByItsHeat() {
        double share = HeatOutside.share(heat(cell(0, 3), cell(6, 3)), left(0.5));
        assertEquals(0.5, share, 0.02);
    }

    @Test
    void aFlatMapHasNoHeatToLieAnywhere() {
        assertEquals(0, HeatOutside.share(heat(), left(0)));
    }

    @Test
    void aMaskKnowsItsShareAndItsEdges() {
        LesionMask mask = left(0.25);
        assertEquals(0.25, mask.share(), 1e-9);
        assertTrue(mask.contains(0, 1));
        assertFalse(mask.contains(1, 0));
    }
}
