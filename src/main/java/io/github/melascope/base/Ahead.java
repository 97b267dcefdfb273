package io.github.melascope.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The results of many tasks in their order, of which a few are always in the making on other threads while the caller works
 * on those before. Memory holds no more than these few. Used by one thread.
 *
 * @param <T> a task's result
 */
public final class Ahead<T> implements AutoCloseable {
    private final ExecutorService workers;
    private final int ahead;
    private final Iterator<? extends Callable<T>> tasks;
    private final Deque<Future<T>> making = new ArrayDeque<>();

    /**
     * @param workers do the tasks; stay the caller's to close
     * @param ahead tasks in the making at most, at least 1
     * @param tasks asked for one by one, as they are needed
     */
    public Ahead(ExecutorService workers, int ahead, Iterator<? extends Callable<T>> tasks) {
        this.workers = workers;
        this.ahead = ahead;
        this.tasks = tasks;
        fill();
    }

    private void fill() {
        while (making.size() < ahead && tasks.hasNext()) {
            making.add(workers.submit(tasks.next()));
        }
    }

    public boolean hasNext() {
        return !making.isEmpty();
    }

    /**
     * The next results, waiting for them.
     *
     * @param count at most so many; fewer at the end
     * @throws ProblemException the first that a task threw
     * @throws CancellationException when cancelled, or interrupted
     */
    public List<T> next(int count, CancelToken cancel) throws ProblemException {
        List<T> results = new ArrayList<>();
        while (results.size() < count && hasNext()) {
            cancel.check();
            results.add(get(making.remove()));
            fill();
        }
        cancel.check();
        return results;
    }

    /**
     * A future's value, its failure as it was.
     *
     * @throws ProblemException when that is what the task threw
     */
    public static <T> T get(Future<T> future) throws ProblemException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Drops what has not begun. */
    @Override
    public void close() {
        making.forEach(task -> task.cancel(false));
        making.clear();
    }
}
