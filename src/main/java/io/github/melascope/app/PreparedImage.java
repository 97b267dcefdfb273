package io.github.melascope.app;

import io.github.melascope.imaging.QualityCheck;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.RgbImage;

/**
 * All that the network's answer needs of an image, without its many pixels.
 *
 * @param input of the network's input size
 * @param quality of the whole image
 */
record PreparedImage(RgbImage input, Quality quality) {
    /** @param size side of the network's input in pixels */
    static PreparedImage of(RgbImage image, int size) {
        return new PreparedImage(Resizer.resize(image, size, size), QualityCheck.check(image));
    }
}
