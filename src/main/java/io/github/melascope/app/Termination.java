package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the run in order when the process is asked to stop (Ctrl-C, a closed terminal, {@code kill}): cancels the work, waits
 * until it has ended, because a process that goes while the network runs crashes, then leaves with the work's exit code.
 */
public final class Termination {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile int exitCode;

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
        Runtime.getRuntime().addShutdownHook(termination.hook);
        return termination;
    }

    private void stop(Runnable stop) {
        stop.run();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
