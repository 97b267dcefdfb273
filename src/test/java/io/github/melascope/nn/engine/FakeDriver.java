package io.github.melascope.nn.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions of NVIDIA's driver as C sees them, written in Java: a computer with a card, for computers without one. */
final class FakeDriver implements SymbolLookup {
    private final Map<String, MemorySegment> functions = new HashMap<>();
    private final int cuda;
    private final int cards;
    private final int capability;
    private final int initCode;

    FakeDriver(Arena arena, int cuda, int cards, int capability, int initCode) {
        this.cuda = cuda;
        this.cards = cards;
        this.capability = capability;
        this.initCode = initCode;
        try {
            add(arena, "cuInit", "init", int.class);
            add(arena, "cuDriverGetVersion", "version", MemorySegment.class);
            add(arena, "cuDeviceGetCount", "count", MemorySegment.class);
            add(arena, "cuDeviceGet", "device", MemorySegment.class, int.class);
            add(arena, "cuDeviceGetName", "name", MemorySegment.class, int.class, int.class);
            add(arena, "cuDeviceGetAttribute", "attribute", MemorySegment.class, int.class, int.class);
            add(arena, "cuDeviceTotalMem_v2", "memory", MemorySegment.class, int.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted")
    private void add(Arena arena, String function, String method, Class<?>... types)
            throws ReflectiveOperationException {
        MethodHandle handle = MethodHandles.lookup().bind(this, method, MethodType.methodType(int.class, types));
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT);
        for (Class<?> type : types) {
            shape = shape.appendArgumentLayouts(type == int.class ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS);
        }
        functions.put(function, Linker.nativeLinker().upcallStub(handle, shape, arena));
    }

    @Override
    public Optional<MemorySegment> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    @SuppressWarnings("restricted")
    private static int put(MemorySegment place, int value) {
        place.reinterpret(4).set(ValueLayout.JAVA_INT, 0, value);
        return 0;
    }

    int init(int flags) {
        return flags == 0 ? initCode : 1;
    }

    int version(MemorySegment place) {
        return put(place, cuda);
    }

    int count(MemorySegment place) {
        return put(place, cards);
    }

    int device(MemorySegment place, int ordinal) {
        return ordinal < cards ? put(place, 70 + ordinal) : 101;
    }

    @SuppressWarnings("restricted")
    int name(MemorySegment place, int length, int device) {
        place.reinterpret(length).setString(0, "Test Card " + (device - 70));
        return 0;
    }

    int attribute(MemorySegment place, int attribute, int device) {
        return device < 70 ? 101 : put(place, attribute == 75 ? capability / 10 : capability % 10);
    }

    @SuppressWarnings("restricted")
    int memory(MemorySegment place, int device) {
        place.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, (8L + device - 70) << 30);
        return 0;
    }
}
