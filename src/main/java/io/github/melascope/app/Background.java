package io.github.melascope.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Lets a thread give way to the window. Readers of long lists and trainings keep every core busy; the window must still
 * scroll, and the one image that is looked at must still come at once.
 */
final class Background {
    /** Of −20 … 19, higher for more polite; the system gives such a thread a tenth of what it gives others. */
    static final int NICE = 10;

    private static final int THREAD = 0; // PRIO_PROCESS, which on Linux means a thread
    private static final int THIS_ONE = 0;

    private Background() {}

    /** Makes the calling thread, and the threads that it starts from now on, give way for good. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is right only by it
    static void giveWay() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY); // on Linux the JVM takes no notice of it
        if (System.getProperty("os.name").startsWith("Linux")) {
            setPriority();
        }
    }

    @SuppressWarnings("restricted") // the launcher and the build allow native access
    private static void setPriority() {
        try {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor shape = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            MethodHandle call = linker.downcallHandle(
                    linker.defaultLookup().find("setpriority").orElseThrow(), shape);
            int failed = (int) call.invokeExact(THREAD, THIS_ONE, NICE);
            if (failed != 0) {
                throw new IllegalStateException("setpriority failed");
            }
        } catch (Throwable e) { // which a method handle declares; without politeness all works, only less smoothly
            System.getLogger(Background.class.getName()).log(System.Logger.Level.DEBUG, "no polite threads here", e);
        }
    }
}
