package io.github.melascope.imaging.synthetic;

import java.util.SplittableRandom;

/** Skin without a lesion: tone, blotches, fine furrows. */
final class Skin {
    private final Noise noise;
    private final double melanin;
    private final double blood;

    Skin(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.noise = new Noise(random.nextLong());
        double tone = random.nextDouble();
        this.melanin = 0.03 + 0.12 * tone + (tone > 0.85 ? 0.5 * random.nextDouble() : 0);
        this.blood = 0.12 + 0.22 * random.nextDouble();
    }

    /** @param x place, in halves of the frame's shorter side */
    Pigment at(double x, double y) {
        double blotches = noise.fractal(x * 1.2, y * 1.2, 4);
        double warp = 0.5 * noise.fractal(x * 4, y * 4, 2);
        double furrow =
                1 - Noise.step(0.0, 0.16, noise.cell(x * 9 + warp, y * 7 + warp).rim());
        double grain = noise.fractal(x * 38, y * 38, 2);
        return new Pigment(
                melanin * (1 + 0.25 * blotches) + 0.012 * grain + 0.018 * furrow,
                blood * (1 + 0.22 * noise.fractal(x * 1.7 + 90, y * 1.7, 4)) + 0.012 * grain + 0.02 * furrow,
                0,
                0);
    }
}
