package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LesionFinderTest {
    private static final int SIDE = 224;
    private static final int SKIN = 0xD8B09A;
    private static final int BROWN = 0x7A4A36;

    /** An ellipse on skin whose outline is known. */
    private record Drawn(double x, double y, double across, double down) {
        boolean contains(double column, double row) {
            double right = (column - x) / across;
            double below = (row - y) / down;
            return right * right + below * below <= 1;
        }

        LesionMask mask() {
            boolean[] inside = new boolean[SIDE * SIDE];
            for (int i = 0; i < inside.length; i++) {
                int row = i / SIDE;
                inside[i] = contains((i % SIDE + 0.5) / SIDE, (row + 0.5) / SIDE);
            }
            return new LesionMask(SIDE, inside);
        }

        RgbImage image(int lesion, boolean hairs, boolean round) {
            Random random = new Random(5);
            int[] pixels = new int[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++) {
                int row = i / SIDE;
                double column = (i % SIDE + 0.5) / SIDE;
                int colour = contains(column, (row + 0.5) / SIDE) ? lesion : SKIN;
                boolean hair = hairs && (i % SIDE + 3 * row) % 60 < 3;
                boolean beyond = round && Math.hypot(column - 0.5, (row + 0.5) / SIDE - 0.5) > 0.52;
                pixels[i] = beyond ? 0 : noisy(hair ? 0x201510 : colour, random);
            }
            return new RgbImage(SIDE, SIDE, pixels);
        }

        private static int noisy(int colour, Random random) {
            int noise = random.nextInt(17) - 8;
            return ((colour >> 16 & 255) + noise) << 16 | ((colour >> 8 & 255) + noise) << 8 | (colour & 255) + noise;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.25, 0.2, false, false",
        "0.45, 0.6, 0.3, 0.15, false, false",
        "0.5, 0.5, 0.1, 0.1, false, false",
        "0.55, 0.5, 0.25, 0.25, true, false",
        "0.5, 0.45, 0.25, 0.25, false, true",
        "0.5, 0.45, 0.25, 0.25, true, true",
    })
    void aDarkSpotIsFoundWhereItIs(double x, double y, double across, double down, boolean hairs, boolean round) {
        Drawn drawn = new Drawn(x, y, across, down);
        LesionMask found = LesionFinder.find(drawn.image(BROWN, hairs, round)).orElseThrow();
        double jaccard = RealOutlines.jaccard(found, drawn.mask());
        assertTrue(jaccard > 0.8, "Jaccard " + jaccard);
    }

    @Test
    void holesBelongToTheLesion() {
        Drawn drawn = new Drawn(0.5, 0.5, 0.3, 0.3);
        int[] pixels = drawn.image(BROWN, false, false).pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int row = i / SIDE;
            if (new Drawn(0.5, 0.5, 0.08, 0.08).contains((i % SIDE + 0.5) / SIDE, (row + 0.5) / SIDE)) {
                pixels[i] = SKIN;
            }
        }
        assertTrue(LesionFinder.find(new RgbImage(SIDE, SIDE, pixels))
                .orElseThrow()
                .contains(0.5, 0.5));
    }

    @Test
    void whereNothingStandsOutNothingIsSaid() {
        Drawn drawn = new Drawn(0.5, 0.5, 0.25, 0.25);
        assertEquals(Optional.empty(), LesionFinder.find(drawn.image(SKIN, false, false)), "even skin");
        assertEquals(Optional.empty(), LesionFinder.find(drawn.image(SKIN - 0x020202, false, true)), "too pale");
        assertEquals(Optional.empty(), LesionFinder.find(new RgbImage(SIDE, SIDE, new int[SIDE * SIDE])), "black");
        int[] white = new int[SIDE * SIDE];
        Arrays.fill(white, 0xFFFFFF);
        assertEquals(Optional.empty(), LesionFinder.find(new RgbImage(SIDE, SIDE, white)), "white");
    }

    @Test
    void aLesionThatTheFrameCutsOffIsNotOutlined() {
        RgbImage image = new Drawn(0.5, 0.95, 0.5, 0.4).image(BROWN, false, false);
        LesionFinder.Found found = LesionFinder.measure(image);
        assertTrue(found.cutOff() > 0.15, "cut off " + found.cutOff());
        assertFalse(found.plausible(), found.toString());
    }

    /** Prints the figures of decision 0013; holds that they do not get worse unseen. */
    @Test
    @Tag("data-heavy")
    void realLesionsAreOutlinedAsPeopleDo() throws Exception {
        List<Path> images = RealOutlines.images();
        ImageDecoder decoder = new ImageDecoder();
        List<double[]> rows = images.parallelStream()
                .map(image -> {
                    try {
                        LesionFinder.Found found = LesionFinder.measure(decoder.decode(image));
                        double jaccard = RealOutlines.jaccard(found.mask(), RealOutlines.of(image));
                        return new double[] {jaccard, found.plausible() ? 1 : 0};
                    } catch (Exception e) {
                        throw new IllegalStateException(image.toString(), e);
                    }
                })
                .toList();
        List<double[]> believed = rows.stream().filter(row -> row[1] == 1).toList();
        say("all", rows);
        say("plausible", believed);
        assertTrue(median(rows) > 0.8, "median of all");
        assertTrue(below(believed) < 0.03, "too many bad outlines are believed");
    }

    private static void say(String which, List<double[]> rows) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d images, median Jaccard %.3f, below 0.5: %.1f %%%n",
                which,
                rows.size(),
                median(rows),
                100 * below(rows));
    }

    private static double median(List<double[]> rows) {
        double[] sorted = rows.stream().mapToDouble(row -> row[0]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double below(List<double[]> rows) {
        return rows.stream().filter(row -> row[0] < 0.5).count() / (double) rows.size();
    }
}
