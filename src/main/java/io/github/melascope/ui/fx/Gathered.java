package io.github.melascope.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings many small results to the window in few visits: each takes all that has come in since the one before, in its order. So
 * a busy window is not asked once for each of thousands.
 */
public final class Gathered<T> {
    private final Executor window;
    private final Consumer<List<T>> receiver;
    private final List<T> waiting = new ArrayList<>();

    /**
     * @param window the window's thread
     * @param receiver hears the results there, at least one at a time
     */
    public Gathered(Executor window, Consumer<List<T>> receiver) {
        this.window = window;
        this.receiver = receiver;
    }

    /** Brings a result; any thread. */
    public void add(T result) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.add(result);
        }
        if (first) {
            window.execute(this::deliver);
        }
    }

    private void deliver() {
        List<T> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        receiver.accept(all);
    }
}
