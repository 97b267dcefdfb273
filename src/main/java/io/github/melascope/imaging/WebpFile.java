package io.github.melascope.imaging;

import io.github.melascope.base.Term;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds what a WebP file (RFC 9649) says of its picture, and whether the file is all there. */
final class WebpFile {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpFile() {}

    /** @throws RefusedImage when the file is shorter than it says */
    static EncodedImage parse(byte[] file) throws RefusedImage {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[] exif = EncodedImage.NONE;
        byte[] xmp = EncodedImage.NONE;
        int at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= file.length) {
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = buffer.getInt(at + 4);
            if (length < 0 || length > file.length - at - CHUNK_HEADER) {
                throw RefusedImage.truncated();
            }
            if (type.equals("ANIM")) {
                throw new RefusedImage(Term.of("why.image.animation"), Term.of("next.image.one"));
            }
            byte[] chunk = EncodedImage.NONE;
            if (type.equals("EXIF") || type.equals("XMP ")) {
                chunk = Arrays.copyOfRange(file, at + CHUNK_HEADER, at + CHUNK_HEADER + length);
            }
            exif = type.equals("EXIF") ? chunk : exif;
            xmp = type.equals("XMP ") ? chunk : xmp;
            at += CHUNK_HEADER + length + (length & 1);
        }
        return new EncodedImage(ImageFormat.WEBP, file, exif, xmp, EncodedImage.NONE);
    }
}
