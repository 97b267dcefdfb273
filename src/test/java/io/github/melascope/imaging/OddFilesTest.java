package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.melascope.SharedData;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever users drop on the window is read or refused with a reason, quickly and in little memory. */
class OddFilesTest {
    private static final long TWO_SECONDS = 2_000_000_000L;
    private static final long ONE_GIBIBYTE = 1L << 30;
    private static final String DICOM = "it is a DICOM file";
    private static final String CUT = "the file ends in the middle of the picture";
    private static final String DAMAGED = "the picture data are damaged";

    /** File → its size when upright, or the beginning of why it is refused. Every decision was looked at. */
    private static final Map<String, String> EXPECTED = expected("""
            exif_orientation/Landscape_7.jpg = 1800x1200
            exif_orientation/hopper_orientation_2.jpg = 128x128
            exif_orientation/hopper_orientation_4.jpg = 128x128
            exif_orientation/hopper_orientation_6.webp = 128x128
            exif_orientation/xmp_tags_orientation.png = 326x268
            formats/16bit.cropped.jp2 = it is a JPEG 2000 picture
            formats/corrupted-icc-srgb.jpg = 1024x685
            formats/dnl-marker.jpg = 194x132
            formats/exif-jfif-app13-app14ycck-3channel.jpg = 310x384
            formats/flower.jpg = 480x360
            formats/hopper.avif = it is an AVIF picture
            formats/hopper.bmp = 128x128
            formats/hopper.gif = 128x128
            formats/hopper_gray.jpg = 128x128
            formats/jfif-16bit-dqt.jpg = 204x131
            formats/pil123rgba.png = 162x150
            formats/pil_sample_cmyk.jpg = 100x100
            formats/sugarshack.mpo = 640x480
            made/ISIC_0024354.tif = 600x450
            made/ISIC_0024354.webp = 600x450
            made/ISIC_0024354_exif3.jpg = 600x450
            made/ISIC_0024354_exif6.jpg = 600x450
            made/ISIC_0024354_exif8.jpg = 600x450
            made/ISIC_0024354_fake_ext.png = 600x450
            made/ISIC_0024354_rgb16.png = 600x450
            made/ISIC_0024354_truncated_half.jpg = CUT
            made/bomb_30000x30000_rgb8.png = it has 30000 × 30000 pixels
            made/empty.jpg = the file is empty
            made/not_an_image.jpg = it is a text
            malformed/51432b02-02a8-11e7-9203-b42b1c43c0c3.jpg = CUT
            malformed/5145e95a-02a8-11e7-8372-4787a7307ab8.jpg = CUT
            malformed/514c48ea-02a8-11e7-8789-bb75321f404f.jpg = CUT
            malformed/514e4122-02a8-11e7-8c03-0830d60cd585.jpg = CUT
            malformed/516c2778-02a8-11e7-9d50-e916ce831200.jpg = CUT
            malformed/broken-adobe-segment-length-beyond-eof.jpg = CUT
            malformed/broken-bogus-data-prepended-real-jfif-start-at-4801.jpg = 1575x2100
            malformed/broken-invalid-adobe-ycc-gray.jpg = 11x440
            malformed/broken-no-sof-ascii-transfer-mode.jpg = CUT
            malformed/broken-sos-before-sof.jpg = DAMAGED
            malformed/broken.png = DAMAGED
            malformed/decompression_bomb.gif = DAMAGED
            malformed/decompression_bomb_extents.gif = 100x100
            malformed/hopper_bad_exif.jpg = DAMAGED
            malformed/icc-after-SOF.jpg = 10x10
            malformed/truncated_app14.jpg = 100x100
            malformed/truncated_end_chunk.png = 128x128
            malformed/truncated_jpeg.jpg = CUT
            ood/brick.png = 512x512
            ood/cell.png = 550x660
            ood/chelsea.png = 451x300
            ood/coffee.png = 600x400
            ood/coins.png = 384x303
            ood/flower.jpg = 640x427
            ood/hubble_deep_field.jpg = 1000x872
            ood/motorcycle_left.png = 741x500
            ood/retina.jpg = 1411x1411
            ood/rocket.jpg = 640x427
            ood/text.png = 448x172
            """);

    @Test
    void everyFileIsReadOrRefusedAsExpectedWithinTwoSecondsAndOneGibibyte() throws IOException {
        Path folder = SharedData.at("odd");
        Map<String, String> answers = new TreeMap<>();
        for (Path file : filesUnder(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            answers.put(name, name.startsWith("dicom/") ? refusedAsDicom(file) : answer(file));
        }
        answers.keySet().removeIf(name -> name.startsWith("dicom/"));
        assertEquals(lines(EXPECTED), lines(answers));
    }

    /** Turned files show the same lesion as the file they were made of, up to what a second compression changes. */
    @Test
    void orientationIsAppliedTheRightWayRound() throws ProblemException {
        RgbImage upright = new ImageDecoder().decode(SharedData.at("odd/made/ISIC_0024354_fake_ext.png"));
        for (String turned : List.of("exif3.jpg", "exif6.jpg", "exif8.jpg")) {
            RgbImage image = new ImageDecoder().decode(SharedData.at("odd/made/ISIC_0024354_" + turned));
            double away = meanDifference(Resizer.resize(upright, 60, 45), Resizer.resize(image, 60, 45));
            assertTrue(away < 1, turned + " differs by " + away + " grey levels");
        }
    }

    @Test
    void tiffAndDeepPngHoldTheSamePixelsAsTheJpegTheyWereMadeOf() throws ProblemException {
        String jpeg = PixelHash.sha256(new ImageDecoder().decode(SharedData.at("odd/made/ISIC_0024354_fake_ext.png")));
        for (String other : List.of("ISIC_0024354.tif", "ISIC_0024354_rgb16.png")) {
            assertEquals(jpeg, PixelHash.sha256(new ImageDecoder().decode(SharedData.at("odd/made/" + other))), other);
        }
    }

    /** Pillow's values of the red square and the black ground of its CMYK sample. */
    @Test
    void inksBecomeLight() throws ProblemException {
        RgbImage image = new ImageDecoder().decode(SharedData.at("odd/formats/pil_sample_cmyk.jpg"));
        assertEquals(0x010405, image.pixel(50, 80));
        assertEquals(0xFF0D19, image.pixel(2, 2));
    }

    private static String answer(Path file) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long time = thread.getCurrentThreadCpuTime();
        long memory = thread.getCurrentThreadAllocatedBytes();
        String answer;
        try {
            RgbImage image = new ImageDecoder().decode(file);
            answer = image.width() + "x" + image.height();
        } catch (ProblemException e) {
            assertTrue(e.what().contains(file.toString()), e.what());
            assertFalse(e.next().isEmpty());
            assertEquals(ProblemException.Kind.INPUT, e.kind());
            answer = e.why();
        }
        assertTrue(thread.getCurrentThreadCpuTime() - time < TWO_SECONDS, file + " takes too long");
        assertTrue(thread.getCurrentThreadAllocatedBytes() - memory < ONE_GIBIBYTE, file + " takes too much memory");
        return answer;
    }

    private static String refusedAsDicom(Path file) {
        String answer = answer(file);
        assertTrue(answer.startsWith(DICOM), file + ": " + answer);
        return answer;
    }

    private static double meanDifference(RgbImage a, RgbImage b) {
        double sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(((a.pixels()[i] >> shift) & 0xFF) - ((b.pixels()[i] >> shift) & 0xFF));
            }
        }
        return sum / (a.pixels().length * 3.0);
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, String> expected(String table) {
        return table.lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(
                        cells -> cells[0], cells -> cells[1].replace("CUT", CUT).replace("DAMAGED", DAMAGED)));
    }

    /** One line a file; a refusal is compared up to its first comma, where the part that varies begins. */
    private static String lines(Map<String, String> answers) {
        Set<String> lines = new TreeSet<>();
        answers.forEach((name, answer) -> lines.add(name + " = " + answer.replaceFirst(",.*", "")));
        return String.join("\n", lines);
    }
}
