package io.github.melascope.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Watches how long the window's thread works at one go, in the thread's own processor time: on a busy machine it also waits
 * for a processor, which is not the window's doing.
 */
public final class WindowWatch implements AutoCloseable {
    private final Thread thread = new Thread(this::watch, "window-watch");
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private volatile boolean ended;
    private volatile double longest;
    private volatile double longestWait;

    private WindowWatch() {}

    public static WindowWatch start() {
        WindowWatch watch = new WindowWatch();
        watch.thread.start();
        return watch;
    }

    private void watch() {
        long before = -1;
        try {
            while (!ended) {
                long[] now = new long[1];
                long asked = System.nanoTime();
                CountDownLatch heard = new CountDownLatch(1);
                Platform.runLater(() -> {
                    now[0] = threads.getCurrentThreadCpuTime();
                    heard.countDown();
                });
                heard.await();
                longestWait = Math.max(longestWait, (System.nanoTime() - asked) / 1e6);
                if (before >= 0) {
                    longest = Math.max(longest, (now[0] - before) / 1e6);
                }
                before = now[0];
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds of the longest piece of work so far. */
    public double longest() {
        return longest;
    }

    /** Milliseconds that the thread let anybody wait, for a processor too. */
    public double longestWait() {
        return longestWait;
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
