package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
            throw refused(target, "it is a folder", null);
        }
        try {
            work.run();
        } catch (IOException e) {
            throw refused(target, reason(e), e);
        }
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
                throw new IOException("it is not a file name");
            }
            Files.createDirectories(folder);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return; // a pipe or a device is written as it is
            }
            Files.deleteIfExists(Files.createTempFile(folder, ".melascope", ".tmp"));
        });
    }

    private static ProblemException refused(
            Path target, String why, @org.jspecify.annotations.Nullable IOException cause) {
        return new ProblemException(
                ProblemException.Kind.USAGE,
                target + " could not be written",
                why,
                "name a file in a folder you can write to, on a disk with room",
                cause);
    }

    /** Why a file operation failed, without full stop. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "the permission is missing";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file, not a folder";
        }
        if (e instanceof NotDirectoryException) {
            return "part of the path is a file, not a folder";
        }
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
