package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResizerTest {
    /** First rows of {@code Image.fromarray(...).resize((8, 5), Image.BILINEAR)}, Pillow 9.4, of the pattern below. */
    private static final String PILLOW_DOWN = """
            7a1939 805f6b 7d8572 7e8477 81786f 7d7474 818d7b 82809b
            87296b 806f85 818b7d 7e8682 7e8482 7f807e 807680 7b7379
            833c72 80817d 7e8075 807f7d 817884 828f8a 7f7285 7b727e
            """;

    /** The same of {@code resize((14, 11), Image.BILINEAR)}. */
    private static final String PILLOW_UP = """
            000007 110007 290107 410307 590607 700907 880e07 a01307 b81907 cf2007 a72707 1a3007 173907 284007
            050107 160108 2e020a 46040b 5e070c 750a0e 8d0f0f a51411 bd1a12 d42114 ac2815 1f3116 1c3a18 2d4119
            0c0307 1d0309 35040d 4d0611 650914 7c0c17 94111b ac161f c41c22 db2326 b32a29 26332c 233c30 344333
            """;

    @Test
    void agreesWithPillowWithinOneLevel() {
        assertClose(PILLOW_DOWN, Resizer.resize(pattern(50, 31), 8, 5));
        assertClose(PILLOW_UP, Resizer.resize(pattern(9, 7), 14, 11));
    }

    @Test
    void aHalfIsTheMeanOfFour() {
        RgbImage odd = new RgbImage(3, 3, new int[] {
            0x000000, 0xFF0003, 0x0A0B0C, 0x0100FF, 0x020304, 0x0C0D0E, 0x111111, 0x222222, 0x7F80FE
        });
        RgbImage half = Resizer.halved(odd);
        assertEquals(2, half.width());
        assertEquals(2, half.height());
        assertEquals(0x410142, half.pixel(0, 0));
        assertEquals(0x0B0C0D, half.pixel(1, 0));
        assertEquals(0x1A1A1A, half.pixel(0, 1));
        assertEquals(0x7F80FE, half.pixel(1, 1));
    }

    @Test
    void aPlainColourStaysThatColour() {
        int[] pixels = new int[123 * 77];
        Arrays.fill(pixels, 0xFD8003);
        RgbImage plain = new RgbImage(123, 77, pixels);
        for (int size : new int[] {1, 7, 76, 124, 300}) {
            assertTrue(Arrays.stream(Resizer.resize(plain, size, size).pixels()).allMatch(p -> p == 0xFD8003));
        }
    }

    @Test
    void mirroringBeforeOrAfterIsTheSame() {
        RgbImage image = pattern(97, 64);
        RgbImage first = Resizer.resize(Orientation.upright(image, 2), 31, 20);
        assertArrayEquals(
                first.pixels(),
                Orientation.upright(Resizer.resize(image, 31, 20), 2).pixels());
    }

    @Test
    void theSameSizeIsTheSameImage() {
        RgbImage image = pattern(20, 10);
        assertSame(image, Resizer.resize(image, 20, 10));
    }

    @Test
    void noSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Resizer.resize(pattern(2, 2), 0, 4));
    }

    private static RgbImage pattern(int width, int height) {
        return new RgbImage(
                width,
                height,
                IntStream.range(0, width * height)
                        .map(i -> patternPixel(i % width, i / width))
                        .toArray());
    }

    private static int patternPixel(int x, int y) {
        return (((x * 37 + y * 11) & 0xFF) << 16) | (((x * x + 3 * y) & 0xFF) << 8) | ((x * y * 5 + 7) & 0xFF);
    }

    private static void assertClose(String rows, RgbImage image) {
        String[] wanted = rows.strip().split("\\s+", -1);
        assertEquals(0, wanted.length % image.width());
        for (int i = 0; i < wanted.length; i++) {
            int pixel = Integer.parseInt(wanted[i], 16);
            for (int shift = 0; shift < 24; shift += 8) {
                int away = ((pixel >> shift) & 0xFF) - ((image.pixels()[i] >> shift) & 0xFF);
                assertTrue(Math.abs(away) <= 1, "pixel " + i + " is " + Integer.toHexString(image.pixels()[i]));
            }
        }
    }
}
