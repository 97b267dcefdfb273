package io.github.melascope.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The program's threads: named, daemons, and never silent about a failure. */
final class Threads {
    private static final long PATIENCE_SECONDS = 30;

    private Threads() {}

    /** @param begin runs first on each thread */
    static ExecutorService workers(int count, Runnable begin) {
        return Executors.newFixedThreadPool(count, named("worker", begin));
    }

    static ExecutorService single(String name) {
        return single(name, () -> {});
    }

    /** @param begin runs first on the thread */
    static ExecutorService single(String name, Runnable begin) {
        return Executors.newSingleThreadExecutor(named(name, begin));
    }

    private static ThreadFactory named(String name, Runnable begin) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Runnable whole = () -> {
                begin.run();
                work.run();
            };
            Thread thread = new Thread(whole, "melascope-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((t, e) -> System.getLogger(Threads.class.getName())
                    .log(System.Logger.Level.ERROR, t.getName() + " failed", e));
            return thread;
        };
    }

    /** Lets begun work end, drops the rest, and waits. */
    static void shutDown(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
