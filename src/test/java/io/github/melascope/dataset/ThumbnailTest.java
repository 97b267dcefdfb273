package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.RgbImage;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
    private static final Thumbnail PICTURE = Thumbnail.of(Pictures.blob(1, 64));

    @Test
    void theEightOrientationsAreThoseOfTheSquare() {
        assertArrayEquals(PICTURE.luma(), PICTURE.turned(0).luma());
        assertEquals(
                Thumbnail.ORIENTATIONS,
                IntStream.range(0, Thumbnail.ORIENTATIONS)
                        .mapToObj(k -> ByteBuffer.wrap(PICTURE.turned(k).luma()))
                        .collect(Collectors.toSet())
                        .size());
        assertArrayEquals(
                PICTURE.luma(), PICTURE.turned(1).turned(1).turned(1).turned(1).luma());
        assertArrayEquals(PICTURE.turned(3).luma(), PICTURE.turned(2).turned(1).luma());
        assertArrayEquals(PICTURE.luma(), PICTURE.turned(4).turned(4).luma());
        assertArrayEquals(PICTURE.turned(5).luma(), PICTURE.turned(4).turned(1).luma());
    }

    @Test
    void turningBeforeOrAfterShrinkingIsTheSame() {
        RgbImage image = Pictures.blob(1, 64);
        assertArrayEquals(
                PICTURE.turned(1).luma(), Thumbnail.of(Pictures.turned(image)).luma());
        assertArrayEquals(
                PICTURE.turned(4).luma(), Thumbnail.of(Pictures.mirrored(image)).luma());
    }

    @Test
    void fineSimilarityTellsApartWhatCoarseSimilarityDoesNot() {
        Thumbnail other = Thumbnail.of(Pictures.blob(2, 64));
        assertEquals(1, PICTURE.fineSimilarity(PICTURE), 1e-12);
        assertEquals(1, PICTURE.coarseSimilarity(PICTURE), 1e-12);
        assertTrue(PICTURE.fineSimilarity(other) < PICTURE.coarseSimilarity(other));
        assertTrue(PICTURE.fineSimilarity(other) < 0.5, () -> "" + PICTURE.fineSimilarity(other));
    }

    @Test
    void aFlatPictureIsSimilarToNothing() {
        Thumbnail flat = new Thumbnail(new byte[Thumbnail.SIDE * Thumbnail.SIDE]);
        assertEquals(0, flat.fineSimilarity(PICTURE));
        assertEquals(0, flat.coarseSimilarity(flat));
    }
}
