package io.github.melascope.ui.fx;

import io.github.melascope.lesion.RgbImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Our pixels as pictures of the toolkit. Any thread may make one. */
public final class FxPictures {
    private static final int OPAQUE = 0xFF000000;

    private FxPictures() {}

    /** The pixels of a picture, transparent parts on white. */
    public static RgbImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            int white = 255 - (pixels[i] >>> 24);
            pixels[i] = (pixels[i] & 0xFFFFFF) + white * 0x010101; // premultiplied, so this cannot overflow a channel
        }
        return new RgbImage(width, height, pixels);
    }

    /** A picture of the same size; its pixels are a copy. */
    public static Image of(RgbImage image) {
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.pixels()[i] | OPAQUE;
        }
        return new WritableImage(new PixelBuffer<>(
                image.width(), image.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
