package io.github.melascope.imaging;

import io.github.melascope.base.Term;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes a JPEG file apart (ITU-T T.81, annex B). Only the segments that decoding needs go on to the reader: a broken
 * EXIF block or colour profile, or junk between segments, must not cost a good picture. A multi-picture file (MPO) ends,
 * for the reader, with its first picture.
 */
final class JpegFile {
    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOF15 = 0xCF;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";
    private static final int ICC_HEADER = ICC.length() + 2;

    /** Encoders write about ten passes; each costs a walk over all pixels, so thousands would be a trap. */
    private static final int MAX_SCANS = 100;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private final ByteArrayOutputStream icc = new ByteArrayOutputStream();
    private byte[] exif = EncodedImage.NONE;
    private byte[] xmp = EncodedImage.NONE;
    private byte[] adobe = EncodedImage.NONE;
    private int components;

    private JpegFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    /** @throws RefusedImage when there is no picture in it, or one of a kind that cannot be read */
    static EncodedImage parse(byte[] file) throws RefusedImage {
        return new JpegFile(file).parse();
    }

    private EncodedImage parse() throws RefusedImage {
        kept.write(0xFF);
        kept.write(0xD8);
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = file[at + 1] & 0xFF;
            int end = at + 2 + length(at + 2);
            if (end > file.length) {
                throw RefusedImage.truncated();
            }
            if (marker == SOS) {
                break;
            }
            segment(marker, at, end);
            at = end;
        }
        if (components == 0) {
            throw RefusedImage.damaged();
        }
        if (scans(at) > MAX_SCANS) {
            throw new RefusedImage(Term.of("why.image.passes"), RefusedImage.EXPORT);
        }
        keepAdobe();
        kept.write(file, at, file.length - at);
        return new EncodedImage(ImageFormat.JPEG, kept.toByteArray(), exif, xmp, icc.toByteArray());
    }

    /** The next marker that may stand in a header; what lies before it is junk. */
    private int nextMarker(int from) throws RefusedImage {
        for (int at = from; at + 3 < file.length; at++) {
            if (file[at] == (byte) 0xFF && ofHeader(file[at + 1] & 0xFF)) {
                return at;
            }
        }
        throw RefusedImage.truncated();
    }

    private static boolean ofHeader(int marker) {
        return (marker >= SOF0 && marker <= SOF15 && marker != JPG)
                || (marker >= SOS && marker <= APP15)
                || marker == COM;
    }

    /** Passes over the picture from here on, those of a preview or second picture in the same file included. */
    private int scans(int from) {
        int scans = 0;
        for (int at = from; at + 1 < file.length; at++) {
            scans += file[at] == (byte) 0xFF && file[at + 1] == (byte) SOS ? 1 : 0;
        }
        return scans;
    }

    private int length(int at) {
        return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
    }

    private void segment(int marker, int start, int end) throws RefusedImage {
        int body = start + 4;
        switch (marker) {
            case DHT, DQT, DRI, DAC, APP0 -> kept.write(file, start, end - start);
            case APP1 -> {
                if (exif.length == 0 && has(body, end, EXIF)) {
                    exif = Arrays.copyOfRange(file, body + EXIF.length(), end);
                } else if (xmp.length == 0 && has(body, end, XMP)) {
                    xmp = Arrays.copyOfRange(file, body + XMP.length(), end);
                }
            }
            case APP2 -> {
                if (has(body, end, ICC) && end - body > ICC_HEADER) {
                    icc.write(file, body + ICC_HEADER, end - body - ICC_HEADER);
                }
            }
            case APP14 -> {
                if (has(body, end, ADOBE)) {
                    adobe = Arrays.copyOfRange(file, start, end);
                }
            }
            default -> {
                if (marker >= SOF0 && marker <= SOF15) {
                    frame(marker, start, end);
                }
            }
        }
    }

    private void frame(int marker, int start, int end) throws RefusedImage {
        if (marker > SOF2 || end - start < 10 || file[start + 4] != 8) {
            throw new RefusedImage(Term.of("why.image.rare"), RefusedImage.EXPORT);
        }
        components = file[start + 9] & 0xFF;
        kept.write(file, start, end - start);
    }

    /** Adobe's colour code only decides among four-channel pictures and RGB; elsewhere a wrong one does harm. */
    private void keepAdobe() {
        int transform = adobe.length > 15 ? adobe[15] : -1;
        if (components == 4 || (components == 3 && transform == 0)) {
            kept.write(adobe, 0, adobe.length);
        }
    }

    private boolean has(int at, int end, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= end && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
