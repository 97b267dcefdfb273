package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityCheckTest {
    @Test
    void fewRealImagesAreCalledPoor() throws Exception {
        List<RgbImage> images = real("ham10000/HAM10000_images_part_1", 10);
        long poor = images.stream()
                .filter(image -> !QualityCheck.check(image).good())
                .count();
        assertTrue(poor <= images.size() * 0.01, poor + " of " + images.size() + " are called poor");
    }

    @Test
    void blurredDarkBrightAndClippedCopiesAreCaught() throws Exception {
        List<RgbImage> images = real("ham10000_full_size", 4);
        assertCaught(
                0.95,
                images,
                QualityIssue.BLURRED,
                image -> Resizer.resize(Resizer.resize(image, 48, 36), image.width(), image.height()));
        assertCaught(1, images, QualityIssue.TOO_DARK, image -> brighter(image, 0.3));
        assertCaught(0.9, images, QualityIssue.TOO_BRIGHT, image -> brighter(image, 2.4));
        assertCaught(1, images, QualityIssue.TOO_SMALL, image -> Resizer.resize(image, 260, 195));
        assertCaught(1, images, QualityIssue.CLIPPED, QualityCheckTest::whiteBand);
    }

    @Test
    void sharpnessComparesAcrossSizes() throws Exception {
        for (RgbImage image : real("ham10000_full_size", 10)) {
            double full = QualityCheck.check(image).sharpness();
            double small = QualityCheck.check(Resizer.resize(image, 300, 225)).sharpness();
            assertEquals(1, small / full, 0.35);
        }
    }

    @Test
    void blackCornersOfARoundDermoscopeAreNoFault() throws Exception {
        for (RgbImage image : real("ham10000_full_size", 10)) {
            Quality plain = QualityCheck.check(image);
            Quality round = QualityCheck.check(withBlackCorners(image));
            assertEquals(plain.issues(), round.issues());
            assertEquals(plain.meanLuma(), round.meanLuma(), 1);
        }
    }

    @Test
    void anEmptyPictureIsBlurred() {
        int[] pixels = new int[300 * 300];
        Arrays.fill(pixels, 0xC8A090);
        assertEquals(
                List.of(QualityIssue.BLURRED),
                QualityCheck.check(new RgbImage(300, 300, pixels)).issues());
    }

    private static void assertCaught(
            double share, List<RgbImage> images, QualityIssue issue, UnaryOperator<RgbImage> harm) {
        long caught = images.stream()
                .filter(image -> QualityCheck.check(harm.apply(image)).issues().contains(issue))
                .count();
        assertTrue(caught >= share * images.size(), issue + ": " + caught + " of " + images.size());
    }

    private static RgbImage brighter(RgbImage image, double factor) {
        return new RgbImage(
                image.width(),
                image.height(),
                Arrays.stream(image.pixels())
                        .map(p -> (scaled(p >> 16, factor) << 16) | (scaled(p >> 8, factor) << 8) | scaled(p, factor))
                        .toArray());
    }

    private static int scaled(int value, double factor) {
        return (int) Math.min(255, Math.round((value & 0xFF) * factor));
    }

    /** A reflection over the middle sixth of the height. */
    private static RgbImage whiteBand(RgbImage image) {
        int[] pixels = image.pixels().clone();
        int from = image.height() * 5 / 12;
        Arrays.fill(pixels, from * image.width(), (from + image.height() / 6) * image.width(), 0xFFFFFF);
        return new RgbImage(image.width(), image.height(), pixels);
    }

    private static RgbImage withBlackCorners(RgbImage image) {
        int[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            double right = i % image.width() - image.width() / 2.0;
            int y = i / image.width();
            double down = y - image.height() / 2.0;
            if (Math.hypot(right, down) > 0.49 * image.height()) {
                pixels[i] = 0;
            }
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    private static List<RgbImage> real(String folder, int everyNth) throws IOException, ProblemException {
        List<RgbImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.at(folder))) {
            List<Path> sorted =
                    files.filter(ImageDecoder::looksLikeImage).sorted().toList();
            for (int i = 0; i < sorted.size(); i += everyNth) {
                images.add(new ImageDecoder().decode(sorted.get(i)));
            }
        }
        return images;
    }
}
