package io.github.melascope.nn.train;

import java.util.SplittableRandom;

/**
 * Random numbers by address instead of by sequence: each is drawn from the seed and the place it is used at. So there is
 * no random state to keep, and a resumed training draws exactly what it would have drawn.
 */
final class Draws {
    private Draws() {}

    /** A well-spread seed for one place, by SplitMix64's finaliser (Steele et al., OOPSLA 2014). */
    static long mix(long seed, long a, long b) {
        return finish(finish(finish(seed) + a) + b);
    }

    private static long finish(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * A dropout mask: 0 with the given probability, else {@code 1 / (1 − probability)} (Srivastava et al., JMLR 2014,
     * in its inverted form).
     */
    static float[] dropoutMask(int length, double probability, long seed, long step) {
        float[] mask = new float[length];
        SplittableRandom random = new SplittableRandom(mix(seed, step, 0x0D50));
        float kept = (float) (1 / (1 - probability));
        for (int i = 0; i < length; i++) {
            mask[i] = random.nextDouble() < probability ? 0 : kept;
        }
        return mask;
    }
}
