package io.github.melascope.ui.image;

import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.FxPictures;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/**
 * One image as pictures of the toolkit, each half as wide as the one before. The toolkit looks at four pixels for each one it
 * draws; so it must never reduce a picture to less than half, or hairs and dots would break up.
 *
 * @param width of the image, in pixels
 * @param height of the image, in pixels
 * @param levels the image itself, then its halves; two hundred pixels across are never halved
 */
record Picture(int width, int height, List<Image> levels) {
    private static final int SMALLEST_SIDE = 200;

    Picture {
        levels = List.copyOf(levels);
    }

    /** Makes the pictures, on any thread: tens of milliseconds for 12 megapixels. */
    static Picture of(RgbImage image) {
        List<Image> levels = new ArrayList<>();
        RgbImage level = image;
        levels.add(FxPictures.of(level));
        while (Math.min(level.width(), level.height()) > SMALLEST_SIDE) {
            level = Resizer.halved(level);
            levels.add(FxPictures.of(level));
        }
        return new Picture(image.width(), image.height(), levels);
    }

    /** The level to draw from: the smallest that need not be enlarged, the image itself when it is enlarged anyway. */
    int levelFor(double zoom) {
        int level = 0;
        while (level + 1 < levels.size() && zoom * (1 << (level + 1)) <= 1) {
            level++;
        }
        return level;
    }
}
