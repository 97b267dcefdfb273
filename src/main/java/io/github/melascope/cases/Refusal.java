package io.github.melascope.cases;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.ProblemException.Kind;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Refusals of this package, in one tone. */
final class Refusal {
    private Refusal() {}

    /** A request that makes no sense for this library. */
    static ProblemException usage(String key, Object... values) {
        return new ProblemException(Kind.USAGE, key, values);
    }

    /** @param thing {@code "patient"}, {@code "lesion"}, {@code "visit"} or {@code "image"} */
    static ProblemException gone(String thing) {
        return usage("problem.gone", Term.of("thing." + thing));
    }

    static ProblemException damaged(Path database, Term why, @Nullable Throwable cause) {
        return new ProblemException(Kind.UNUSABLE, cause, "problem.library.damaged", database, why);
    }

    /** A file that could not be read or written. */
    static ProblemException failed(Term what, IOException cause) {
        Term next = Term.of(IoReason.isFull(cause) ? "next.full" : "next.library.permissions");
        return told(what, IoReason.naming(cause), next, cause);
    }

    /**
     * What the database said, in plain words.
     *
     * @throws IllegalStateException when it is the program's fault: a broken constraint, a wrong statement
     */
    static ProblemException of(Term what, Path database, SQLException e) {
        // The low byte is the kind of trouble, what is above it only says where.
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return damaged(database, Term.of("why.library.unread", String.valueOf(e.getMessage())), e);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return told(what, Term.of("why.io.full"), Term.of("next.full"), e);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return told(what, Term.of("why.library.busy", database), Term.of("next.library.busy"), e);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return told(what, Term.of("why.library.forbidden", database), Term.of("next.library.writable"), e);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return told(
                    what, Term.of("why.library.disk", String.valueOf(e.getMessage())), Term.of("next.library.disk"), e);
        }
        if (e.getCause() instanceof org.sqlite.NativeLibraryNotFoundException) {
            String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
            return told(what, Term.of("why.library.engine"), Term.of("next.library.engine", folder), e);
        }
        throw new IllegalStateException(e);
    }

    static ProblemException told(Term what, Term why, Term next, @Nullable Throwable cause) {
        return new ProblemException(Kind.UNUSABLE, cause, "problem.of", what, why, next);
    }
}
