package io.github.melascope.imaging;

import io.github.melascope.base.Sha256;
import io.github.melascope.lesion.RgbImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells whether two files show the very same pixels, however they are packed. */
public final class PixelHash {
    private PixelHash() {}

    /** SHA-256 over width and height (4 bytes each, big-endian) and the pixels as R, G, B bytes: 64 hexadecimal digits. */
    public static String sha256(RgbImage image) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(8)
                .putInt(image.width())
                .putInt(image.height())
                .array());
        byte[] row = new byte[image.width() * 3];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0, at = 0; x < image.width(); x++, at += 3) {
                int pixel = image.pixel(x, y);
                row[at] = (byte) (pixel >> 16);
                row[at + 1] = (byte) (pixel >> 8);
                row[at + 2] = (byte) pixel;
            }
            digest.update(row);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
