package io.github.melascope.imaging;

import io.github.melascope.base.Term;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a file is, by its first bytes; its name plays no part. */
enum ImageFormat {
    JPEG(""),
    PNG(""),
    BMP(""),
    GIF(""),
    TIFF(""),
    WEBP(""),
    DICOM(ImageFormat.EXPORT),
    AVIF(ImageFormat.EXPORT),
    HEIC(ImageFormat.EXPORT),
    JPEG_2000(ImageFormat.EXPORT),
    JPEG_XL(ImageFormat.EXPORT),
    PSD(ImageFormat.EXPORT),
    SVG(ImageFormat.EXPORT),
    PDF(ImageFormat.OPEN_A_PICTURE),
    ZIP(ImageFormat.OPEN_A_PICTURE),
    VIDEO(ImageFormat.OPEN_A_PICTURE),
    TEXT(ImageFormat.OPEN_A_PICTURE);

    /** So many first bytes are enough to tell the format. */
    static final int HEAD_BYTES = 512;

    static final String OPEN_A_PICTURE = "next.image.open";

    private static final String EXPORT = "next.image.export";

    private static final int DICOM_PREAMBLE = 128;

    private final String next;

    /** @param next key of what to do with a file that is not readable; empty for one that is */
    ImageFormat(String next) {
        this.next = next;
    }

    /** With article: {@code "a DICOM file"}; only for what is not readable. */
    Term words() {
        return Term.of("thing.format." + name().toLowerCase(Locale.ROOT));
    }

    boolean readable() {
        return next.isEmpty();
    }

    /** What the user can do with a file that is not readable. */
    Term next() {
        return Term.of(next);
    }

    /** @param head the first {@value #HEAD_BYTES} bytes of the file, or all of a smaller one */
    static Optional<ImageFormat> of(byte[] head) {
        if (starts(head, 0, "\u00ff\u00d8")) {
            return Optional.of(JPEG);
        } else if (starts(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (starts(head, 0, "BM") && bmpHeader(head)) {
            return Optional.of(BMP);
        } else if (starts(head, 0, "GIF87a") || starts(head, 0, "GIF89a")) {
            return Optional.of(GIF);
        } else if (tiff(head)) {
            return Optional.of(TIFF);
        } else if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return refused(head);
    }

    private static Optional<ImageFormat> refused(byte[] head) {
        if (starts(head, DICOM_PREAMBLE, "DICM") || bareDicom(head)) {
            return Optional.of(DICOM);
        } else if (starts(head, 4, "ftyp")) {
            return Optional.of(isoMedia(head));
        } else if (starts(head, 4, "jP  \r\n") || starts(head, 0, "\u00ffO\u00ffQ")) {
            return Optional.of(JPEG_2000);
        } else if (starts(head, 0, "\u00ff\n") || starts(head, 4, "JXL ")) {
            return Optional.of(JPEG_XL);
        } else if (starts(head, 0, "8BPS")) {
            return Optional.of(PSD);
        } else if (starts(head, 0, "%PDF")) {
            return Optional.of(PDF);
        } else if (starts(head, 0, "PK\u0003\u0004")) {
            return Optional.of(ZIP);
        } else if (starts(head, 0, "RIFF") || starts(head, 0, "\u001aE\u00df\u00a3")) {
            return Optional.of(VIDEO);
        }
        return text(head);
    }

    private static ImageFormat isoMedia(byte[] head) {
        String brand = new String(head, 8, Math.min(4, head.length - 8), StandardCharsets.ISO_8859_1);
        return switch (brand) {
            case "avif", "avis" -> AVIF;
            case "heic", "heix", "heif", "hevc", "mif1", "msf1" -> HEIC;
            default -> VIDEO;
        };
    }

    private static boolean bmpHeader(byte[] head) {
        // The size of the second header, which is one of a few numbers below 256.
        return head.length > 17 && head[14] >= 12 && head[15] == 0 && head[16] == 0 && head[17] == 0;
    }

    private static boolean tiff(byte[] head) {
        return starts(head, 0, "II*\0")
                || starts(head, 0, "MM\0*")
                || starts(head, 0, "II+\0")
                || starts(head, 0, "MM\0+");
    }

    /** DICOM without its preamble starts with an element of group 2 or 8 in little-endian order. */
    private static boolean bareDicom(byte[] head) {
        return head.length > 8
                && (head[0] == 2 || head[0] == 8)
                && head[1] == 0
                && head[3] == 0
                && Character.isUpperCase(head[4])
                && Character.isUpperCase(head[5]);
    }

    private static Optional<ImageFormat> text(byte[] head) {
        if (head.length == 0) {
            return Optional.empty();
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return Optional.empty();
            }
        }
        return Optional.of(new String(head, StandardCharsets.UTF_8).contains("<svg") ? SVG : TEXT);
    }

    private static boolean starts(byte[] head, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= offset + wanted.length
                && java.util.Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
