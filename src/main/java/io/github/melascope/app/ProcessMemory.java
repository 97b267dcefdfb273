package io.github.melascope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process holds. */
final class ProcessMemory {
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long PAGE = 4096;

    private ProcessMemory() {}

    /** Bytes in physical memory on Linux; elsewhere what Java's heap holds. */
    static long bytes() {
        try {
            return PAGE * Long.parseLong(Files.readString(STATM).split(" ", -1)[1]);
        } catch (IOException | NumberFormatException e) {
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    /** The most bytes it ever held in physical memory on Linux; elsewhere what it holds now. */
    static long peakBytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseGet(ProcessMemory::bytes);
        } catch (IOException e) {
            return bytes();
        }
    }
}
