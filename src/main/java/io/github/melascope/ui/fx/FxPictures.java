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
