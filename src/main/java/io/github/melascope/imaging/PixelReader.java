package io.github.melascope.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.github.melascope.base.Term;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Lets the right ImageIO reader decode a picture, after a look at its size; whatever the reader warns of counts. */
final class PixelReader {
    /** What libjpeg warns of although the picture is whole. */
    private static final Pattern HARMLESS = Pattern.compile(
            ".*extraneous bytes before marker 0xd9|Inconsistent progression sequence.*|Invalid SOS parameters.*"
                    + "|Embedded color profile is invalid.*");

    static {
        // The pictures are in memory already; a copy on disk would only cost time.
        ImageIO.setUseCache(false);
    }

    private PixelReader() {}

    /** The first picture of the file, perhaps every n-th pixel of it only: see {@link ImageDecoder}. */
    static BufferedImage read(EncodedImage encoded) throws IOException {
        ImageReader reader = readerFor(encoded.format());
        List<String> warnings = new ArrayList<>();
        try (ImageInputStream in = new ByteArrayImageInputStream(encoded.stream())) {
            reader.setInput(in, true, true);
            int step = step(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, step / 2, step / 2);
            reader.addIIOReadWarningListener((source, warning) -> {
                warnings.add(warning);
                if (!HARMLESS.matcher(warning).matches()) {
                    source.abort(); // no need to decode the rest of a broken picture
                }
            });
            BufferedImage image = reader.read(0, param);
            check(warnings);
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** Refuses pictures that are too large, and says which share of the rest to keep: every {@code step}-th pixel. */
    private static int step(int width, int height) throws RefusedImage {
        long size = (long) width * height;
        if (width < 1 || height < 1) {
            throw RefusedImage.damaged();
        }
        if (size > ImageDecoder.MAX_PIXELS) {
            throw new RefusedImage(
                    Term.of("why.image.pixels", width, height, ImageDecoder.MAX_PIXELS / 1_000_000),
                    Term.of("next.image.smaller"));
        }
        int step = 1;
        while (size / ((long) step * step) > ImageDecoder.FULL_PIXELS) {
            step++;
        }
        return step;
    }

    private static void check(List<String> warnings) throws RefusedImage {
        for (String warning : warnings) {
            if (warning.contains("Truncated") || warning.contains("premature end")) {
                throw RefusedImage.truncated();
            }
        }
        for (String warning : warnings) {
            if (!HARMLESS.matcher(warning).matches()) {
                throw RefusedImage.damaged();
            }
        }
    }

    private static ImageReader readerFor(ImageFormat format) throws IOException {
        return switch (format) {
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
            default -> readerOfTheJdk(format.name());
        };
    }

    /** Named by class, so that no plug-in on the class path can change what a picture decodes to. */
    private static ImageReader readerOfTheJdk(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java platform has no reader for " + format);
    }
}
