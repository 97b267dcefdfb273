package io.github.melascope.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * Takes a PNG file apart (W3C PNG, third edition). The chunks that make the picture go on to the reader with their
 * checksums proven; the rest (texts, times, thumbnails) does not, so it can neither slow it down nor break it.
 */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int MAX_PROFILE = 4 << 20;
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final String XMP = "XML:com.adobe.xmp\0";

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private byte[] exif = EncodedImage.NONE;
    private byte[] xmp = EncodedImage.NONE;
    private byte[] icc = EncodedImage.NONE;
    private boolean pixels;

    private PngFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    /** @throws RefusedImage when the picture's own chunks are damaged or cut off */
    static EncodedImage parse(byte[] file) throws RefusedImage {
        return new PngFile(file).parse();
    }

    private EncodedImage parse() throws RefusedImage {
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        boolean ended = false;
        while (!ended && at + CHUNK_FRAME <= file.length) {
            int length = ByteBuffer.wrap(file).getInt(at);
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > file.length - at - CHUNK_FRAME) {
                break;
            }
            ended = type.equals("IEND");
            chunk(type, at, length);
            at += CHUNK_FRAME + length;
        }
        // A lost or cut-off end mark is no loss; the reader notices when pixels are missing.
        kept.write(END, 0, END.length);
        if (!pixels) {
            throw at == SIGNATURE ? RefusedImage.damaged() : RefusedImage.truncated();
        }
        return new EncodedImage(ImageFormat.PNG, kept.toByteArray(), exif, xmp, icc);
    }

    private void chunk(String type, int at, int length) throws RefusedImage {
        int body = at + 8;
        switch (type) {
            case "IHDR", "PLTE", "tRNS", "IDAT" -> {
                CRC32 crc = new CRC32();
                crc.update(file, at + 4, length + 4);
                if ((int) crc.getValue() != ByteBuffer.wrap(file).getInt(body + length)) {
                    throw RefusedImage.damaged();
                }
                kept.write(file, at, length + CHUNK_FRAME);
                pixels |= type.equals("IDAT");
            }
            case "eXIf" -> exif = Arrays.copyOfRange(file, body, body + length);
            case "iTXt" -> text(Arrays.copyOfRange(file, body, body + length));
            case "iCCP" -> icc = profile(Arrays.copyOfRange(file, body, body + length));
            default -> {} // decoration
        }
    }

    /** Uncompressed XMP, which is how everybody writes it. */
    private void text(byte[] chunk) {
        String content = new String(chunk, StandardCharsets.ISO_8859_1);
        int start = content.indexOf('<');
        if (content.startsWith(XMP) && start > 0 && chunk[XMP.length()] == 0) {
            xmp = Arrays.copyOfRange(chunk, start, chunk.length);
        }
    }

    private static byte[] profile(byte[] chunk) {
        int name = new String(chunk, StandardCharsets.ISO_8859_1).indexOf('\0');
        if (name < 0 || name + 2 >= chunk.length) {
            return EncodedImage.NONE;
        }
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
            return in.readNBytes(MAX_PROFILE);
        } catch (IOException e) {
            return EncodedImage.NONE; // a broken profile is as good as none
        }
    }
}
