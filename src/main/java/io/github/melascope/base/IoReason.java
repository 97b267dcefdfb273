package io.github.melascope.base;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why reading or writing failed, in a user's words. */
public final class IoReason {
    private IoReason() {}

    /** The reason; what the system itself said only where there are no words for it. */
    public static Term of(IOException e) {
        if (isFull(e)) {
            return Term.of("why.io.full");
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return Term.of("why.io.exists", String.valueOf(exists.getFile()));
        }
        if (e instanceof NotDirectoryException || says(e, "not a directory")) {
            return Term.of("why.io.no-folder");
        }
        if (says(e, "read-only file system") || says(e, "write protected")) {
            return Term.of("why.io.read-only");
        }
        if (says(e, "is a directory")) {
            return Term.of("why.io.folder");
        }
        if (e instanceof AccessDeniedException || says(e, "permission denied") || says(e, "access is denied")) {
            return Term.of("why.io.forbidden");
        }
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException || says(e, "no such file")) {
            return Term.of("why.io.missing");
        }
        return e instanceof EOFException ? Term.of("why.io.cut") : Term.of("why.io.other", detail(e));
    }

    /** The reason, after the name of the file where the system tells it. */
    public static Term naming(IOException e) {
        return e instanceof FileSystemException known && known.getFile() != null
                ? Term.of("why.file", known.getFile(), of(e))
                : of(e);
    }

    /** Whether the disk, or what the user may have of it, is used up. */
    public static boolean isFull(IOException e) {
        return says(e, "no space left") || says(e, "not enough space") || says(e, "disk full") || says(e, "quota");
    }

    private static boolean says(IOException e, String words) {
        return detail(e).toLowerCase(Locale.ROOT).contains(words);
    }

    /** What the system said, without the name of the file. */
    private static String detail(IOException e) {
        if (e instanceof FileSystemException known) {
            return known.getReason() == null ? e.getClass().getSimpleName() : known.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
