package io.github.melascope.cases;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A case library that is open: a folder with a database and the images. One program at a time may have it open; within it any
 * thread may call, one after the other. Closing it makes its deletions final.
 */
public final class CaseLibrary implements AutoCloseable {
    private final LibraryFolder folder;
    private final LibraryLock lock;
    private final Database database;
    private final Audit audit;
    private final ImageFiles files;
    private boolean closed;

    private CaseLibrary(LibraryFolder folder, LibraryLock lock, Database database, Clock clock) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.audit = new Audit(database, clock);
        this.files = new ImageFiles(folder.images());
    }

    /**
     * Opens the library in a folder, or makes one in an empty or a new folder.
     *
     * @param clock tells when things happen
     * @throws ProblemException when the library is open elsewhere, damaged, newer than this program, not writable, or the
     *     folder holds other things; nothing was changed then
     */
    public static CaseLibrary open(Path folder, Clock clock) throws ProblemException {
        return open(folder, clock, Schema.CURRENT);
    }

    static CaseLibrary open(Path root, Clock clock, Schema schema) throws ProblemException {
        LibraryFolder folder = new LibraryFolder(root.toAbsolutePath());
        folder.prepare();
        LibraryLock lock = LibraryLock.take(folder);
        boolean open = false;
        try {
            int version = schema.check(folder);
            schema.upgrade(folder, version);
            CaseLibrary library = new CaseLibrary(folder, lock, Database.open(folder.database()), clock);
            library.start(version, schema.newest());
            open = true;
            return library;
        } finally {
            if (!open) {
                lock.close();
            }
        }
    }

    /** Notes what became of the schema, and ends what a killed program began. */
    private void start(int before, int now) throws ProblemException {
        boolean started = false;
        try {
            if (before != now) {
                String action = before == 0 ? "library-made" : "library-migrated";
                note(action, before, now);
            }
            removeBackupCopy();
            purge();
            started = true;
        } finally {
            if (!started) {
                database.close();
            }
        }
    }

    private void note(String action, int before, int now) throws ProblemException {
        database.write(Term.of("what.library.ready"), sql -> {
            audit.append(
                    sql, action, "library", Audit.detail().put("from", before).put("to", now));
            return action;
        });
    }

    /** What a program killed during a backup left. */
    private void removeBackupCopy() throws ProblemException {
        try {
            Files.deleteIfExists(folder.backupCopy());
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.library.untidy", folder.root()), e);
        }
    }

    private void purge() throws ProblemException {
        new Purge(database, audit, files).run();
    }

    public Path folder() {
        return folder.root();
    }

    public Patients patients() {
        return new Patients(database, audit);
    }

    public Lesions lesions() {
        return new Lesions(database, audit);
    }

    public Visits visits() {
        return new Visits(database, audit);
    }

    public Images images() {
        return new Images(database, audit, files);
    }

    public Readings readings() {
        return new Readings(database, audit);
    }

    public CaseSearch search() {
        return new CaseSearch(database);
    }

    public Trash trash() {
        return new Trash(database, audit);
    }

    public Audit audit() {
        return audit;
    }

    Database database() {
        return database;
    }

    /**
     * Writes all of the library but its deletions to one file, which is there whole or not at all. Closing the library waits
     * for it.
     *
     * @param file to be written or replaced, by custom {@code NAME.melascope-library}
     * @throws ProblemException when it cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled; nothing was written then
     */
    public synchronized Backup.Written backUp(Path file, Progress progress, CancelToken cancel)
            throws ProblemException {
        return new Backup(database, audit, files, folder).write(file, progress, cancel);
    }

    /** Ends the deletions and closes; a second time does nothing. The library is closed even when this throws. */
    @Override
    public synchronized void close() throws ProblemException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            purge();
        } finally {
            try {
                database.close();
            } finally {
                lock.close();
            }
        }
    }
}
