package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Holds all images that are decoded at once within half of the heap, whatever the number of workers. */
final class DecodeMemory {
    private static final long MIB = 1 << 20;
    /** What the decoder may need at most for one image, in MiB. */
    private static final int LARGEST = 1024;
    /** Small files need about this much; a guess that need not be right, only not far off in sum. */
    private static final int LEAST = 16;
    /** Compressed pictures unpack to some thirty times their size, and are held more than once. */
    private static final int UNPACKED = 64;

    private final int whole = (int) Math.max(LARGEST, Runtime.getRuntime().maxMemory() / MIB / 2);
    private final Semaphore free = new Semaphore(whole, true);

    /** What needs the memory. */
    interface Work<T> {
        T run() throws ProblemException;
    }

    /** Waits until there is room for the file's pixels, then works. */
    <T> T within(Path file, Work<T> work) throws ProblemException {
        int needed = mebibytes(file);
        free.acquireUninterruptibly(needed);
        try {
            return work.run();
        } finally {
            free.release(needed);
        }
    }

    private static int mebibytes(Path file) {
        try {
            return (int) Math.min(LARGEST, LEAST + Files.size(file) * UNPACKED / MIB);
        } catch (IOException e) {
            return LEAST; // the decoder will say what is wrong
        }
    }
}
