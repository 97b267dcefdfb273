package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    @Test
    void copiesInOtherSizesAndQualitiesLookAlike() throws Exception {
        List<Path> files = fullSize();
        int alike = 0;
        for (Path file : files) {
            RgbImage image = new ImageDecoder().decode(file);
            RgbImage copy =
                    new ImageDecoder().decode(TestImages.jpeg(Resizer.resize(image, 300, 225), 0.3f, false), "a copy");
            alike += lookAlike(image, copy) ? 1 : 0;
        }
        assertTrue(alike >= files.size() * 0.97, alike + " of " + files.size());
    }

    @Test
    void differentLesionsDoNot() throws Exception {
        List<Path> files = fullSize();
        long[] hashes = new long[files.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = PerceptualHash.of(new ImageDecoder().decode(files.get(i)));
        }
        int alike = 0;
        for (int i = 0; i < hashes.length; i++) {
            for (int j = 0; j < i; j++) {
                alike += PerceptualHash.distance(hashes[i], hashes[j]) <= PerceptualHash.LOOK_ALIKE ? 1 : 0;
            }
        }
        assertTrue(alike <= 1, alike + " pairs");
    }

    @Test
    void brightnessChangesLittle() {
        RgbImage image = TestImages.pattern(90, 70);
        int[] darker = image.pixels().clone();
        for (int i = 0; i < darker.length; i++) {
            darker[i] = (darker[i] >> 1) & 0x7F7F7F;
        }
        assertTrue(lookAlike(image, new RgbImage(90, 70, darker)));
    }

    @Test
    void mirroredPicturesDiffer() {
        RgbImage image = TestImages.pattern(90, 70);
        assertTrue(PerceptualHash.distance(PerceptualHash.of(image), PerceptualHash.of(Orientation.upright(image, 2)))
                > 12);
    }

    @Test
    void pixelHashSeesEveryPixelAndTheShape() {
        RgbImage image = TestImages.pattern(6, 4);
        int[] changed = image.pixels().clone();
        changed[23] ^= 1;
        assertEquals(PixelHash.sha256(image), PixelHash.sha256(TestImages.pattern(6, 4)));
        assertNotEquals(PixelHash.sha256(image), PixelHash.sha256(new RgbImage(6, 4, changed)));
        assertNotEquals(PixelHash.sha256(image), PixelHash.sha256(new RgbImage(4, 6, image.pixels())));
    }

    private static boolean lookAlike(RgbImage a, RgbImage b) {
        return PerceptualHash.distance(PerceptualHash.of(a), PerceptualHash.of(b)) <= PerceptualHash.LOOK_ALIKE;
    }

    private static List<Path> fullSize() throws java.io.IOException {
        try (Stream<Path> files = Files.list(SharedData.at("ham10000_full_size"))) {
            return files.filter(ImageDecoder::looksLikeImage).sorted().toList();
        }
    }
}
