package io.github.melascope.nn.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Keeps the engines quiet: nothing is fetched, counted or sent. Call it before any of them starts.
 *
 * <p>DJL would fetch models and libraries, count its users, and ask cloud metadata. ONNX Runtime 1.29 on Linux and macOS
 * keeps a device number and a store of events under the user's cache folder, to be sent to its maker with the program's
 * command line, which names images; and it reads that command line by a regular expression whose recursion overflows the
 * stack at some 4,000 letters, so that {@code predict *.jpg} would kill the process.
 */
public final class Offline {
    private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

    private Offline() {}

    /** May be called again at any time. */
    public static void enforce() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (!Native.TOLD) {
            throw new IllegalStateException("the variable " + NO_TELEMETRY + " could not be set");
        }
    }

    /** Told once a process, when first needed: writing the environment while others read it is not safe for ever. */
    private static final class Native {
        /** Windows' build has no sender of its own, and is told through its API. */
        static final boolean TOLD =
                System.getProperty("os.name").startsWith("Windows") || setEnvironment(NO_TELEMETRY, "1");
    }

    /** Sets a variable that native code of this process sees; Java's own view is a copy from before. */
    @SuppressWarnings("restricted") // the program runs with --enable-native-access
    private static boolean setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().find("setenv").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            return (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1) == 0;
        } catch (Throwable e) { // what a method handle may throw in principle, and setenv does not
            throw new IllegalStateException("setenv failed", e);
        }
    }
}
