package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadesOfGrayTest {
    private static final ShadesOfGray USUAL = new ShadesOfGray(6);

    private static RgbImage lesion() {
        return SyntheticLesions.draw(5, 0, Diagnosis.NV, 120, 90);
    }

    /** The image under a lamp of that colour. */
    private static RgbImage under(double red, double green, double blue, RgbImage image) {
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = image.pixels()[i];
            pixels[i] = (int) Math.round((rgb >> 16 & 255) * red) << 16
                    | (int) Math.round((rgb >> 8 & 255) * green) << 8
                    | (int) Math.round((rgb & 255) * blue);
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    /** numpy: e = (I ** 6).mean(0) ** (1 / 6); (I / (3 ** .5 * e / np.linalg.norm(e))).round().clip(0, 255) */
    @Test
    void fourPixelsAsNumpyHasThem() {
        RgbImage image = new RgbImage(2, 2, new int[] {0x804020, 0xC08060, 0x102030, 0xFFC080});
        int[] expected = {0x634331, 0x958694, 0x0C214A, 0xC6C9C6};
        assertArrayEquals(expected, USUAL.of(image).pixels());
    }

    /** The mean of each channel: 100, 50 and 150, whose quadratic mean is 108.01. */
    @Test
    void withNormOneItIsGrayWorld() {
        RgbImage image = new RgbImage(2, 1, new int[] {60 << 16 | 20 << 8 | 100, 140 << 16 | 80 << 8 | 200});
        assertArrayEquals(
                new int[] {65 << 16 | 43 << 8 | 72, 151 << 16 | 173 << 8 | 144},
                new ShadesOfGray(1).of(image).pixels());
    }

    @Test
    void theLampsColourGoesAndTheLesionStays() {
        RgbImage daylight = USUAL.of(lesion());
        RgbImage bulb = USUAL.of(under(0.95, 0.8, 0.55, lesion()));
        double worst = 0;
        long[] sums = new long[2];
        for (int i = 0; i < daylight.pixels().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int one = daylight.pixels()[i] >> shift & 255;
                int other = bulb.pixels()[i] >> shift & 255;
                sums[0] += one;
                sums[1] += other;
            }
        }
        double gain = sums[1] / (double) sums[0]; // the lamp's brightness is not taken out, its colour is
        for (int i = 0; i < daylight.pixels().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int one = daylight.pixels()[i] >> shift & 255;
                int other = bulb.pixels()[i] >> shift & 255;
                worst = one == 255 || other == 255 ? worst : Math.max(worst, Math.abs(other - gain * one));
            }
        }
        assertEquals(0, worst, 3, "levels, of 255");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 6, 16})
    void greyStaysAndBlackStays(double norm) {
        RgbImage grey = new RgbImage(2, 2, new int[] {0x202020, 0x808080, 0xFFFFFF, 0x000000});
        assertArrayEquals(grey.pixels(), new ShadesOfGray(norm).of(grey).pixels());
        RgbImage black = new RgbImage(1, 1, new int[] {0});
        assertArrayEquals(black.pixels(), new ShadesOfGray(norm).of(black).pixels());
        RgbImage red = new RgbImage(1, 2, new int[] {0x900000, 0x400000});
        for (int pixel : new ShadesOfGray(norm).of(red).pixels()) {
            assertEquals(0, pixel & 0xFFFF);
        }
    }

    @Test
    void noneIsTheImageItself() {
        RgbImage image = lesion();
        assertSame(image, ShadesOfGray.NONE.of(image));
        for (double norm : new double[] {-1, 0.5, 17, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new ShadesOfGray(norm));
        }
    }
}
