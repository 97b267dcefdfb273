package io.github.melascope.nn.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Tells glibc's allocator to keep freed memory. A network frees and takes the same large blocks in every step; by default
 * glibc gives each back to the kernel, and zeroing fresh pages then costs more than half of the time of a step. Threads
 * that took memory before this call keep their own arenas, which still give back; so the launcher sets the same by
 * environment before the process begins, and this is for those who start it otherwise.
 */
final class Mallopt {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_MAX = -4;
    private static final int M_ARENA_MAX = -8;

    private static final int TRIM_AT_BYTES = 1 << 30;
    private static final int GROW_BY_BYTES = 64 << 20;

    private Mallopt() {}

    /** Does nothing on other systems than Linux, and nothing where the C library has no {@code mallopt} (musl). */
    static void keepFreedMemory() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            mallopt.invokeInt(new Object[] {M_ARENA_MAX, 1});
            mallopt.invokeInt(new Object[] {M_MMAP_MAX, 0});
            mallopt.invokeInt(new Object[] {M_TRIM_THRESHOLD, TRIM_AT_BYTES});
            mallopt.invokeInt(new Object[] {M_TOP_PAD, GROW_BY_BYTES});
        } catch (UnsatisfiedLinkError e) {
            System.getLogger(Mallopt.class.getName()).log(System.Logger.Level.DEBUG, "no mallopt here", e);
        }
    }
}
