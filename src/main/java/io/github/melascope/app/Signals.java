package io.github.melascope.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * The signals by which a system asks a process to end, heard instead of the JVM's own shutdown. That one runs every hook of
 * every library at once: ONNX Runtime and the toolkit would be taken down under the work that uses them, which crashes.
 */
final class Signals {
    private static final List<String> OF_AN_END = List.of("TERM", "INT", "HUP");

    private Signals() {}

    /**
     * Calls {@code asked} on a thread of its own for each signal from now on. What the JVM keeps to itself, or the system does
     * not know, stays as it was: the JVM then shuts down.
     */
    static void hear(Runnable asked) {
        try {
            // By name, because the compiler warns of this class and cannot be told that it is meant; it is in every
            // JDK.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle run = lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(asked);
            Object proxy =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(run, 0, signal));
            MethodHandle handle = lookup.findStatic(signal, "handle", MethodType.methodType(handler, signal, handler));
            MethodHandle named = lookup.findConstructor(signal, MethodType.methodType(void.class, String.class));
            for (String name : OF_AN_END) {
                hear(name, named, handle, proxy);
            }
        } catch (ReflectiveOperationException e) {
            log("the signals", e);
        }
    }

    private static void hear(String name, MethodHandle named, MethodHandle handle, Object proxy) {
        try {
            handle.invoke(named.invoke(name), proxy);
        } catch (
                Throwable e) { // IllegalArgumentException of a signal that is not to be had; method handles declare the
            // rest
            log(name, e);
        }
    }

    private static void log(String what, Throwable e) {
        System.getLogger(Signals.class.getName())
                .log(System.Logger.Level.DEBUG, what + " cannot be heard; the JVM shuts down at once", e);
    }
}
