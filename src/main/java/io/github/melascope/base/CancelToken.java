package io.github.melascope.base;

import java.util.concurrent.CancellationException;

/** A flag that one thread raises and a long work on other threads looks at between its steps. */
public final class CancelToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** @throws CancellationException when {@link #cancel()} has been called */
    public void check() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
