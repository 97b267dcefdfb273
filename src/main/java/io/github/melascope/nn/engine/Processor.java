package io.github.melascope.nn.engine;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processor. PyTorch and ONNX Runtime are compiled for one of 2009 or later (x86-64-v2), and an older one does not refuse
 * their code but ends the whole process in the middle of it; so it is asked first.
 *
 * @param name as the system tells it; the architecture where it tells none
 * @param threads it runs at once
 * @param extensions vector instructions that matter for speed, in usual spelling; empty where the system does not tell
 * @param missing what the native libraries need and it lacks, in usual spelling
 */
public record Processor(String name, int threads, List<String> extensions, List<String> missing) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Of x86-64-v2, by the kernel's names. */
    private static final Map<String, String> NEEDED =
            ordered("cx16", "CMPXCHG16B", "popcnt", "POPCNT", "ssse3", "SSSE3", "sse4_1", "SSE4.1", "sse4_2", "SSE4.2");

    private static final Map<String, String> TOLD = ordered(
            "sse4_2", "SSE4.2", "avx", "AVX", "avx2", "AVX2", "fma", "FMA", "avx512f", "AVX-512", "asimd", "NEON",
            "sve", "SVE");

    /** The same on Windows, by the numbers of {@code IsProcessorFeaturePresent}; it does not tell of the rest. */
    private static final Map<String, Integer> WINDOWS =
            Map.of("ssse3", 36, "sse4_1", 37, "sse4_2", 38, "avx", 39, "avx2", 40, "avx512f", 41, "cx16", 14);

    public Processor {
        extensions = List.copyOf(extensions);
        missing = List.copyOf(missing);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** That of this computer. */
    public static Processor here() {
        String architecture = System.getProperty("os.arch");
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            return Files.exists(CPU_INFO)
                    ? ofCpuInfo(Files.readString(CPU_INFO), architecture, threads)
                    : ofWindows(architecture, threads);
        } catch (IOException e) {
            return new Processor(architecture, threads, List.of(), List.of());
        }
    }

    /**
     * Reads what Linux tells.
     *
     * @param text of {@code /proc/cpuinfo}
     * @param architecture as Java names it
     */
    static Processor ofCpuInfo(String text, String architecture, int threads) {
        Optional<String> name = value(text, "model name");
        Optional<String> flags = value(text, "flags").or(() -> value(text, "Features"));
        return of(name.orElse(architecture), architecture, threads, flags.map(line -> Set.of(line.split(" +", -1))));
    }

    private static Optional<String> value(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static Processor of(String name, String architecture, int threads, Optional<Set<String>> flags) {
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        return new Processor(
                name,
                threads,
                flags.map(known -> spelled(TOLD, known, true)).orElse(List.of()),
                intel ? flags.map(known -> spelled(NEEDED, known, false)).orElse(List.of()) : List.of());
    }

    private static List<String> spelled(Map<String, String> names, Set<String> flags, boolean there) {
        return names.entrySet().stream()
                .filter(entry -> flags.contains(entry.getKey()) == there)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Processor ofWindows(String architecture, int threads) {
        String name = Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse(architecture);
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return of(name, architecture, threads, Optional.empty());
        }
        Set<String> flags = new java.util.HashSet<>(Set.of("popcnt")); // comes with SSE4.2
        WINDOWS.forEach((flag, number) -> {
            if (windowsHas(number)) {
                flags.add(flag);
            }
        });
        return of(name, architecture, threads, Optional.of(flags));
    }

    @SuppressWarnings("restricted") // the program runs with --enable-native-access
    private static boolean windowsHas(int feature) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle present = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup("kernel32", arena)
                                    .find("IsProcessorFeaturePresent")
                                    .orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return (int) present.invokeExact(feature) != 0;
        } catch (Throwable e) { // what a method handle may throw in principle, and the function does not
            throw new IllegalStateException("IsProcessorFeaturePresent failed", e);
        }
    }

    /**
     * Refuses to go on where the native libraries would crash.
     *
     * @throws ProblemException of kind {@code SURROUNDINGS}
     */
    public void require() throws ProblemException {
        if (!missing.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.SURROUNDINGS, "problem.processor", name, missing);
        }
    }
}
