package io.github.melascope.imaging;

import io.github.melascope.lesion.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG files by the JDK's encoder: no time stamp, no EXIF, one comment. */
public final class JpegWriter {
    private static final int COMMENT = 0xFE;
    private static final int MAX_COMMENT = 65_533;

    private JpegWriter() {}

    /**
     * The bytes of a baseline JPEG file with colour at half resolution.
     *
     * @param quality 0 … 1
     * @param comment stored in a comment segment (ITU-T T.81, B.2.4.5), UTF-8; empty for none
     */
    public static byte[] encode(RgbImage image, float quality, String comment) {
        byte[] plain = encode(image, quality);
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_COMMENT) {
            throw new IllegalArgumentException("the comment has " + text.length + " bytes");
        }
        if (text.length == 0) {
            return plain;
        }
        // After the JFIF segment, which has to be the first.
        int at = 4 + (((plain[4] & 0xFF) << 8) | (plain[5] & 0xFF));
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + text.length + 4);
        out.write(plain, 0, at);
        out.write(0xFF);
        out.write(COMMENT);
        out.write((text.length + 2) >> 8);
        out.write(text.length + 2);
        out.write(text, 0, text.length);
        out.write(plain, at, plain.length - at);
        return out.toByteArray();
    }

    private static byte[] encode(RgbImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(Images.toBuffered(image), null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
