package io.github.melascope.imaging;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.RgbImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The one way from a picture file to pixels, for training and inference alike: JPEG (also CMYK, progressive, the first
 * picture of an MPO), PNG, BMP, GIF (first frame), TIFF (first page) and WebP come out upright, in sRGB, 8 bit, with
 * transparent parts on white. The content decides the format, not the name.
 *
 * <p>Limits, checked on the header before any pixel is unpacked: {@value #MAX_BYTES} bytes, {@value #MAX_PIXELS} pixels.
 * Up to {@value #FULL_PIXELS} pixels a picture comes in full size; of a larger one only every second or third pixel
 * of every second or third row is kept, so that it fits. That holds a decode under 1 GiB of heap. Pictures
 * with 8 bit a channel and without a colour profile come out exactly as the standard decoders of the JDK give them; lossy
 * WebP drifts from the reference decoder by two or three levels of 255 across a picture.
 *
 * <p>A truncated or damaged picture is refused, never shown half; damage outside of the picture (EXIF, colour profile,
 * texts, a missing end mark of a PNG) is ignored. Safe for use by several threads.
 */
public final class ImageDecoder {
    /** Largest file. */
    public static final int MAX_BYTES = 200_000_000;

    /** Largest picture. */
    public static final int MAX_PIXELS = 120_000_000;

    /** Largest picture that comes in full size. */
    public static final int FULL_PIXELS = 25_000_000;

    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "mpo", "png", "bmp", "dib", "gif", "tif", "tiff", "webp");

    /** Whether the file's name ends like that of a picture this program reads: for listing folders. */
    public static boolean looksLikeImage(Path file) {
        Path fileName = file.getFileName();
        String name = fileName == null ? "" : fileName.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Decodes a file.
     *
     * @throws ProblemException of kind INPUT, saying why the file cannot be used and what to do
     */
    public RgbImage decode(Path file) throws ProblemException {
        try {
            return decode(InputFile.read(file));
        } catch (RefusedImage e) {
            throw problem(String.valueOf(file), e);
        }
    }

    /**
     * Decodes a picture that is already in memory.
     *
     * @param content the whole file
     * @param name what to call it in a refusal
     * @throws ProblemException of kind INPUT, as {@link #decode(Path)}
     */
    public RgbImage decode(byte[] content, String name) throws ProblemException {
        try {
            InputFile.check(Arrays.copyOf(content, Math.min(content.length, ImageFormat.HEAD_BYTES)), content.length);
            return decode(content);
        } catch (RefusedImage e) {
            throw problem(name, e);
        }
    }

    private static RgbImage decode(byte[] content) throws RefusedImage {
        try {
            EncodedImage encoded = takeApart(content);
            RgbImage image = Pixels.toRgb(ColorProfile.toSrgb(PixelReader.read(encoded), encoded.icc()));
            return Orientation.upright(image, Orientation.of(encoded));
        } catch (RefusedImage e) {
            throw e;
        } catch (EOFException e) {
            throw because(e, RefusedImage.truncated());
        } catch (IOException | RuntimeException e) {
            // The decoders of JDK and TwelveMonkeys answer broken data with many kinds of exceptions.
            throw because(e, RefusedImage.damaged());
        } catch (OutOfMemoryError e) {
            // Broken tables make decoders ask for absurd arrays; the heap itself is fine.
            throw new RefusedImage(Term.of("why.image.memory"), RefusedImage.EXPORT);
        }
    }

    private static EncodedImage takeApart(byte[] content) throws RefusedImage {
        ImageFormat format = ImageFormat.of(Arrays.copyOf(content, Math.min(content.length, ImageFormat.HEAD_BYTES)))
                .orElseThrow();
        byte[] none = EncodedImage.NONE;
        return switch (format) {
            case JPEG -> JpegFile.parse(content);
            case PNG -> PngFile.parse(content);
            case WEBP -> WebpFile.parse(content);
            case TIFF -> new EncodedImage(format, content, content, none, none);
            default -> new EncodedImage(format, content, none, none, none);
        };
    }

    private static RefusedImage because(Exception cause, RefusedImage refused) {
        refused.initCause(cause);
        return refused;
    }

    private static ProblemException problem(String name, RefusedImage e) {
        return new ProblemException(
                ProblemException.Kind.INPUT, e.getCause(), "problem.image", name, e.why(), e.next());
    }
}
