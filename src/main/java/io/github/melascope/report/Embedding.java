package io.github.melascope.report;

import io.github.melascope.imaging.Images;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
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
            known = JPEGFactory.createFromImage(document, Images.toBuffered(forPrint(image)), JPEG_QUALITY);
            photos.put(image, known);
        }
        return known;
    }

    /** A drawing, pixel by pixel. */
    PDImageXObject lossless(RgbImage image) throws IOException {
        return LosslessFactory.createFromImage(document, Images.toBuffered(image));
    }

    /** Sharp at 300 dots per inch in its column, and no larger. */
    static RgbImage forPrint(RgbImage image) {
        return atMost(image, ReportModel.LONG_SIDE);
    }

    /** The image, made smaller where its longer side has more pixels than that. */
    static RgbImage atMost(RgbImage image, int longSide) {
        double scale = (double) longSide / Math.max(image.width(), image.height());
        if (scale >= 1) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        return Resizer.resize(image, width, Math.max(1, (int) Math.round(image.height() * scale)));
    }
}
