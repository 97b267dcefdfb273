package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.train.Augmenter;
import io.github.melascope.nn.train.PixelCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a training would see of an image, drawn by the very code that draws it then. */
public final class AugmentationPreview {
    private static final int SIZE = 224;

    private AugmentationPreview() {}

    /**
     * Views of one image, each drawn anew.
     *
     * @param count how many
     * @return images of 224 × 224 pixels
     */
    public static List<RgbImage> of(Path image, Recipe.Strength strength, long seed, int count)
            throws ProblemException {
        byte[] source = bytes(PixelCache.decode(image, SIZE));
        Augmenter augmenter = new Augmenter(strength.augmentation(), seed);
        List<RgbImage> views = new ArrayList<>();
        float[] drawn = new float[source.length];
        for (int view = 0; view < count; view++) {
            augmenter.draw(source, SIZE, view, 0, drawn);
            views.add(image(drawn));
        }
        return views;
    }

    /** An image as the network sees it, small. */
    public static RgbImage plain(Path image, int size) throws ProblemException {
        return PixelCache.decode(image, size);
    }

    private static byte[] bytes(RgbImage image) {
        byte[] bytes = new byte[3 * image.pixels().length];
        for (int i = 0; i < image.pixels().length; i++) {
            int rgb = image.pixels()[i];
            bytes[3 * i] = (byte) (rgb >> 16);
            bytes[3 * i + 1] = (byte) (rgb >> 8);
            bytes[3 * i + 2] = (byte) rgb;
        }
        return bytes;
    }

    private static RgbImage image(float[] drawn) {
        int[] pixels = new int[drawn.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    Math.round(drawn[3 * i]) << 16 | Math.round(drawn[3 * i + 1]) << 8 | Math.round(drawn[3 * i + 2]);
        }
        return new RgbImage(SIZE, SIZE, pixels);
    }
}
