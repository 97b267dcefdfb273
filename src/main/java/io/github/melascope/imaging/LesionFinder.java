package io.github.melascope.imaging;

import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Outlines the lesion by its colour: Otsu's threshold on the smoothed blue channel, in which pigmented lesions stand out from
 * skin (Celebi et al., <i>Skin Research and Technology</i> 19 (2013) e252), without hairs and black corners, weighted
 * towards the middle of the frame, where photographers put the lesion. The threshold is moved towards the skin, because
 * dermatologists draw their outlines wider than a computer does.
 *
 * <p>This is no model and knows no lesions; it fails on pale and on ragged ones. So it also says when not to believe it.
 * Figures on real outlines stand in {@code docs/decisions/0013-viewer.md}.
 */
public final class LesionFinder {
    static final int SIDE = 96;

    /** Otsu's η under which skin and lesion do not part. */
    static final double SEPARABLE = 0.72;

    /** Grey levels of blue between what is within and what is without, under which there is nothing to outline. */
    static final double CONTRAST = 15;

    /** Share of the outline that may lie at the edge of the frame or of the round field. */
    static final double CUT_OFF = 0.25;

    /** 16 × area / perimeter², 1 for a square: under this the outline is ragged. */
    static final double COMPACT = 0.45;

    /** Share of the frame that a lesion has at least, and at most. */
    static final double SMALLEST = 0.01;

    static final double LARGEST = 0.75;

    private static final int HAIR = 2;
    private static final double SIGMA = 2;
    private static final double MIDDLE = 3;
    private static final double PIECE_MIDDLE = 8;
    private static final double TOWARDS_SKIN = 0.7;
    private static final int BLACK = 60;
    private static final int RIM = SIDE / 12;

    private final Region field;
    private final float[] darkness;

    private LesionFinder(RgbImage image) {
        RgbImage small = Resizer.resize(image, SIDE, SIDE);
        Region black = Region.of(SIDE, cell -> black(small.pixels()[cell]))
                .reachedFromTheEdge()
                .grown(2);
        this.field = Region.of(SIDE, cell -> !black.has(cell));
        this.darkness = darkness(small);
    }

    /**
     * What was found, and how far to believe it.
     *
     * @param mask of {@value #SIDE} × {@value #SIDE} cells; may be empty
     * @param separability Otsu's η
     * @param contrast mean darkness within less that without, in grey levels weighted towards the middle
     * @param cutOff share of the outline at the edge of what can be seen
     * @param compactness 16 × area / perimeter²
     */
    record Found(LesionMask mask, double separability, double contrast, double cutOff, double compactness) {
        boolean plausible() {
            double share = mask.share();
            return separability >= SEPARABLE
                    && contrast >= CONTRAST
                    && cutOff <= CUT_OFF
                    && compactness >= COMPACT
                    && share >= SMALLEST
                    && share <= LARGEST;
        }
    }

    /**
     * The lesion, where it can be told from the skin around it: a few milliseconds.
     *
     * @param image of any size; the network's input will do
     */
    public static Optional<LesionMask> find(RgbImage image) {
        return Optional.of(measure(image)).filter(Found::plausible).map(Found::mask);
    }

    static Found measure(RgbImage image) {
        return new LesionFinder(image).found();
    }

    private static boolean black(int pixel) {
        return Math.max((pixel >> 16) & 0xFF, Math.max((pixel >> 8) & 0xFF, pixel & 0xFF)) < BLACK;
    }

    /** How much darker than the brightest skin, less towards the edge of the frame. */
    private float[] darkness(RgbImage small) {
        float[] blue = new float[SIDE * SIDE];
        for (int i = 0; i < blue.length; i++) {
            blue[i] = small.pixels()[i] & 0xFF;
        }
        float skin = median(blue, rim());
        for (int i = 0; i < blue.length; i++) {
            blue[i] = field.has(i) ? blue[i] : skin;
        }
        blue = Smoothing.gaussian(Smoothing.closed(blue, SIDE, HAIR), SIDE, SIGMA);
        float brightest = 0;
        for (float value : blue) {
            brightest = Math.max(brightest, value);
        }
        double[] weights = middle(MIDDLE);
        float[] dark = new float[blue.length];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (float) ((brightest - blue[i]) * weights[i]);
        }
        return dark;
    }

    /** The outermost cells of what can be seen: skin, mostly. */
    private Region rim() {
        return Region.of(SIDE, cell -> {
            int near = Math.min(
                    Math.min(cell % SIDE, SIDE - 1 - cell % SIDE), Math.min(cell / SIDE, SIDE - 1 - cell / SIDE));
            return near < RIM && field.has(cell);
        });
    }

    private static double[] middle(double steepness) {
        double[] weights = new double[SIDE * SIDE];
        for (int i = 0; i < weights.length; i++) {
            double x = (i % SIDE + 0.5) / SIDE - 0.5;
            int row = i / SIDE;
            double y = (row + 0.5) / SIDE - 0.5;
            weights[i] = Math.exp(-steepness * (x * x + y * y));
        }
        return weights;
    }

    private static float median(float[] values, Region chosen) {
        float[] some = new float[chosen.size()];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (chosen.has(i)) {
                some[count++] = values[i];
            }
        }
        Arrays.sort(some);
        return count == 0 ? 0 : some[count / 2];
    }

    private double mean(Region chosen) {
        double sum = 0;
        for (int i = 0; i < darkness.length; i++) {
            sum += chosen.has(i) ? darkness[i] : 0;
        }
        return sum / Math.max(1, chosen.size());
    }

    private Found found() {
        OtsuThreshold otsu = OtsuThreshold.of(darkness, field);
        double skin = median(darkness, rim());
        double threshold = skin + TOWARDS_SKIN * (otsu.value() - skin);
        Region dark = Region.of(SIDE, cell -> field.has(cell) && darkness[cell] >= threshold);
        Region piece = dark.shrunk(1).grown(1).heaviest(middle(PIECE_MIDDLE));
        Region lesion = piece.grown(2).shrunk(2).filled();
        int perimeter = Math.max(1, lesion.perimeter());
        Region outside = Region.of(SIDE, cell -> !field.has(cell));
        return new Found(
                new LesionMask(SIDE, lesion.on()),
                otsu.separability(),
                mean(lesion) - mean(field.without(lesion)),
                (double) lesion.touching(outside) / perimeter,
                16.0 * lesion.size() / perimeter / perimeter);
    }
}
