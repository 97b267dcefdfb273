package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the run in order when the process is asked to stop (Ctrl-C, a closed terminal, {@code kill}): stops the work, and the
 * process then ends as it always does, with the work's exit code. Work that does not end in time is left behind.
 */
public final class Termination {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile int exitCode;
    private volatile boolean asked;

    private Termination(Runnable stop, int exitCode) {
        this.exitCode = exitCode;
        this.hook = new Thread(() -> stop(stop), "melascope-termination");
    }

    /**
     * Listens from now on.
     *
     * @param exitCode of a process whose work did not end in time
     */
    public static Termination listen(CancelToken cancel, int exitCode) {
        return listen(cancel::cancel, exitCode);
    }

    /** The same for work that is stopped in another way than by a token. */
    public static Termination listen(Runnable stop, int exitCode) {
        Termination termination = new Termination(stop, exitCode);
        Runtime.getRuntime().addShutdownHook(termination.hook); // for what is no signal
        Signals.hear(() -> termination.stop(stop));
        return termination;
    }

    /** Whether the process was asked to stop. */
    public boolean asked() {
        return asked;
    }

    private void stop(Runnable stop) {
        asked = true;
        stop.run();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && !Thread.currentThread().equals(hook)) {
                return; // the process ends by itself
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** The work has ended, with all that it used: nothing is waited for any more. */
    public void ended(int workExitCode) {
        exitCode = workExitCode;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is going already; the hook waits for the line below.
        }
        ended.countDown();
    }
}
