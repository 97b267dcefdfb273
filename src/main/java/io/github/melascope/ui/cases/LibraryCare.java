package io.github.melascope.ui.cases;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.cases.AuditCheck;
import io.github.melascope.cases.Backup;
import io.github.melascope.cases.Restore;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Backup, restore and the check of the audit trail: work with the whole library. */
public final class LibraryCare {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final LibraryAccess access;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CancelToken cancel = new CancelToken();

    LibraryCare(LibraryAccess access, Executor window, Consumer<ProblemException> problems) {
        this.access = access;
        this.window = window;
        this.problems = problems;
    }

    /** A long work. */
    public enum Work {
        BACKUP,
        RESTORE
    }

    /**
     * How far a long work is.
     *
     * @param done files, 0 … total
     * @param total 0 when unknown
     */
    public record Step(Work work, long done, long total) {}

    /** The work that is going on; empty for none. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Ends the work that is going on, which then has done nothing. */
    public void cancel() {
        cancel.cancel();
    }

    /** Writes the library to one file; nothing is heard of it when it was cancelled. */
    public void backUp(Path file, Consumer<Backup.Written> done) {
        go(Work.BACKUP, token -> access.current().backUp(file, progress(Work.BACKUP), token), done);
    }

    /** Makes a library in a new folder of a backup. */
    public void restore(Path file, Path folder, Consumer<Restore.Restored> done) {
        go(Work.RESTORE, token -> Restore.restore(file, folder, access.clock(), progress(Work.RESTORE), token), done);
    }

    /** A folder beside the library that is in use, for a library that is restored. */
    public Path folderToRestore(Path library) {
        Path parent = library.toAbsolutePath().getParent();
        String name = "library-" + STAMP.format(LocalDateTime.now(access.clock()));
        return parent == null ? library.resolveSibling(name) : parent.resolve(name);
    }

    public void checkAudit(Consumer<AuditCheck> done) {
        access.run(library -> library.audit().check(), done);
    }

    private interface Job<T> {
        T run(CancelToken token) throws ProblemException;
    }

    private <T> void go(Work work, Job<T> job, Consumer<T> done) {
        if (step.get().isPresent()) {
            return;
        }
        CancelToken token = new CancelToken();
        cancel = token;
        step.set(Optional.of(new Step(work, 0, 0)));
        access.aside(
                () -> attempt(job, token),
                result -> {
                    step.set(Optional.empty());
                    result.ifPresent(done);
                },
                problem -> {
                    step.set(Optional.empty());
                    problems.accept(problem);
                });
    }

    private static <T> Optional<T> attempt(Job<T> job, CancelToken token) throws ProblemException {
        try {
            return Optional.of(job.run(token));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    /** Tells the window of each per cent, not of each file. */
    private Progress progress(Work work) {
        AtomicLong told = new AtomicLong(-1);
        return (stage, done, total) -> {
            long percent = total == 0 ? 0 : 100 * done / total;
            if (told.getAndSet(percent) != percent) {
                window.execute(() -> {
                    if (step.get().isPresent()) {
                        step.set(Optional.of(new Step(work, done, total)));
                    }
                });
            }
        };
    }
}
