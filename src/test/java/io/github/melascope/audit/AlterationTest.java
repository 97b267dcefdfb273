package io.github.melascope.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlterationTest {
    private static final int SIDE = 224;
    private static final RgbImage LESION = SyntheticLesions.draw(3, Diagnosis.NV, SIDE);

    @ParameterizedTest
    @EnumSource(Alteration.class)
    void eachKeepsTheSizeChangesTheImageAndIsTheSameForASeed(Alteration alteration) {
        int[] before = LESION.pixels().clone();
        RgbImage changed = alteration.apply(LESION, 5);
        assertEquals(SIDE, changed.width());
        assertEquals(SIDE, changed.height());
        assertArrayEquals(before, LESION.pixels(), "the original stays");
        assertFalse(Arrays.equals(before, changed.pixels()));
        assertArrayEquals(changed.pixels(), alteration.apply(LESION, 5).pixels());
    }

    @Test
    void turnsAndMirrorsAreExact() {
        RgbImage turned = LESION;
        for (int i = 0; i < 4; i++) {
            turned = Alteration.QUARTER_TURN.apply(turned, 1);
        }
        assertArrayEquals(LESION.pixels(), turned.pixels());
        assertEquals(
                LESION.pixel(0, SIDE - 1),
                Alteration.QUARTER_TURN.apply(LESION, 1).pixel(0, 0),
                "clockwise");
        assertArrayEquals(
                Alteration.HALF_TURN.apply(LESION, 1).pixels(),
                Alteration.MIRROR
                        .apply(Alteration.UPSIDE_DOWN.apply(LESION, 1), 1)
                        .pixels());
        assertArrayEquals(
                LESION.pixels(),
                Alteration.THREE_QUARTER_TURN
                        .apply(Alteration.QUARTER_TURN.apply(LESION, 1), 1)
                        .pixels());
    }

    @ParameterizedTest
    @EnumSource(names = {"RULER", "INK", "PATCH"})
    void anArtefactLiesWhereItSaysAndNotInTheMiddle(Alteration artefact) {
        for (long seed = 0; seed < 12; seed++) {
            RgbImage changed = artefact.apply(LESION, seed);
            Pasted.Place place = artefact.place(seed);
            double x = 0;
            double y = 0;
            int count = 0;
            for (int i = 0; i < changed.pixels().length; i++) {
                if (changed.pixels()[i] != LESION.pixels()[i]) {
                    x += (i % SIDE + 0.5) / SIDE;
                    int row = i / SIDE;
                    y += (row + 0.5) / SIDE;
                    count++;
                }
            }
            assertEquals(place.x(), x / count, 0.05, "seed " + seed);
            assertEquals(place.y(), y / count, 0.05, "seed " + seed);
            assertEquals(LESION.pixel(SIDE / 2, SIDE / 2), changed.pixel(SIDE / 2, SIDE / 2));
        }
    }

    @Test
    void anotherSeedDrawsOtherHairs() {
        long different = 0;
        for (long seed = 1; seed < 12; seed++) {
            boolean same = Arrays.equals(
                    Alteration.HAIR.apply(LESION, 0).pixels(),
                    Alteration.HAIR.apply(LESION, seed).pixels());
            different += same ? 0 : 1;
        }
        assertEquals(11, different);
    }

    @Test
    void lightAndFocusDoWhatTheySay() {
        RgbImage grey = flat(100);
        assertEquals(0x737373, Alteration.BRIGHTER.apply(grey, 1).pixel(9, 9));
        assertEquals(0x555555, Alteration.DARKER.apply(grey, 1).pixel(9, 9));
        assertEquals(0x646464, Alteration.BLUR.apply(grey, 1).pixel(0, 0), "blur leaves what is flat");
        assertEquals(0, Alteration.CORNERS.apply(grey, 1).pixel(0, 0));
        assertEquals(0x646464, Alteration.CORNERS.apply(grey, 1).pixel(SIDE / 2, SIDE / 2));
        int corner = Alteration.VIGNETTE.apply(grey, 1).pixel(0, 0) & 0xFF;
        assertTrue(corner > 40 && corner < 65, "a corner of " + corner);
        RgbImage spot = flat(0);
        spot.pixels()[100 * SIDE + 100] = 0xFFFFFF;
        RgbImage blurred = Alteration.BLUR.apply(spot, 1);
        assertEquals(255 * 36 / 256.0, blurred.pixel(100, 100) & 0xFF, 1);
        assertEquals(255 * 24 / 256.0, blurred.pixel(101, 100) & 0xFF, 1);
    }

    private static RgbImage flat(int level) {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, level * 0x010101);
        return new RgbImage(SIDE, SIDE, pixels);
    }
}
