package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What lies where in a library's folder, and whether a folder may be one. */
record LibraryFolder(Path root) {
    private static final String DATABASE = "library.db";
    private static final String LOCK = "library.lock";
    private static final Set<String> OURS = Set.of(DATABASE, LOCK, "images");

    Path database() {
        return root.resolve(DATABASE);
    }

    Path images() {
        return root.resolve("images");
    }

    Path lock() {
        return root.resolve(LOCK);
    }

    /** The copy of the database that is kept when a newer program changes its schema. */
    Path copyBefore(int schema) {
        return root.resolve("library.before-" + schema + ".db");
    }

    /** The database as a backup takes it in; only there while one is written. */
    Path backupCopy() {
        return root.resolve(".library.backup");
    }

    /** Makes a new folder, which holds what is nobody else's business, the user's own. */
    private void make() throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        Files.createDirectories(root);
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Makes the folder if need be.
     *
     * @throws ProblemException when it cannot be made or written, or holds other things than a library
     */
    void prepare() throws ProblemException {
        try {
            make();
            if (!Files.exists(database())) {
                refuseForeign();
            }
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.library.impossible", root), e);
        }
    }

    private void refuseForeign() throws IOException, ProblemException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") && !OURS.contains(name)) {
                    throw Refusal.usage("problem.library.foreign", root, name);
                }
            }
        }
    }

    /** Whether any file lies in {@code images}. */
    boolean holdsImages() throws IOException {
        if (!Files.isDirectory(images())) {
            return false;
        }
        try (java.util.stream.Stream<Path> files = Files.walk(images(), 2)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    /** Changes that SQLite has not yet moved into the database file. */
    boolean holdsWal() throws IOException {
        Path wal = root.resolve(DATABASE + "-wal");
        return Files.exists(wal) && Files.size(wal) > 0;
    }
}
