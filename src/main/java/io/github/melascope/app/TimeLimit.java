package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.Progress;
import java.util.concurrent.ExecutorService;

/** Stops a work when its time is up, or when the user stops it, and tells meanwhile how much time has gone. */
final class TimeLimit implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final String STAGE = "stage.measuring";

    private final ExecutorService watch = Threads.single("time-limit");
    private final CancelToken token = new CancelToken();
    private final long end;
    private volatile boolean up;
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param seconds until the time is up
     * @param progress hears the seconds gone
     * @param cancel the user's
     */
    TimeLimit(int seconds, Progress progress, CancelToken cancel) {
        long start = System.nanoTime();
        this.end = start + seconds * 1_000_000_000L;
        watch.execute(() -> {
            while (!closed && !token.isCancelled()) {
                progress.report(STAGE, (System.nanoTime() - start) / 1_000_000_000L, seconds);
                look(cancel);
            }
        });
    }

    private void look(CancelToken cancel) {
        if (cancel.isCancelled()) {
            token.cancel();
        } else if (System.nanoTime() > end) {
            up = true;
            token.cancel();
        } else {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                token.cancel();
            }
        }
    }

    /** What the work must look at instead of the user's token. */
    CancelToken token() {
        return token;
    }

    /** Whether the time ended the work, not the user. */
    boolean isUp() {
        return up;
    }

    @Override
    public void close() {
        closed = true;
        watch.shutdownNow();
    }
}
