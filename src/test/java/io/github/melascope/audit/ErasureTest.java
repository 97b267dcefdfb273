package io.github.melascope.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final int SIDE = 112;
    private static final int DARK = 0x3C2814;

    /** Skin that gets brighter to the right, with a dark disc. */
    private static RgbImage image() {
        int[] pixels = new int[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = disc(i) ? DARK : skin(i % SIDE);
        }
        return new RgbImage(SIDE, SIDE, pixels);
    }

    private static int skin(int column) {
        return (150 + column / 2) << 16 | (110 + column / 2) << 8 | (90 + column / 2);
    }

    private static boolean disc(int i) {
        return Math.hypot(i % SIDE - 60, i / SIDE - 50) < 20;
    }

    private static LesionMask mask() {
        boolean[] inside = new boolean[SIDE * SIDE];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = disc(i);
        }
        return new LesionMask(SIDE, inside);
    }

    @Test
    void theLesionBecomesTheSkinAroundIt() {
        for (Erasure erasure : new Erasure[] {Erasure.LESION, Erasure.BOX}) {
            RgbImage filled = erasure.apply(image(), mask());
            for (int i = 0; i < SIDE * SIDE; i++) {
                int wanted = (skin(i % SIDE) >> 8) & 0xFF;
                int found = (filled.pixels()[i] >> 8) & 0xFF;
                assertEquals(wanted, found, 3, erasure + " at " + i % SIDE + ", " + i / SIDE);
            }
        }
    }

    @Test
    void theBackgroundBecomesOneColourAndTheLesionStays() {
        RgbImage kept = Erasure.BACKGROUND.apply(image(), mask());
        int colour = kept.pixel(0, 0);
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertEquals(disc(i) ? DARK : colour, kept.pixels()[i]);
        }
        assertTrue((colour >> 16) > 150 && (colour >> 16) < 206, "skin, not lesion");
    }

    @Test
    void aFrameFullOfLesionIsFilledToo() {
        boolean[] all = new boolean[16];
        java.util.Arrays.fill(all, true);
        RgbImage filled = Erasure.LESION.apply(image(), new LesionMask(4, all));
        assertEquals(filled.pixel(0, 0), filled.pixel(60, 50), "one colour, since there is no skin");
    }
}
