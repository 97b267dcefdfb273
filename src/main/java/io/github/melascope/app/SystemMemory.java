package io.github.melascope.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The computer's memory, or what a container has of it.
 *
 * @param total bytes
 * @param free bytes that a program can have now: what is unused, and on Linux also what only caches files
 */
record SystemMemory(long total, long free) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    static SystemMemory here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long total = system.getTotalMemorySize();
        return new SystemMemory(total, Math.min(total, Math.max(system.getFreeMemorySize(), available())));
    }

    private static long available() {
        try {
            return Files.exists(MEMINFO)
                    ? Files.readAllLines(MEMINFO).stream()
                            .filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
