package io.github.melascope.nn.engine;

import io.github.melascope.base.Term;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What NVIDIA's driver says of itself and its cards, by the driver's own library, which is there with the driver and before
 * any CUDA library of PyTorch.
 *
 * @param release of the driver, {@code "570.86.10"}; empty where the system does not tell
 * @param cuda the newest CUDA it serves, 1000 × major + 10 × minor: 12080
 * @param cards in the driver's order
 */
public record NvidiaDriver(String release, int cuda, List<Card> cards) {
    private static final Path RELEASE = Path.of("/proc/driver/nvidia/version");
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{3}\\.\\d+(\\.\\d+)?)\\b");
    private static final int NAME_BYTES = 256;
    private static final int MAJOR = 75;
    private static final int MINOR = 76;
    private static final int NO_DEVICE = 100;

    /**
     * A graphics card.
     *
     * @param bytes of its memory
     * @param capability compute capability, 10 × major + minor: 75
     */
    public record Card(String name, long bytes, int capability) {}

    /** Why there is nothing to ask. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        private final Term why;

        Missing(Term why) {
            super(why.toString());
            this.why = why;
        }

        Term why() {
            return why;
        }
    }

    public NvidiaDriver {
        cards = List.copyOf(cards);
    }

    /** {@code "12.8"} for 12080. */
    public static String version(int cuda) {
        return cuda / 1000 + "." + cuda % 1000 / 10;
    }

    /** Asks the driver of this computer. */
    @SuppressWarnings("restricted") // the program runs with --enable-native-access
    static NvidiaDriver here() throws Missing {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String library = windows ? "nvcuda.dll" : "libcuda.so.1";
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup driver;
            try {
                driver = SymbolLookup.libraryLookup(library, arena);
            } catch (IllegalArgumentException e) {
                boolean kernel = Files.exists(Path.of("/dev/nvidiactl"));
                throw new Missing(Term.of(kernel ? "why.cuda.driver-half" : "why.cuda.driver", library));
            }
            return ask(driver, kernelRelease());
        }
    }

    private static String kernelRelease() {
        try {
            Matcher matcher = NUMBER.matcher(Files.exists(RELEASE) ? Files.readString(RELEASE) : "");
            return matcher.find() ? matcher.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** @param library the driver's functions */
    static NvidiaDriver ask(SymbolLookup library, String release) throws Missing {
        Calls calls = new Calls(library);
        calls.run("cuInit", 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_LONG);
            calls.run("cuDriverGetVersion", number);
            int cuda = number.get(ValueLayout.JAVA_INT, 0);
            calls.run("cuDeviceGetCount", number);
            int count = number.get(ValueLayout.JAVA_INT, 0);
            List<Card> cards = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.run("cuDeviceGet", number, i);
                int device = number.get(ValueLayout.JAVA_INT, 0);
                MemorySegment name = arena.allocate(NAME_BYTES);
                calls.run("cuDeviceGetName", name, NAME_BYTES, device);
                calls.run("cuDeviceGetAttribute", number, MAJOR, device);
                int major = number.get(ValueLayout.JAVA_INT, 0);
                calls.run("cuDeviceGetAttribute", number, MINOR, device);
                int minor = number.get(ValueLayout.JAVA_INT, 0);
                calls.run("cuDeviceTotalMem_v2", number, device);
                cards.add(new Card(name.getString(0), number.get(ValueLayout.JAVA_LONG, 0), 10 * major + minor));
            }
            if (cards.isEmpty()) {
                throw new Missing(Term.of("why.cuda.card"));
            }
            return new NvidiaDriver(release, cuda, cards);
        }
    }

    /** Calls functions that return an error code. */
    private record Calls(SymbolLookup library) {
        @SuppressWarnings("restricted") // the program runs with --enable-native-access
        void run(String function, Object... arguments) throws Missing {
            MemorySegment address = library.find(function)
                    .orElseThrow(() -> new Missing(Term.of("why.cuda.driver-failed", function, -1)));
            FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT);
            for (Object argument : arguments) {
                shape = shape.appendArgumentLayouts(
                        argument instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS);
            }
            MethodHandle handle = Linker.nativeLinker().downcallHandle(address, shape);
            int code;
            try {
                code = (int) handle.invokeWithArguments(arguments);
            } catch (Throwable e) { // what a method handle may throw in principle, and C functions do not
                throw new IllegalStateException(function + " failed", e);
            }
            if (code != 0) {
                throw new Missing(
                        code == NO_DEVICE
                                ? Term.of("why.cuda.card")
                                : Term.of("why.cuda.driver-failed", function, code));
            }
        }
    }
}
