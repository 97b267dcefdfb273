package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ImageMark;
import io.github.melascope.app.MarkList;
import io.github.melascope.base.ProblemException;
import io.github.melascope.metrics.Case;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The images that the user holds something against; every change is written at once, beside the window. */
final class Marks {
    private final Path file;
    private final Executor background;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final ObservableList<ImageMark> marks = FXCollections.observableArrayList();
    private boolean asked;
    /** Whether the file's marks are here: before, or where they are not understood, the file is not written over. */
    private boolean read;

    Marks(Path file, Executor background, Executor window, Consumer<ProblemException> problems) {
        this.file = file;
        this.background = background;
        this.window = window;
        this.problems = problems;
    }

    /** All marks, of every dataset. */
    ObservableList<ImageMark> all() {
        return FXCollections.unmodifiableObservableList(marks);
    }

    /** Reads the list, the first time it is asked. */
    void need() {
        if (asked) {
            return;
        }
        asked = true;
        background.execute(() -> {
            try {
                List<ImageMark> found = MarkList.read(file);
                window.execute(() -> came(found));
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }

    private void came(List<ImageMark> found) {
        boolean changed = !marks.isEmpty();
        read = true;
        marks.addAll(0, found);
        if (changed) {
            write(file, () -> {});
        }
    }

    Optional<ImageMark> of(String exam, Case one) {
        return marks.stream()
                .filter(mark -> mark.image().equals(one.id()) && mark.dataset().equals(exam))
                .findFirst();
    }

    /** Marks an image, changes its mark, or takes the mark away. */
    void set(String exam, String model, Case one, Optional<ImageMark.Kind> kind, String note, LocalDate today) {
        marks.removeIf(mark -> mark.image().equals(one.id()) && mark.dataset().equals(exam));
        kind.ifPresent(wanted -> marks.add(
                new ImageMark(exam, one.id(), one.lesionId(), wanted, note.strip(), model, today.toString())));
        if (read) {
            write(file, () -> {});
        }
    }

    /** Writes the list to another file. */
    void export(Path target, Runnable done) {
        write(target, done);
    }

    private void write(Path target, Runnable done) {
        List<ImageMark> now = new ArrayList<>(marks);
        background.execute(() -> {
            try {
                MarkList.write(target, now);
                window.execute(done);
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }
}
