package io.github.melascope.imaging.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.PerceptualHash;
import io.github.melascope.imaging.PixelHash;
import io.github.melascope.imaging.QualityCheck;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticLesionsTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedIsTheSamePictureAndAnotherSeedAnother() {
        Set<String> pictures = new HashSet<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            RgbImage image = SyntheticLesions.draw(5, diagnosis, 64);
            assertArrayEquals(
                    image.pixels(), SyntheticLesions.draw(5, diagnosis, 64).pixels());
            pictures.add(PixelHash.sha256(image));
            pictures.add(PixelHash.sha256(SyntheticLesions.draw(6, diagnosis, 64)));
        }
        assertEquals(2 * Diagnosis.ALL.size(), pictures.size());
    }

    @Test
    void photographsOfOneLesionDifferButNotInTheirSkin() {
        RgbImage first = SyntheticLesions.draw(9, 0, Diagnosis.NV, 96, 72);
        RgbImage second = SyntheticLesions.draw(9, 1, Diagnosis.NV, 96, 72);
        assertNotEquals(0, PerceptualHash.distance(PerceptualHash.of(first), PerceptualHash.of(second)));
    }

    /** The middle against the left edge of the frame, averaged over twenty lesions: pigment darkens, blood reddens. */
    @Test
    void eachDiagnosisHasItsColours() {
        assertTrue(unevenness(Diagnosis.MEL) > 1.3 * unevenness(Diagnosis.NV));
        assertTrue(darkening(Diagnosis.MEL) > darkening(Diagnosis.DF) + 0.1);
        assertTrue(darkening(Diagnosis.NV) > darkening(Diagnosis.DF) + 0.1);
        assertTrue(redness(Diagnosis.VASC) > redness(Diagnosis.NV) + 0.1);
        assertTrue(redness(Diagnosis.AKIEC) > redness(Diagnosis.BKL) + 0.1);
    }

    @Test
    void everyPictureSaysThatItIsSynthetic() {
        RgbImage image = SyntheticLesions.draw(3, Diagnosis.BCC, 224);
        int ink = 0;
        for (int y = 217; y < 222; y++) {
            for (int x = 2; x < 54; x++) {
                assertTrue(image.pixel(x, y) == 0xF0F0F0 || image.pixel(x, y) == 0x303030);
                ink += image.pixel(x, y) == 0xF0F0F0 ? 1 : 0;
            }
        }
        assertTrue(ink > 80 && ink < 180, ink + " dots of ink");
        assertThrows(IllegalArgumentException.class, () -> SyntheticLesions.draw(1, Diagnosis.NV, 20));
    }

    @Test
    void mostPassTheQualityCheck() {
        int good = 0;
        for (int seed = 0; seed < 14; seed++) {
            Diagnosis diagnosis = Diagnosis.ALL.get(seed % 7);
            good += QualityCheck.check(SyntheticLesions.draw(seed, diagnosis, 224))
                            .good()
                    ? 1
                    : 0;
        }
        assertTrue(good >= 13, good + " of 14");
    }

    @Test
    void theSampleFolderHasTheLayoutOfHam10000() throws Exception {
        Map<Diagnosis, Integer> lesions = Map.of(Diagnosis.NV, 7, Diagnosis.MEL, 3);
        int images = SampleFolder.write(folder, lesions, 64, 1);
        List<String> rows = Files.readAllLines(folder.resolve("HAM10000_metadata.csv"));
        assertEquals("lesion_id,image_id,dx,dx_type,age,sex,localization", rows.get(0));
        assertEquals(14, images);
        assertEquals(images + 1, rows.size());
        Set<String> lesionIds = new HashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split(",", -1));
            assertEquals(7, cells.size(), row);
            lesionIds.add(cells.get(0));
            Path file = find(cells.get(1) + ".jpg");
            RgbImage image = new ImageDecoder().decode(file);
            assertEquals("64x48", image.width() + "x" + image.height());
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertTrue(content.contains(SyntheticLesions.NOTICE));
        }
        assertEquals(10, lesionIds.size());
    }

    private Path find(String name) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    /** Range of green over columns of the middle, as a share of its mean: several colours beside each other. */
    private static double unevenness(Diagnosis diagnosis) {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            RgbImage image = SyntheticLesions.draw(seed, diagnosis, 64);
            DoubleSummaryStatistics blocks = new DoubleSummaryStatistics();
            for (int x = 20; x < 44; x += 4) {
                blocks.accept(mean(image, x, x + 4)[1]);
            }
            sum += (blocks.getMax() - blocks.getMin()) / blocks.getAverage();
        }
        return sum / 20;
    }

    private static double darkening(Diagnosis diagnosis) {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            RgbImage image = SyntheticLesions.draw(seed, diagnosis, 64);
            sum += 1 - middle(image)[1] / edge(image)[1];
        }
        return sum / 20;
    }

    /** How much more the green than the red light is swallowed. */
    private static double redness(Diagnosis diagnosis) {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            RgbImage image = SyntheticLesions.draw(seed, diagnosis, 64);
            double red = middle(image)[0] / edge(image)[0];
            sum += red - middle(image)[1] / edge(image)[1];
        }
        return sum / 20;
    }

    private static double[] middle(RgbImage image) {
        return mean(image, 24, 40);
    }

    private static double[] edge(RgbImage image) {
        return mean(image, 2, 12);
    }

    /** Red and green of the middle rows, columns {@code from} to {@code to}, up to a factor. */
    private static double[] mean(RgbImage image, int from, int to) {
        double red = 0;
        double green = 0;
        for (int y = 24; y < 40; y++) {
            for (int x = from; x < to; x++) {
                red += image.pixel(x, y) >> 16;
                green += (image.pixel(x, y) >> 8) & 0xFF;
            }
        }
        return new double[] {red / (to - from), green / (to - from)};
    }
}
