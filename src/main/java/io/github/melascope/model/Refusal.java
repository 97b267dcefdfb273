package io.github.melascope.model;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Refusals of this package, in one tone. */
final class Refusal {
    static final String NEXT = "get the model again from where it came, and import it anew";

    private Refusal() {}

    /** A bundle that must not be used. */
    static ProblemException unusable(String what, String why) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, what + " cannot be used", why, NEXT);
    }

    /** A folder or file that could not be read or written. */
    static ProblemException failed(String what, IOException cause, String next) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, what, reason(cause), next, cause);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException fse) {
            String name = fse.getFile() == null ? "" : Path.of(fse.getFile()).getFileName() + ": ";
            return name + (fse.getReason() == null ? fse.getClass().getSimpleName() : fse.getReason());
        }
        return String.valueOf(e.getMessage());
    }
}
