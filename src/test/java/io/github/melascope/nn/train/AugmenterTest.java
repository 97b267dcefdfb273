package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int SIZE = 32;

    @Test
    void withoutAugmentationThePixelsStayAsTheyAre() {
        byte[] source = noise(1);
        float[] view = draw(Augmentation.NONE, source, 0, 0);
        for (int i = 0; i < source.length; i++) {
            assertEquals(source[i] & 255, view[i], 1e-3);
        }
    }

    @Test
    void aViewDependsOnSeedEpochAndPlaceAlone() {
        byte[] source = noise(2);
        float[] view = draw(Augmentation.USUAL, source, 3, 5);
        assertArrayEquals(view, draw(Augmentation.USUAL, source, 3, 5));
        assertFalse(Arrays.equals(view, draw(Augmentation.USUAL, source, 4, 5)));
        assertFalse(Arrays.equals(view, draw(Augmentation.USUAL, source, 3, 6)));
    }

    @Test
    void everyValueIsAByteAndNoCornerIsBlack() {
        byte[] bright = new byte[3 * SIZE * SIZE];
        Arrays.fill(bright, (byte) 180);
        for (int view = 0; view < 200; view++) {
            for (float v : draw(Augmentation.USUAL, bright, view, 0)) {
                assertTrue(v > 90 && v <= 255, "value " + v + " in view " + view);
            }
        }
    }

    @Test
    void flipsMirrorTheImage() {
        Augmentation flips = new Augmentation(true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Artefacts.NONE);
        byte[] source = noise(3);
        boolean[] seen = new boolean[4];
        for (int view = 0; view < 40; view++) {
            float[] drawn = draw(flips, source, view, 0);
            for (int kind = 0; kind < 4; kind++) {
                seen[kind] |= mirrored(source, drawn, kind % 2 == 1, kind >= 2);
            }
        }
        assertArrayEquals(new boolean[] {true, true, true, true}, seen);
    }

    @Test
    void aMoreNegativeSharpnessBlurs() {
        byte[] source = noise(4);
        double plain = roughness(draw(Augmentation.NONE, source, 0, 0));
        Augmentation sharpness = new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0.9, 0, 0, 0, Artefacts.NONE);
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (int view = 0; view < 40; view++) {
            double rough = roughness(draw(sharpness, source, view, 0));
            lowest = Math.min(lowest, rough);
            highest = Math.max(highest, rough);
        }
        assertTrue(lowest < 0.5 * plain && highest > 1.2 * plain, lowest + " " + plain + " " + highest);
    }

    @Test
    void aHoleIsGreyAndNoLargerThanAllowed() {
        byte[] bright = new byte[3 * SIZE * SIZE];
        Arrays.fill(bright, (byte) 250);
        Augmentation hole = new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, Artefacts.NONE);
        int painted = 0;
        int largest = 0;
        for (int view = 0; view < 400; view++) {
            int grey = 0;
            for (float v : draw(hole, bright, view, 0)) {
                grey += v == 127.5f ? 1 : 0;
            }
            painted += grey > 0 ? 1 : 0;
            largest = Math.max(largest, grey);
        }
        assertTrue(painted > 150 && painted < 250, painted + " of 400");
        assertTrue(largest > 3 * SIZE * SIZE / 6 && largest <= 3 * SIZE * SIZE / 4, largest + " values");
    }

    @Test
    void artefactsComeAsOftenAsAskedAndNeverLeaveTheRange() {
        byte[] bright = new byte[3 * SIZE * SIZE];
        Arrays.fill(bright, (byte) 200);
        Artefacts[] one = {
            new Artefacts(0.5, 0, 0, 0, 0), new Artefacts(0, 0.5, 0, 0, 0), new Artefacts(0, 0, 0.5, 0, 0)
        };
        for (Artefacts artefacts : one) {
            int changed = 0;
            for (int view = 0; view < 300; view++) {
                float[] drawn = draw(with(artefacts), bright, view, 0);
                boolean touched = false;
                for (float v : drawn) {
                    assertTrue(v >= 0 && v <= 255, artefacts + " gives " + v);
                    touched |= Math.abs(v - 200) > 0.5;
                }
                changed += touched ? 1 : 0;
            }
            assertTrue(
                    changed > 100 && changed < 180,
                    artefacts + ": " + changed + " of 300"); // a hair may miss the frame
        }
    }

    @Test
    void cornersAreBlackAndTheMiddleIsLeft() {
        byte[] bright = new byte[3 * SIZE * SIZE];
        Arrays.fill(bright, (byte) 200);
        int black = 0;
        for (int view = 0; view < 50; view++) {
            float[] drawn = draw(with(new Artefacts(0, 0, 1, 0, 0)), bright, view, 0);
            black += drawn[0] == 0 || drawn[drawn.length - 1] == 0 ? 1 : 0;
            assertEquals(200, drawn[3 * (SIZE / 2 * SIZE + SIZE / 2)], 1e-3);
        }
        assertTrue(black > 30, black + " of 50");
    }

    @Test
    void blurAndCompressionTakeDetailAway() {
        byte[] source = noise(5);
        double plain = roughness(draw(Augmentation.NONE, source, 0, 0));
        float[] blurred = draw(Augmentation.NONE, source, 0, 0);
        ArtefactPainter.blur(blurred, SIZE, 1);
        assertTrue(roughness(blurred) < 0.5 * plain, roughness(blurred) + " of " + plain);
        float[] compressed = draw(with(new Artefacts(0, 0, 0, 1, 0)), source, 0, 0);
        assertTrue(roughness(compressed) < 0.9 * plain, roughness(compressed) + " of " + plain);
    }

    @Test
    void theBlurKeepsFlatColoursAndSpreadsAPointBySigma() {
        int middle = SIZE / 2;
        float[] point = new float[3 * SIZE * SIZE];
        point[3 * (middle * SIZE + middle) + 1] = 1000;
        ArtefactPainter.blur(point, SIZE, 0.8f);
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            sum += point[3 * i + 1];
            variance += point[3 * i + 1] * Math.pow(i % SIZE - middle, 2);
            assertEquals(0, point[3 * i]);
        }
        assertEquals(1000, sum, 0.01);
        assertEquals(0.64, variance / sum, 0.02);
    }

    private static Augmentation with(Artefacts artefacts) {
        return new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, artefacts);
    }

    private static boolean mirrored(byte[] source, float[] drawn, boolean x, boolean y) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int from = 3 * ((y ? SIZE - 1 - row : row) * SIZE + (x ? SIZE - 1 - column : column));
                if (Math.abs((source[from] & 255) - drawn[3 * (row * SIZE + column)]) > 0.5) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double roughness(float[] image) {
        double sum = 0;
        for (int i = 3; i < image.length; i++) {
            sum += Math.abs(image[i] - image[i - 3]);
        }
        return sum / image.length;
    }

    private static float[] draw(Augmentation plan, byte[] source, int view, int place) {
        float[] target = new float[source.length];
        new Augmenter(plan, 9).draw(source, SIZE, view, place, target);
        return target;
    }

    private static byte[] noise(long seed) {
        byte[] bytes = new byte[3 * SIZE * SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
