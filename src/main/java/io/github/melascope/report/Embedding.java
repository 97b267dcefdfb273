package io.github.melascope.report;

import io.github.melascope.lesion.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Images inside a PDF document; the same image is put in once. Nothing but pixels goes in. */
final class Embedding {
    /** A twentieth of the lossless size; the error stays below what print shows. */
    private static final float JPEG_QUALITY = 0.92f;

    private final PDDocument document;
    private final IdentityHashMap<RgbImage, PDImageXObject> photos = new IdentityHashMap<>();

    Embedding(PDDocument document) {
        this.document = document;
    }

    /** A photograph, as JPEG of high quality. */
    PDImageXObject photo(RgbImage image) throws IOException {
        PDImageXObject known = photos.get(image);
        if (known == null) {
            known = JPEGFactory.createFromImage(document, buffered(image), JPEG_QUALITY);
            photos.put(image, known);
        }
        return known;
    }

    /** A drawing, pixel by pixel. */
    PDImageXObject lossless(RgbImage image) throws IOException {
        return LosslessFactory.createFromImage(document, buffered(image));
    }

    private static BufferedImage buffered(RgbImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, image.width(), image.height(), image.pixels(), 0, image.width());
        return buffered;
    }
}
