package io.github.melascope.ui.shell;

import io.github.melascope.ui.review.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * A run of the window that needs nobody: waits for the first answer, shows every page once and closes. The build of the
 * package runs it to learn which classes a start takes, and whoever wants to know how long a start lasts, to time it: the
 * environment variable {@code MELASCOPE_REHEARSAL} names a file, which receives a line {@code window} and a line {@code answer},
 * each with the milliseconds since 1970 at which it was on the screen, and the milliseconds of processor time it took until then.
 */
final class Rehearsal {
    private static final String VARIABLE = "MELASCOPE_REHEARSAL";
    private static final Duration A_LOOK = Duration.millis(600);

    private final Shell shell;
    private final Path file;
    private final Runnable close;
    private final StringBuilder times = new StringBuilder();
    private final Deque<Feature> pages = new ArrayDeque<>(List.of(Feature.values()));
    private boolean answered;

    /** @param file for the times */
    Rehearsal(Shell shell, Path file, Runnable close) {
        this.shell = shell;
        this.file = file;
        this.close = close;
    }

    /** The file for the times, when this run is a rehearsal. */
    static Optional<Path> wanted() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /**
     * Begins; the window's thread only.
     *
     * @param withImages whether there is anything to be answered
     */
    void begin(boolean withImages) {
        drawn(() -> {
            note("window");
            if (!withImages) {
                showPages();
            }
        });
        shell.review().readingProperty().subscribe(this::heard);
    }

    private void heard(Reading reading) {
        boolean ready = reading instanceof Reading.Ready;
        if (!answered && (ready || reading instanceof Reading.Failed)) {
            answered = true;
            drawn(() -> {
                note(ready ? "answer" : "refusal");
                showPages();
            });
        }
    }

    private void note(String what) {
        long work = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(java.time.Duration.ZERO)
                .toMillis();
        times.append(String.format(Locale.ROOT, "%s %d %d%n", what, System.currentTimeMillis(), work));
    }

    private void showPages() {
        PauseTransition look = new PauseTransition(A_LOOK);
        look.setOnFinished(event -> {
            if (pages.isEmpty()) {
                end();
            } else {
                shell.go(pages.pop());
                look.playFromStart();
            }
        });
        look.play();
    }

    private void end() {
        try {
            Files.writeString(file, times);
        } catch (IOException e) {
            System.getLogger(Rehearsal.class.getName()).log(System.Logger.Level.ERROR, "no times in " + file, e);
        }
        close.run();
    }

    /** Runs it when the next frame has been drawn, which is when the one after it begins. */
    private static void drawn(Runnable then) {
        new AnimationTimer() {
            private boolean next;

            @Override
            public void handle(long now) {
                if (next) {
                    stop();
                    then.run();
                }
                next = true;
            }
        }.start();
    }
}
