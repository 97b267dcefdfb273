package io.github.melascope.app;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The one thread that trains. DJL records gradients per thread, and the process must not end before this thread has. */
public final class EngineThread implements AutoCloseable {
    private final ExecutorService executor;
    private final AtomicInteger waiting = new AtomicInteger();

    public EngineThread() {
        this(() -> {});
    }

    /** @param begin runs first on the thread; what the network starts from it inherits its priority */
    EngineThread(Runnable begin) {
        executor = Threads.single("engine", begin);
    }

    /** Queues work; the future's failure is the work's own. */
    public <T> Future<T> submit(Callable<T> work) {
        waiting.incrementAndGet();
        return executor.submit(() -> {
            try {
                return work.call();
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** Whether it works, or has work waiting. */
    public boolean isBusy() {
        return waiting.get() > 0;
    }

    /**
     * Runs work and waits for it.
     *
     * @throws ProblemException what the work threw, as do {@link CancellationException} and other runtime exceptions
     */
    public <T> T call(Callable<T> work) throws ProblemException {
        return Ahead.get(submit(work));
    }

    @Override
    public void close() {
        Threads.shutDown(executor);
    }
}
