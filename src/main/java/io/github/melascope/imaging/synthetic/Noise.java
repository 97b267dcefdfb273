package io.github.melascope.imaging.synthetic;

/** Seeded random fields over the plane, the same for the same seed on every machine. */
final class Noise {
    private static final int DIRECTIONS = 64;
    private static final double[] COS = new double[DIRECTIONS];
    private static final double[] SIN = new double[DIRECTIONS];

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            COS[i] = StrictMath.cos(2 * StrictMath.PI * i / DIRECTIONS);
            SIN[i] = StrictMath.sin(2 * StrictMath.PI * i / DIRECTIONS);
        }
    }

    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** Gradient noise (Perlin, SIGGRAPH 2002) summed over octaves of halving size and weight: about −1 … 1. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weight = 1;
        double frequency = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * gradient(x * frequency, y * frequency, octave);
            weight *= 0.5;
            frequency *= 2;
        }
        return sum;
    }

    private double gradient(double x, double y, int channel) {
        int column = floor(x);
        int row = floor(y);
        double right = x - column;
        double down = y - row;
        double top = mix(
                slope(column, row, right, down, channel),
                slope(column + 1, row, right - 1, down, channel),
                fade(right));
        double bottom = mix(
                slope(column, row + 1, right, down - 1, channel),
                slope(column + 1, row + 1, right - 1, down - 1, channel),
                fade(right));
        return 1.5 * mix(top, bottom, fade(down));
    }

    private double slope(int column, int row, double right, double down, int channel) {
        int direction = (int) (random(column, row, channel) * DIRECTIONS);
        return COS[direction] * right + SIN[direction] * down;
    }

    /**
     * Cells around one random point in each unit square (Worley, SIGGRAPH 1996).
     *
     * @return the cell's random number 0 … 1, the distance to its point, and how much farther the next point is
     */
    Cell cell(double x, double y) {
        int column = floor(x);
        int row = floor(y);
        double nearest = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        double mark = 0;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                double right = c + random(c, r, 91) - x;
                double down = r + random(c, r, 92) - y;
                double distance = Math.sqrt(right * right + down * down);
                if (distance < nearest) {
                    second = nearest;
                    nearest = distance;
                    mark = random(c, r, 93);
                } else {
                    second = Math.min(second, distance);
                }
            }
        }
        return new Cell(mark, nearest, second - nearest);
    }

    /** @param rim 0 on the border between two cells, growing inwards */
    record Cell(double mark, double distance, double rim) {}

    /** A number 0 … 1 for one place of the lattice (the finaliser of SplitMix64: Steele, Lea and Flood, 2014). */
    double random(int column, int row, int channel) {
        long z = seed + 0x9E3779B97F4A7C15L * (column + 31L * channel) + 0xC2B2AE3D27D4EB4FL * row;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** 0 up to {@code from}, 1 from {@code to} on, smooth between. */
    static double step(double from, double to, double value) {
        return smooth(Math.max(0, Math.min(1, (value - from) / (to - from))));
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static int floor(double value) {
        return (int) Math.floor(value);
    }
}
