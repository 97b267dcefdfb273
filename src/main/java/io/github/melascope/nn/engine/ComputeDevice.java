package io.github.melascope.nn.engine;

import java.util.Locale;

/**
 * Something a network can run on.
 *
 * @param kind processor or graphics card
 * @param index which card, 0 for the processor
 */
public record ComputeDevice(Kind kind, int index) {
    public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

    /** The kinds of device. */
    public enum Kind {
        CPU,
        CUDA
    }

    public boolean isCuda() {
        return kind == Kind.CUDA;
    }

    /** {@code "cpu"} or {@code "cuda:0"}. */
    public String code() {
        return isCuda() ? "cuda:" + index : kind.name().toLowerCase(Locale.ROOT);
    }
}
