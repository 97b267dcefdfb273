package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.PixelHash;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Path;
import java.util.Map;

/** An image that came without a file, such as one from the clipboard. */
public final class PastedImage {
    private static final int LETTERS = 10;

    private PastedImage() {}

    /**
     * Keeps it as a PNG file named after its pixels, so that the same image pasted twice is one file.
     *
     * @throws ProblemException when it cannot be written
     */
    public static Path keep(RgbImage image, Path folder) throws ProblemException {
        Path file = folder.resolve("pasted-" + PixelHash.sha256(image).substring(0, LETTERS) + ".png");
        Saving.file(file, () -> PngWriter.write(file, image, Map.of()));
        return file;
    }
}
