package io.github.melascope.app;

/**
 * Memory that the process of a training held at its peak, in bytes, rounded up: {@code melascope devices --benchmark} on Linux with two
 * processor cores and batches of the usual size told of 0.7 and 4.6 GiB.
 */
final class TrainingMemory {
    static final long QUICK = 1L << 30;
    static final long FULL = 5L << 30;

    private TrainingMemory() {}
}
