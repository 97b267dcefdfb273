package io.github.melascope.app;

import java.util.OptionalDouble;

/**
 * One measured line of the benchmark.
 *
 * @param name what was measured
 * @param value of it; a median
 * @param unit of the value
 * @param ratio against what {@code against} names, where there is something to compare with
 * @param against the peer, in words
 */
public record BenchLine(String name, double value, String unit, OptionalDouble ratio, String against) {
    static BenchLine of(String name, double value, String unit) {
        return new BenchLine(name, value, unit, OptionalDouble.empty(), "");
    }

    BenchLine against(String peer, double ratioToPeer) {
        return new BenchLine(name, value, unit, OptionalDouble.of(ratioToPeer), peer);
    }
}
