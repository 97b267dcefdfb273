package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private final ImageDecoder decoder = new ImageDecoder();
    private final RgbImage pattern = TestImages.pattern(40, 30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessFormatsComeBackPixelByPixel(String format) throws Exception {
        RgbImage image = decode(TestImages.encode(Images.toBuffered(pattern), format));
        assertArrayEquals(pattern.pixels(), image.pixels());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void jpegComesBackNearly(boolean progressive) throws Exception {
        RgbImage plain = Resizer.resize(TestImages.pattern(4, 3), 80, 60);
        RgbImage image = decode(TestImages.jpeg(plain, 0.95f, progressive));
        for (int i = 0; i < image.pixels().length; i++) {
            assertEquals(plain.pixels()[i] >> 16, image.pixels()[i] >> 16, 12);
        }
    }

    /** Java takes gray for linear light and gives 127 for a stored 54. */
    @Test
    void grayStaysAsStored() throws Exception {
        BufferedImage gray = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(3, 4, 0, 54);
        assertEquals(0x363636, decode(TestImages.encode(gray, "png")).pixel(3, 4));

        BufferedImage deep = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
        Arrays.fill(((DataBufferUShort) deep.getRaster().getDataBuffer()).getData(), (short) (54 * 257));
        for (String format : new String[] {"png", "tiff"}) {
            assertEquals(0x363636, decode(TestImages.encode(deep, format)).pixel(3, 4), format);
        }
    }

    @Test
    void transparentPartsLieOnWhite() throws Exception {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, 0x80FF0000);
        image.setRGB(2, 2, 0xFF00FF00);
        RgbImage decoded = decode(TestImages.encode(image, "png"));
        assertEquals(0xFFFFFF, decoded.pixel(0, 0));
        assertEquals(0xFF7F7F, decoded.pixel(1, 1));
        assertEquals(0x00FF00, decoded.pixel(2, 2));
    }

    @Test
    void palettesAndTheFirstFrameOfAGifAreRead() throws Exception {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(5, 6, 0xFFFF0000);
        for (String format : new String[] {"png", "gif", "bmp"}) {
            RgbImage decoded = decode(TestImages.encode(image, format));
            assertEquals(0xFF0000, decoded.pixel(5, 6), format);
            assertEquals(0x000000, decoded.pixel(0, 0), format);
        }
    }

    /** Which stored corner stands at the top left, top right, bottom left, bottom right (TIFF 6.0, tag 274). */
    @ParameterizedTest
    @CsvSource({"1,ABCD", "2,BADC", "3,DCBA", "4,CDAB", "5,ACBD", "6,CADB", "7,DBCA", "8,BDAC"})
    void allEightOrientationsComeUpright(int orientation, String corners) throws Exception {
        int[] pixels = new int[40 * 30];
        pixels[0] = 'A';
        pixels[39] = 'B';
        pixels[29 * 40] = 'C';
        pixels[29 * 40 + 39] = 'D';
        byte[] png = PngWriter.encode(new RgbImage(40, 30, pixels), Map.of());
        byte[] exif = TestImages.orientationTag(orientation);
        String xmp = "XML:com.adobe.xmp\0\0\0\0\0<x tiff:Orientation=\"" + orientation + "\" />";
        assertEquals(corners, corners(decode(TestImages.withChunk(png, "eXIf", exif))));
        assertEquals(
                corners, corners(decode(TestImages.withChunk(png, "iTXt", xmp.getBytes(StandardCharsets.ISO_8859_1)))));
    }

    @Test
    void jpegIsTurnedByItsExifToo() throws Exception {
        byte[] jpeg = TestImages.jpeg(pattern, 0.9f, false);
        byte[] marked = ByteBuffer.allocate(32)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(TestImages.orientationTag(6))
                .array();
        assertArrayEquals(
                Orientation.upright(decode(jpeg), 6).pixels(),
                decode(TestImages.withSegment(jpeg, 0xE1, marked)).pixels());
    }

    /** In linear light half way is a stored 188 of sRGB: 255 · (1.055 · (128/255)^(1/2.4) − 0.055). */
    @Test
    void coloursOfAProfileBecomeSrgb() throws Exception {
        int[] pixels = new int[40 * 30];
        Arrays.fill(pixels, 0x808080);
        RgbImage gray = new RgbImage(40, 30, pixels);
        byte[] png = PngWriter.encode(gray, Map.of());
        byte[] jpeg = TestImages.jpeg(gray, 0.9f, false);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        assertEquals(
                188, decode(TestImages.withChunk(png, "iCCP", iccp(linear))).pixel(9, 9) & 0xFF, 1);
        assertEquals(
                188, decode(TestImages.withSegment(jpeg, 0xE2, app2(linear))).pixel(9, 9) & 0xFF, 1);
        assertEquals(128, decode(TestImages.withChunk(png, "iCCP", iccp(srgb))).pixel(9, 9) & 0xFF);
        assertEquals(128, decode(TestImages.withSegment(jpeg, 0xE2, app2(srgb))).pixel(9, 9) & 0xFF);
    }

    private static byte[] iccp(byte[] profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("name\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            packed.write(profile);
        }
        return out.toByteArray();
    }

    private static byte[] app2(byte[] profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(profile);
        return out.toByteArray();
    }

    @Test
    void junkBesideThePictureDoesNoHarm() throws Exception {
        byte[] png = PngWriter.encode(pattern, Map.of("Comment", "plain"));
        byte[] junk = new byte[300];
        Arrays.fill(junk, (byte) 'x');
        for (String chunk : new String[] {"eXIf", "iCCP", "iTXt", "gAMA", "zTXt"}) {
            assertArrayEquals(
                    pattern.pixels(),
                    decode(TestImages.withChunk(png, chunk, junk)).pixels(),
                    chunk);
        }
        byte[] jpeg = TestImages.jpeg(pattern, 0.9f, false);
        int[] plain = decode(jpeg).pixels();
        for (int marker : new int[] {0xE1, 0xE2, 0xED, 0xEE, 0xFE}) {
            assertArrayEquals(
                    plain, decode(TestImages.withSegment(jpeg, marker, junk)).pixels());
        }
    }

    @Test
    void everyCutFileIsRefusedNeverShownHalf() throws Exception {
        RgbImage image = TestImages.pattern(120, 90);
        byte[][] files = {
            TestImages.jpeg(image, 0.9f, false),
            TestImages.jpeg(image, 0.9f, true),
            PngWriter.encode(image, Map.of()),
            TestImages.encode(Images.toBuffered(image), "bmp"),
            TestImages.encode(Images.toBuffered(image), "gif"),
            TestImages.encode(Images.toBuffered(image), "tiff")
        };
        for (byte[] file : files) {
            for (int tenth = 0; tenth < 10; tenth++) {
                byte[] cut = Arrays.copyOf(file, file.length * tenth / 10);
                ProblemException e = assertThrows(ProblemException.class, () -> decode(cut));
                assertEquals("a test cannot be used as an image", e.what());
            }
        }
    }

    @Test
    void aJpegOfThousandsOfPassesIsRefusedAtOnce() throws Exception {
        byte[] jpeg = TestImages.jpeg(pattern, 0.9f, true);
        byte[] empty = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0};
        byte[] many = Arrays.copyOf(jpeg, jpeg.length + 5_000 * empty.length);
        for (int i = 0; i < 5_000; i++) {
            System.arraycopy(empty, 0, many, jpeg.length - 2 + i * empty.length, empty.length);
        }
        assertEquals("it is a JPEG of unusually many passes", refusal(many));
    }

    @Test
    void aFlippedBitInPngPixelsIsFound() {
        byte[] png = PngWriter.encode(pattern, Map.of());
        png[png.length / 2] ^= 4;
        assertEquals("the picture data are damaged", refusal(png));
    }

    @Test
    void theHeaderDecidesBeforePixelsAreUnpacked() {
        byte[] png = PngWriter.encode(pattern, Map.of());
        ByteBuffer.wrap(png).putInt(16, 12_000).putInt(20, 10_001);
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        byte[] bomb = TestImages.withChunk(png, "IHDR", header);
        byte[] only = Arrays.copyOf(bomb, bomb.length - 25);
        System.arraycopy(bomb, 33, only, 8, bomb.length - 33);
        assertEquals("it has 12000 × 10001 pixels, more than the 120 million that are allowed", refusal(only));
    }

    @Test
    void otherFilesAreNamedForWhatTheyAre() {
        assertEquals(
                "it is a PDF document, which this program does not read",
                refusal("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "it is a text, which this program does not read",
                refusal("id,dx\n1,nv\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "it is an SVG drawing, which this program does not read",
                refusal("<svg></svg>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("its content is not that of a picture this program knows", refusal(new byte[600]));
        assertEquals("the file is empty", refusal(new byte[0]));
    }

    @Test
    void foldersMissingAndForbiddenFilesAreRefused() throws IOException {
        assertEquals("it is a folder", refusal(folder));
        assertEquals("there is no such file or folder", refusal(folder.resolve("missing.jpg")));
        Path closed = Files.write(folder.resolve("closed.png"), PngWriter.encode(pattern, Map.of()));
        Assumptions.assumeTrue(
                closed.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "skipped: this user may read everything");
        assertEquals("you may not read this file", refusal(closed));
    }

    @Test
    void namesTellWhatToListInAFolder() {
        for (String name : new String[] {"a.jpg", "B.JPEG", "c.d.tif", "x.webp", "y.PNG"}) {
            assertTrue(ImageDecoder.looksLikeImage(Path.of("some", name)), name);
        }
        for (String name : new String[] {"a.csv", "jpg", ".hidden.jpg", "a.jpg.part", "a.dcm"}) {
            assertFalse(ImageDecoder.looksLikeImage(Path.of("some", name)), name);
        }
    }

    private RgbImage decode(byte[] content) throws ProblemException {
        return decoder.decode(content, "a test");
    }

    private String refusal(byte[] content) {
        return assertThrows(ProblemException.class, () -> decode(content)).why();
    }

    private String refusal(Path file) {
        ProblemException e = assertThrows(ProblemException.class, () -> decoder.decode(file));
        assertTrue(e.what().contains(file.toString()));
        return e.why();
    }

    private static String corners(RgbImage image) {
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        return "" + (char) image.pixel(0, 0) + (char) image.pixel(right, 0) + (char) image.pixel(0, bottom)
                + (char) image.pixel(right, bottom);
    }
}
