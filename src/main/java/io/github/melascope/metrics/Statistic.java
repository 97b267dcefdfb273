package io.github.melascope.metrics;

import java.util.List;

/** One or more figures of a sample in which each case may count several times, or not at all. */
public interface Statistic {
    /** How many figures. */
    int size();

    /**
     * Computes the figures; those that are undefined become NaN.
     *
     * @param weights how often each case counts, at least 0
     * @param into receives the figures from {@code offset} on
     */
    void compute(int[] weights, double[] into, int offset);

    /** Several as one, in order. */
    static Statistic join(List<? extends Statistic> parts) {
        List<Statistic> all = List.copyOf(parts);
        int size = all.stream().mapToInt(Statistic::size).sum();
        return new Statistic() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                int at = offset;
                for (Statistic part : all) {
                    part.compute(weights, into, at);
                    at += part.size();
                }
            }
        };
    }
}
