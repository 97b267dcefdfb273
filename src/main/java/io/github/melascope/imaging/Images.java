package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;
import java.awt.image.BufferedImage;

/** Between {@link RgbImage} and AWT's image class, for drawing and for libraries that want the latter. */
public final class Images {
    private Images() {}

    /** A copy of type {@code TYPE_INT_RGB}. */
    public static BufferedImage toBuffered(RgbImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        buffered.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
        return buffered;
    }

    /**
     * A copy of any AWT image, transparent parts on white, stored gray values unchanged.
     *
     * @throws IllegalArgumentException when its samples have more than 16 bit
     */
    public static RgbImage fromBuffered(BufferedImage image) {
        try {
            return Pixels.toRgb(image);
        } catch (RefusedImage e) {
            throw new IllegalArgumentException(e.why().toString(), e);
        }
    }
}
