package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that the user named, and says in words why one cannot be written. */
public final class Saving {
    private Saving() {}

    /** What writes the file. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, ProblemException;
    }

    /**
     * Runs work that writes one file.
     *
     * @param target as the user named it
     * @throws ProblemException of kind {@code USAGE} when the file cannot be written
     */
    public static void file(Path target, Work work) throws ProblemException {
        if (Files.isDirectory(target)) {
            throw refused(target, Term.of("why.io.folder"), null);
        }
        try {
            work.run();
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    /** Writes a text as a whole file, or says why not. */
    public static void text(Path target, String text) throws ProblemException {
        file(target, () -> AtomicFiles.write(target, text));
    }

    /**
     * Tries whether a file could be written there, before work of hours begins; makes the folders it lies in.
     *
     * @throws ProblemException of kind {@code USAGE} when it could not
     */
    public static void check(Path target) throws ProblemException {
        file(target, () -> {
            Path folder = target.toAbsolutePath().getParent();
            if (folder == null) {
                throw refused(target, Term.of("why.saving.no-name"), null);
            }
            Files.createDirectories(folder);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return; // a pipe or a device is written as it is
            }
            Files.deleteIfExists(Files.createTempFile(folder, ".melascope", ".tmp"));
        });
    }

    /** Why a file could not be written. */
    static ProblemException refused(Path target, IOException cause) {
        return refused(target, IoReason.of(cause), cause);
    }

    private static ProblemException refused(
            Path target, Term why, @org.jspecify.annotations.Nullable IOException cause) {
        return new ProblemException(ProblemException.Kind.USAGE, cause, "problem.saving", target, why);
    }
}
