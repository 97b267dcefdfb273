package io.github.melascope.nn.infer;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Unit vectors in bytes, to leave most of them out of an exact search. A search waits for memory, and bytes are a quarter of
 * floats. With x the vector, x̂ what its bytes stand for and q the query, all that a cosine can be wrong by is
 * |q·x − q·x̂| ≤ |q| |x − x̂| (Cauchy and Schwarz), and |x − x̂| is known of each vector: so no vector that belongs among the
 * nearest is ever left out.
 */
final class CoarseCosines {
    /** Vectors that are summed together; their sums stay in the nearest cache. */
    private static final int TILE = 1000;
    /** Dimensions that are summed at once: the sums are fetched and stored an eighth as often. */
    private static final int AT_ONCE = 8;

    private static final int LARGEST = 127;

    private final int count;
    /** Groups of {@value #AT_ONCE} dimensions; the last is filled up with zeros. */
    private final int groups;
    /**
     * [tiles · groups][{@value #AT_ONCE} · {@value #TILE}]: read from begin to end, and each sum runs along the vectors. Small
     * arrays, because the compiler then sees that no index leaves them.
     */
    private final byte[][] codes;
    /** What one step of a vector's bytes stands for. */
    private final float[] steps;
    /** The most that each cosine can be wrong by. */
    private final float[] errors;

    /**
     * @param rows unit vectors, [vectors · dimensions]
     * @param count of vectors
     * @param dimensions of each
     */
    CoarseCosines(float[] rows, int count, int dimensions) {
        this.count = count;
        this.groups = (dimensions + AT_ONCE - 1) / AT_ONCE;
        int tiles = (count + TILE - 1) / TILE;
        this.codes = new byte[tiles * groups][AT_ONCE * TILE];
        this.steps = new float[count];
        this.errors = new float[count];
        for (int n = 0; n < count; n++) {
            encode(rows, n, dimensions);
        }
    }

    private void encode(float[] rows, int n, int length) {
        float largest = Float.MIN_NORMAL;
        for (int d = 0; d < length; d++) {
            largest = Math.max(largest, Math.abs(rows[n * length + d]));
        }
        float step = largest / LARGEST;
        double squares = 0;
        for (int d = 0; d < length; d++) {
            float value = rows[n * length + d];
            int code = Math.clamp(Math.round(value / step), -LARGEST, LARGEST);
            codes[n / TILE * groups + d / AT_ONCE][d % AT_ONCE * TILE + n % TILE] = (byte) code;
            double wrong = value - (double) step * code;
            squares += wrong * wrong;
        }
        steps[n] = step;
        // Sums of floats lose at most one part in 2²⁴ an addition; twice that covers the lengths of q and x̂, too.
        errors[n] = (float) (Math.sqrt(squares) * (1 + 1e-6) + length * Math.ulp(1f));
    }

    /**
     * About the cosine to each vector.
     *
     * @param query a unit vector
     */
    float[] of(float[] query) {
        float[] padded = Arrays.copyOf(query, groups * AT_ONCE);
        float[] sums = new float[TILE];
        float[] cosines = new float[count];
        for (int from = 0, block = 0; from < count; from += TILE) {
            Arrays.fill(sums, 0);
            for (int group = 0; group < groups; group++, block++) {
                add(sums, codes[block], padded, group * AT_ONCE);
            }
            for (int n = from; n < Math.min(from + TILE, count); n++) {
                cosines[n] = sums[n - from] * steps[n];
            }
        }
        return cosines;
    }

    /** A loop that the compiler makes eight or sixteen sums at a time of. */
    private static void add(float[] sums, byte[] block, float[] query, int d) {
        float q0 = query[d];
        float q1 = query[d + 1];
        float q2 = query[d + 2];
        float q3 = query[d + 3];
        float q4 = query[d + 4];
        float q5 = query[d + 5];
        float q6 = query[d + 6];
        float q7 = query[d + 7];
        for (int n = 0; n < TILE; n++) {
            sums[n] += ((q0 * block[n] + q1 * block[n + TILE]) + (q2 * block[n + 2 * TILE] + q3 * block[n + 3 * TILE]))
                    + ((q4 * block[n + 4 * TILE] + q5 * block[n + 5 * TILE])
                            + (q6 * block[n + 6 * TILE] + q7 * block[n + 7 * TILE]));
        }
    }

    /**
     * Those that can be among the {@code k} nearest: at least {@code k} of the members are surely as near as the k-th best
     * that a cosine can be at least, so whoever cannot reach that is not among them.
     *
     * @param cosines as {@link #of} gave them
     * @param members the vectors to choose from
     */
    int[] shortlist(float[] cosines, int[] members, int k) {
        if (k >= members.length) {
            return members;
        }
        float[] least = new float[members.length];
        for (int i = 0; i < members.length; i++) {
            least[i] = cosines[members[i]] - errors[members[i]];
        }
        float limit = k == 0 ? Float.POSITIVE_INFINITY : largest(least, k);
        return IntStream.of(members)
                .filter(n -> cosines[n] + errors[n] >= limit)
                .toArray();
    }

    /** The k-th largest value: k is small, so by insertion. */
    private static float largest(float[] values, int k) {
        float[] best = new float[k];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (float value : values) {
            if (value > best[k - 1]) {
                int place = k - 1;
                for (; place > 0 && value > best[place - 1]; place--) {
                    best[place] = best[place - 1];
                }
                best[place] = value;
            }
        }
        return best[k - 1];
    }
}
