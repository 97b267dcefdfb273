package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one library that is open. It is touched on the library's own thread only, one work after the other, and what comes of it
 * is heard on the window's thread. Methods are called on the window's thread.
 */
final class LibraryAccess {
    private final Executor library;
    private final Executor window;
    private final Clock clock;
    private final Consumer<ProblemException> problems;
    private final ReadOnlyObjectWrapper<LibraryState> state = new ReadOnlyObjectWrapper<>(new LibraryState.Closed());
    private boolean closed;
    /** Of the library's thread. */
    private @Nullable CaseLibrary current;

    /** @param problems hears on the window's thread what did not work */
    LibraryAccess(Executor library, Executor window, Clock clock, Consumer<ProblemException> problems) {
        this.library = library;
        this.window = window;
        this.clock = clock;
        this.problems = problems;
    }

    /** Work with the library, on its thread. */
    interface Work<T> {
        T with(CaseLibrary library) throws ProblemException;
    }

    /** Work on the library's thread that needs no open library. */
    interface Aside<T> {
        T run() throws ProblemException;
    }

    ReadOnlyObjectProperty<LibraryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    Clock clock() {
        return clock;
    }

    /** Closes what is open, which makes its deletions final, and opens another. */
    void open(Path folder) {
        closed = false;
        state.set(new LibraryState.Opening(folder));
        library.execute(() -> {
            LibraryState now = opened(folder);
            window.execute(() -> {
                if (!closed) {
                    state.set(now); // whoever hears this asks the library's thread again, which may be gone by now
                }
            });
        });
    }

    private LibraryState opened(Path folder) {
        try {
            shut();
            current = CaseLibrary.open(folder, clock);
            return new LibraryState.Open(folder);
        } catch (ProblemException e) {
            return new LibraryState.Failed(folder, e);
        }
    }

    private void shut() throws ProblemException {
        CaseLibrary old = current;
        current = null;
        if (old != null) {
            old.close();
        }
    }

    /** Works with the library; a problem goes where all problems go. */
    <T> void run(Work<T> work, Consumer<T> done) {
        aside(() -> work.with(current()), done, problems);
    }

    <T> void aside(Aside<T> work, Consumer<T> done, Consumer<ProblemException> failed) {
        library.execute(() -> {
            try {
                T result = work.run();
                window.execute(() -> done.accept(result));
            } catch (ProblemException e) {
                window.execute(() -> failed.accept(e));
            }
        });
    }

    /** Requests to the library of which only the newest counts. */
    Latest requests() {
        return new Latest(library, window);
    }

    /** Asks the library; only the newest of these requests is heard of. */
    <T> void ask(Latest requests, Work<T> work, Consumer<T> done) {
        requests.submit(() -> work.with(current()), done, this::failed);
    }

    void failed(Exception e) {
        if (!(e instanceof ProblemException problem)) {
            throw new IllegalStateException(e);
        }
        problems.accept(problem);
    }

    CaseLibrary current() throws ProblemException {
        CaseLibrary open = current;
        if (open == null) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    "The case library cannot be used",
                    "it is not open",
                    "look at the cases page, which says why");
        }
        return open;
    }

    /** Ends the deletions and closes; what is asked later is refused. */
    void close() {
        closed = true;
        state.set(new LibraryState.Closed());
        library.execute(() -> {
            try {
                shut();
            } catch (ProblemException e) {
                System.getLogger(LibraryAccess.class.getName()).log(System.Logger.Level.WARNING, "library", e);
            }
        });
    }
}
