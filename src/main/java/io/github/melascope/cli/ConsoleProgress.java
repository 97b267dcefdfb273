package io.github.melascope.cli;

import io.github.melascope.app.CrossListener;
import io.github.melascope.app.TrainingLog;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress with the time left on stderr: one line that is written over on a terminal, else a plain line every few seconds.
 * Work that is done in a moment says nothing. Call {@link #clear()} before anything else is printed for good.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long LIVE_PAUSE = SECOND / 10;
    private static final long PLAIN_PAUSE = 5 * SECOND;
    /** An estimate from less than this is a guess. */
    private static final long ESTIMATE_AFTER = SECOND;

    private final PrintWriter err;
    private final boolean live;
    private final LongSupplier clock;
    private String stage = "";
    private String name = "";
    private long stageStart;
    private long lastPrint;
    private int width;

    ConsoleProgress(Console console) {
        this(console.err(), console.live(), System::nanoTime);
    }

    /** @param clock nanoseconds */
    ConsoleProgress(PrintWriter err, boolean live, LongSupplier clock) {
        this.err = err;
        this.live = live;
        this.clock = clock;
        this.lastPrint = clock.getAsLong();
    }

    @Override
    public synchronized void report(String newStage, long done, long total) {
        long now = enter(newStage);
        if (isTime(now)) {
            print(text(done, total, now - stageStart));
        }
    }

    /**
     * A step of a training's loop, whose time left the loop itself tells. The share is of the time since its first step.
     *
     * @param what is trained
     * @param epoch from 1
     * @param step within the epoch, from 1
     * @param steps of the epoch
     * @param secondsLeft NaN where it cannot be told yet
     */
    synchronized void training(String what, int epoch, int step, int steps, double secondsLeft) {
        long now = enter(TrainingLog.STAGE);
        if (!isTime(now)) {
            return;
        }
        String text = String.format(Locale.ROOT, "%s, epoch %d, batch %d of %d", what, epoch, step, steps);
        if (!Double.isNaN(secondsLeft)) {
            double gone = (double) (now - stageStart) / SECOND;
            double share = gone + secondsLeft <= 0 ? 0 : gone / (gone + secondsLeft);
            text += String.format(Locale.ROOT, ": %d %%, %s left", (int) (100 * share), duration(secondsLeft));
        }
        print(text);
    }

    /** A step of one of several trainings, whose time left is that of all of them. */
    synchronized void trainings(CrossListener.Step step) {
        if (!isTime(enter(TrainingLog.STAGE))) {
            return;
        }
        String text = String.format(
                Locale.ROOT,
                "%s %d of %d (%s), epoch %d, batch %d of %d: %d %%",
                name,
                step.run(),
                step.runs(),
                step.name(),
                step.epoch(),
                step.step(),
                step.steps(),
                (int) (100 * step.share()));
        print(Double.isNaN(step.secondsLeft()) ? text : text + ", " + duration(step.secondsLeft()) + " left");
    }

    /** The time now, and the stage's beginning where it has changed. */
    private long enter(String newStage) {
        long now = clock.getAsLong();
        if (!newStage.equals(stage)) {
            stage = newStage;
            name = Words.ENGLISH.of(newStage);
            stageStart = now;
        }
        return now;
    }

    private boolean isTime(long now) {
        boolean time = now - lastPrint >= (live ? LIVE_PAUSE : PLAIN_PAUSE);
        lastPrint = time ? now : lastPrint;
        return time;
    }

    private String text(long done, long total, long gone) {
        if (total <= 0) {
            return done <= 0 ? name : name + ": " + done;
        }
        String text = name + ": " + 100 * Math.min(done, total) / total + " %";
        if (done <= 0 || done >= total || gone < ESTIMATE_AFTER) {
            return text;
        }
        double left = (double) gone / SECOND * (total - done) / done;
        return text + ", " + duration(left) + " left";
    }

    /** {@code "45 s"}, {@code "12 min"}, {@code "3 h 05 min"}. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 100) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    private void print(String text) {
        if (!live) {
            err.println(text);
        } else {
            err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = text.length();
        }
        err.flush();
    }

    /** Prints a line of its own. */
    synchronized void line(String text) {
        clear();
        err.println(text);
        err.flush();
    }

    @Override
    public void close() {
        clear();
    }

    /** Clears the line that was written over. */
    synchronized void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
