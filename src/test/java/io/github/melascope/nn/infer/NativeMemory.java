package io.github.melascope.nn.infer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Assumptions;

/** Bytes the process holds from glibc's malloc, where all native memory of both runtimes comes from; not Java's heap. */
final class NativeMemory {
    /** struct mallinfo2 has ten size_t; the fifth is memory in mmapped blocks, the eighth in ordinary ones. */
    private static final int FIELDS = 10;

    private static final int MMAPPED = 4;
    private static final int ORDINARY = 7;

    private NativeMemory() {}

    /** Bytes in use, or a skipped test where the C library cannot tell. */
    @SuppressWarnings("restricted") // calls a C function, which the build allows
    static long inUse() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find("mallinfo2").orElse(MemorySegment.NULL);
        Assumptions.assumeTrue(function.address() != 0, "skipped: this system's C library has no mallinfo2");
        MethodHandle mallinfo =
                linker.downcallHandle(function, FunctionDescriptor.of(MemoryLayout.structLayout(fields())));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, MMAPPED) + info.getAtIndex(ValueLayout.JAVA_LONG, ORDINARY);
        }
    }

    private static MemoryLayout[] fields() {
        MemoryLayout[] fields = new MemoryLayout[FIELDS];
        java.util.Arrays.fill(fields, ValueLayout.JAVA_LONG);
        return fields;
    }
}
