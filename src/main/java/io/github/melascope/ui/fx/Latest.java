package io.github.melascope.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Work of which only the newest counts: a later request makes every earlier one stale, and what is stale is neither begun nor
 * heard of.
 */
public final class Latest {
    private final Executor background;
    private final Executor window;
    private final AtomicLong newest = new AtomicLong();

    /**
     * @param background does the work
     * @param window hears the results: the window's thread
     */
    public Latest(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    /**
     * Does the work and hands its result, or what it threw, to the window, unless another request came in between. A
     * background that takes no more work belongs to a program that is closing: then the request is dropped.
     */
    public <T> void submit(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        long mine = newest.incrementAndGet();
        try {
            background.execute(() -> answer(mine, work, done, failed));
        } catch (RejectedExecutionException closing) {
            forget(); // results that are still on their way reach the window's thread while it closes, and ask for more
        }
    }

    private <T> void answer(long mine, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        if (mine != newest.get()) {
            return;
        }
        Runnable outcome = outcome(work, done, failed);
        window.execute(() -> {
            if (mine == newest.get()) {
                outcome.run();
            }
        });
    }

    private static <T> Runnable outcome(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception e) {
            return () -> failed.accept(e);
        }
    }

    /** Makes all requests so far stale. */
    public void forget() {
        newest.incrementAndGet();
    }
}
