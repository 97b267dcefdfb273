package io.github.melascope.nn.train;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** The few lines of concurrency this package needs; threads belong to the caller. */
final class Parallel {
    private Parallel() {}

    /** Runs {@code work} for 0 … count − 1 on the workers and waits. The first failure is thrown, the rest is not begun. */
    static void forEach(ExecutorService workers, int count, IntConsumer work) {
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            futures.add(workers.submit(() -> work.accept(index)));
        }
        join(futures);
    }

    /** Waits for all; on a failure cancels what has not begun and throws it. */
    static void join(List<Future<?>> futures) {
        try {
            for (Future<?> future : futures) {
                get(future);
            }
        } finally {
            futures.forEach(f -> f.cancel(false));
        }
    }

    private static void get(Future<?> future) {
        try {
            Ahead.get(future);
        } catch (ProblemException e) {
            throw new IllegalStateException(e); // no work of this package throws one
        }
    }
}
