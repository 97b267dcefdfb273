package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three images: dark lesions on pink, on blue and on green skin; the third has no outline. */
class OtherSkinTest {
    private static final int SIZE = 64;
    private static final int[] SKIN = {0xE0B0A0, 0x6080D0, 0x60C060};
    private static final int LESION = 0x402010;

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private PixelCache images;
    private OtherSkin skin;

    @BeforeEach
    void prepare() throws ProblemException {
        images = PixelCache.build(
                OtherSkinTest::image,
                SKIN.length,
                "stage.reading",
                folder.resolve("pixels.cache"),
                SIZE,
                workers,
                Progress.NONE,
                new CancelToken());
        skin = OtherSkin.of(images, SKIN.length, i -> outline(i), folder, workers, Progress.NONE, new CancelToken());
    }

    @AfterEach
    void close() {
        skin.close();
        images.close();
        workers.shutdownNow();
    }

    private static RgbImage image(int index) {
        int[] pixels = new int[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = inside(i) ? LESION : SKIN[index];
        }
        return new RgbImage(SIZE, SIZE, pixels);
    }

    private static boolean inside(int pixel) {
        return fromMiddle(pixel) < 10;
    }

    /** Pixels from the lesion's middle. */
    private static double fromMiddle(int pixel) {
        int row = pixel / SIZE;
        return Math.hypot(pixel % SIZE - 20.0, row - 30.0);
    }

    private static Optional<LesionMask> outline(int index) {
        boolean[] cells = new boolean[SIZE * SIZE];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = inside(i);
        }
        return index == 2 ? Optional.empty() : Optional.of(new LesionMask(SIZE, cells));
    }

    private byte[] replaced(int index, long seed) {
        byte[] frame = new byte[3 * SIZE * SIZE];
        images.read(index, frame);
        skin.replace(frame, index, new SplittableRandom(seed));
        return frame;
    }

    @Test
    void theLesionStaysAndTheSkinBecomesThatOfAnotherImage() {
        byte[] before = new byte[3 * SIZE * SIZE];
        images.read(0, before);
        int other = 0;
        for (long seed = 0; seed < 40; seed++) {
            byte[] after = replaced(0, seed);
            for (int i = 0; i < SIZE * SIZE; i++) {
                for (int c = 0; c < 3 && inside(i); c++) {
                    assertEquals(before[3 * i + c] & 255, after[3 * i + c] & 255, 2, "pixel " + i);
                }
            }
            int corner = after[2] & 255; // blue of the first pixel: 0xA0 on its own skin, up to 0xD0 on the other
            assertTrue(corner >= 0x9F && corner <= 0xD1, "blue " + corner);
            other += corner > 0xA4 ? 1 : 0;
        }
        assertTrue(other > 8 && other < 32, other + " of 40 are bluer");
    }

    @Test
    void noLesionIsLeftOnTheSkinThatIsLent() {
        for (long seed = 0; seed < 40; seed++) {
            byte[] after = replaced(0, seed);
            for (int i = 0; i < SIZE * SIZE; i++) {
                boolean far = fromMiddle(i) > 16;
                assertFalse(far && (after[3 * i] & 255) < 0x5E, "dark pixel " + i % SIZE + ", " + i / SIZE);
            }
        }
    }

    @Test
    void anImageWithoutOutlineStaysAndIsNotLent() {
        byte[] before = new byte[3 * SIZE * SIZE];
        images.read(2, before);
        for (long seed = 0; seed < 20; seed++) {
            assertArrayEquals(before, replaced(2, seed));
            byte[] after = replaced(0, seed);
            assertFalse((after[1] & 255) > 0xB4, "green skin was lent");
        }
        assertFalse(skin.isEmpty());
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertArrayEquals(replaced(1, 5), replaced(1, 5));
        long different = java.util.stream.LongStream.range(0, 10)
                .filter(seed -> !Arrays.equals(replaced(1, 5), replaced(1, seed)))
                .count();
        assertTrue(different >= 8, different + " of 10 differ");
    }

    @Test
    void aPlanReplacesAsOftenAsItSays() {
        Augmentation half = new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, Artefacts.NONE);
        Augmenter augmenter = new Augmenter(half, 3, Optional.of(skin));
        byte[] before = new byte[3 * SIZE * SIZE];
        images.read(1, before);
        int changed = 0;
        for (int place = 0; place < 200; place++) {
            byte[] frame = before.clone();
            augmenter.changeSkin(frame, 1, 0, place);
            changed += Arrays.equals(before, frame) ? 0 : 1;
        }
        // half of the views, and half of these are lent another skin than their own
        assertTrue(changed > 30 && changed < 75, changed + " of 200");
    }
}
