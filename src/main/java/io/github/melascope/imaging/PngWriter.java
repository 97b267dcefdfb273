package io.github.melascope.imaging;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.lesion.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG files (W3C PNG, third edition) whose bytes depend on nothing but pixels and texts: no time stamp, texts in
 * the order of their keywords. Says that the colours are sRGB.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MAX_KEYWORD = 79;
    private static final int FILTERS = 5;

    private PngWriter() {}

    /**
     * Writes the file whole or not at all.
     *
     * @param text keyword → text, e.g. {@code "Software"} → {@code "Melascope"}; keywords are 1 to 79 Latin characters
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, RgbImage image, Map<String, String> text) throws IOException {
        AtomicFiles.write(file, encode(image, text));
    }

    /** The bytes of the file, as {@link #write}. */
    public static byte[] encode(RgbImage image, Map<String, String> text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.width() * image.height());
        out.writeBytes(SIGNATURE);
        byte[] header = {8, 2, 0, 0, 0}; // 8 bit, RGB, deflate, adaptive filters, not interlaced
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.width())
                        .putInt(image.height())
                        .put(header)
                        .array());
        chunk(out, "sRGB", new byte[] {0});
        new TreeMap<>(text).forEach((keyword, value) -> text(out, keyword, value));
        chunk(out, "IDAT", pixels(image));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String keyword, String value) {
        if (keyword.isEmpty() || keyword.length() > MAX_KEYWORD || !latin(keyword)) {
            throw new IllegalArgumentException("\"" + keyword + "\" is no PNG keyword");
        }
        byte[] key = keyword.getBytes(StandardCharsets.ISO_8859_1);
        if (latin(value)) {
            byte[] content = value.getBytes(StandardCharsets.ISO_8859_1);
            chunk(out, "tEXt", joined(key, new byte[1], content));
        } else {
            // Not compressed, no language, no translated keyword.
            chunk(out, "iTXt", joined(key, new byte[5], value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean latin(String text) {
        return text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~') || (c > 160 && c <= 255));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] pixels(RgbImage image) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(image.width() * image.height());
        Deflater deflater = new Deflater(3); // higher levels gain 2 % on photographs and take thrice as long
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 14)) {
            byte[] above = new byte[image.width() * 3];
            byte[] row = new byte[above.length];
            byte[][] filtered = new byte[FILTERS][above.length];
            for (int y = 0; y < image.height(); y++) {
                unpack(image, y, row);
                int best = filter(row, above, filtered);
                out.write(best);
                out.write(filtered[best]);
                byte[] free = above;
                above = row;
                row = free;
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void unpack(RgbImage image, int y, byte[] row) {
        for (int x = 0, at = 0; x < image.width(); x++, at += 3) {
            int pixel = image.pixel(x, y);
            row[at] = (byte) (pixel >> 16);
            row[at + 1] = (byte) (pixel >> 8);
            row[at + 2] = (byte) pixel;
        }
    }

    /** Fills all five filters' rows; returns the one with the least sum of absolute values (section 12.7 of the standard). */
    private static int filter(byte[] row, byte[] above, byte[][] filtered) {
        long[] sums = new long[FILTERS];
        for (int i = 0; i < row.length; i++) {
            int value = row[i];
            int left = i < 3 ? 0 : row[i - 3] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < 3 ? 0 : above[i - 3] & 0xFF;
            filtered[0][i] = (byte) value;
            filtered[1][i] = (byte) (value - left);
            filtered[2][i] = (byte) (value - up);
            filtered[3][i] = (byte) (value - (left + up) / 2);
            filtered[4][i] = (byte) (value - paeth(left, up, corner));
            for (int f = 0; f < FILTERS; f++) {
                sums[f] += Math.abs(filtered[f][i]);
            }
        }
        int best = 0;
        for (int f = 1; f < FILTERS; f++) {
            best = sums[f] < sums[best] ? f : best;
        }
        return best;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
