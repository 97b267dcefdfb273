package io.github.melascope.metrics;

/** Small checks and helpers on arrays. */
final class Indices {
    private Indices() {}

    static void sameLength(int scores, int labels) {
        if (scores != labels) {
            throw new IllegalArgumentException(scores + " scores for " + labels + " labels");
        }
    }

    /** 0, 1, … n − 1. */
    static int[] all(int n) {
        int[] indices = new int[n];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        return indices;
    }

    /** n ones. */
    static int[] ones(int n) {
        int[] ones = new int[n];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    /** Index of the largest value; the first of several. */
    static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
