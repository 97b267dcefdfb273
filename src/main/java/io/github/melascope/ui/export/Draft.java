package io.github.melascope.ui.export;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A file that is about to be written or printed. Holds all that it needs, so that the window may go on meanwhile. */
public interface Draft {
    /** What the user may want or not. */
    enum Choice {
        FILE_NAMES,
        NOTES,
        CASE_NAME
    }

    String title();

    /** The choices there are for this file. */
    Set<Choice> choices();

    /** A name for the file, with its ending. */
    String fileName(Wanted wanted);

    /** What will be in the file, a line each. */
    List<String> contents(Wanted wanted);

    /** What the preview leaves out of the file; empty when it is the whole file. */
    String previewed();

    /** The pages to look at beforehand, as PDF. Off the window's thread. */
    byte[] preview(Wanted wanted, CancelToken cancel) throws ProblemException;

    /**
     * Writes the file, whole or not at all. Off the window's thread.
     *
     * @return what was done, to tell the user
     * @throws java.util.concurrent.CancellationException when cancelled; nothing was written then
     */
    String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException;

    /** Writes the pages to print as PDF. Off the window's thread. */
    void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException;
}
