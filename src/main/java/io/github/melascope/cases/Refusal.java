package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.ProblemException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Refusals of this package, in one tone. */
final class Refusal {
    static final String RESTORE =
            "restore a backup into a new folder; the damaged library is left as it is, so that an expert can look at it";

    private Refusal() {}

    /** A request that makes no sense for this library. */
    static ProblemException usage(String what, String why, String next) {
        return new ProblemException(Kind.USAGE, what, why, next);
    }

    static ProblemException unusable(String what, String why, String next) {
        return new ProblemException(Kind.UNUSABLE, what, why, next);
    }

    static ProblemException gone(String subject) {
        return usage(
                "The " + subject + " could not be used",
                "it is no longer in the library",
                "look whether it was deleted; the deletion can be undone until the library is closed");
    }

    static ProblemException damaged(Path database, String why, @Nullable Throwable cause) {
        return new ProblemException(Kind.UNUSABLE, database + " is damaged", why, RESTORE, cause);
    }

    /** A file that could not be read or written. */
    static ProblemException failed(String what, IOException cause) {
        return new ProblemException(Kind.UNUSABLE, what, reason(cause), next(cause), cause);
    }

    private static String reason(IOException e) {
        if (isFull(e)) {
            return "the disk is full";
        }
        if (e instanceof FileSystemException fse) {
            Path path = Path.of(String.valueOf(fse.getFile()));
            return path + (fse.getReason() == null ? kind(fse) : ": " + fse.getReason());
        }
        return String.valueOf(e.getMessage());
    }

    private static String kind(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return " may not be read or written";
        }
        if (e instanceof NoSuchFileException) {
            return " is not there";
        }
        return e instanceof NotDirectoryException
                ? " is no folder"
                : " failed (" + e.getClass().getSimpleName() + ")";
    }

    private static String next(IOException e) {
        return isFull(e)
                ? "free some space, and try again; what was saved before is safe"
                : "check the folder and its permissions, and try again";
    }

    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("disk full");
    }

    /**
     * What the database said, in plain words.
     *
     * @throws IllegalStateException when it is the program's fault: a broken constraint, a wrong statement
     */
    static ProblemException of(String what, Path database, SQLException e) {
        // The low byte is the kind of trouble, what is above it only says where.
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return damaged(database, "the database cannot be read (" + e.getMessage() + ")", e);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return told(what, "the disk is full", "free some space, and try again; what was saved before is safe", e);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return told(what, "another program is writing to " + database, "close that program, and try again", e);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            String next = "make the folder and the files in it writable, or choose another folder";
            return told(what, database + " may not be written", next, e);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            String next = "check that the disk is connected and in order; what was saved before is safe";
            return told(what, "the disk failed (" + e.getMessage() + ")", next, e);
        }
        if (e.getCause() instanceof org.sqlite.NativeLibraryNotFoundException) {
            String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
            String next = "make " + folder + " writable, and let programs run from it";
            return told(what, "the database engine could not be unpacked and loaded", next, e);
        }
        throw new IllegalStateException(e);
    }

    private static ProblemException told(String what, String why, String next, Throwable cause) {
        return new ProblemException(Kind.UNUSABLE, what, why, next, cause);
    }
}
