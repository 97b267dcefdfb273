package io.github.melascope.imaging;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a picture must be turned to stand upright: EXIF tag 274 (TIFF 6.0, section 8), values 1 … 8. */
final class Orientation {
    static final int UPRIGHT = 1;
    private static final int MAX = 8;
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:\\s*=\\s*[\"']|>\\s*)([1-8])\\D");

    private Orientation() {}

    /** The orientation that EXIF gives, else XMP, else upright; what cannot be read counts as absent. */
    static int of(EncodedImage image) {
        int exif = ofExif(image.exif());
        return exif > 0 ? exif : ofXmp(image.xmp());
    }

    private static int ofExif(byte[] exif) {
        byte[] tiff = withoutMarker(exif);
        if (tiff.length < 8) {
            return 0;
        }
        Metadata metadata = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(tiff), new ExifTiffHandler(metadata, null, 0), 0);
        } catch (IOException | TiffProcessingException | RuntimeException e) {
            // A broken block may still have given the tag before it broke.
        }
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value != null && value >= UPRIGHT && value <= MAX ? value : 0;
    }

    /** WebP and PNG writers sometimes leave JPEG's marker before the TIFF structure. */
    private static byte[] withoutMarker(byte[] exif) {
        boolean marked = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x' && exif[2] == 'i' && exif[3] == 'f';
        return marked ? java.util.Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }

    private static int ofXmp(byte[] xmp) {
        Matcher matcher = XMP.matcher(new String(xmp, StandardCharsets.UTF_8));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : UPRIGHT;
    }

    /** The picture turned and mirrored so that it stands upright. */
    static RgbImage upright(RgbImage image, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        boolean swapped = orientation >= 5;
        int width = swapped ? image.height() : image.width();
        int height = swapped ? image.width() : image.height();
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = source(image, orientation, x, y);
            }
        }
        return new RgbImage(width, height, pixels);
    }

    private static int source(RgbImage image, int orientation, int x, int y) {
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        return switch (orientation) {
            case 2 -> image.pixel(right - x, y);
            case 3 -> image.pixel(right - x, bottom - y);
            case 4 -> image.pixel(x, bottom - y);
            case 5 -> image.pixel(y, x);
            case 6 -> image.pixel(y, bottom - x);
            case 7 -> image.pixel(right - y, bottom - x);
            case 8 -> image.pixel(right - y, x);
            default -> image.pixel(x, y);
        };
    }
}
