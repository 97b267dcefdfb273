package io.github.melascope.imaging.synthetic;

import java.util.SplittableRandom;

/**
 * How one photograph of a lesion is taken.
 *
 * @param angle the camera is turned by, radians
 * @param zoom 1 is the lesion at its usual size
 * @param shiftX of the lesion's middle, in halves of the frame's shorter side
 * @param shiftY downwards
 * @param exposure factor on all light
 * @param warmth colour of the light: above 1 reddish, below bluish
 * @param vignette darkening towards the corners, 0 … 1
 * @param round whether a round black frame cuts the corners
 * @param hairs number of hairs
 * @param reflections number of small bright spots
 */
record View(
        double angle,
        double zoom,
        double shiftX,
        double shiftY,
        double exposure,
        double warmth,
        double vignette,
        boolean round,
        int hairs,
        int reflections) {
    static View of(SplittableRandom random) {
        boolean hairy = random.nextDouble() < 0.35;
        return new View(
                2 * StrictMath.PI * random.nextDouble(),
                0.9 + 0.25 * random.nextDouble(),
                0.24 * (random.nextDouble() - 0.5),
                0.20 * (random.nextDouble() - 0.5),
                0.86 + 0.18 * random.nextDouble(),
                0.96 + 0.08 * random.nextDouble(),
                0.10 + 0.30 * random.nextDouble(),
                random.nextDouble() < 0.10,
                hairy ? 2 + random.nextInt(12) : random.nextInt(2),
                random.nextInt(6));
    }
}
