package io.github.melascope.lesion;

/**
 * A decoded image: upright, sRGB, 8 bit. The pixel array is handed over, not copied; nobody changes it afterwards.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param pixels row by row from the top left, each {@code 0x00RRGGBB}
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record RgbImage(int width, int height, int[] pixels) {
    public RgbImage {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels do not fill " + width + " × " + height);
        }
    }

    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }
}
