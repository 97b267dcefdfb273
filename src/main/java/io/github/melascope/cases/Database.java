package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The library's one connection. Any thread may use it, one at a time; a change is a transaction, which is on the disk when it
 * returns, or has not happened.
 */
final class Database implements AutoCloseable {
    /** Another program that looks at the database for a moment is waited for. */
    private static final int BUSY_MILLISECONDS = 2000;

    private final Path file;
    private final Connection connection;
    private final Sql sql;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** Works with the connection, and may refuse. */
    @FunctionalInterface
    interface Work<T> {
        T run(Sql sql) throws SQLException, ProblemException;
    }

    /** @throws ProblemException when the file is damaged, locked, or may not be written */
    static Database open(Path file) throws ProblemException {
        Connection connection = connect(file, false);
        try {
            // What is purged is overwritten, not only forgotten.
            new Sql(connection).run("PRAGMA secure_delete = ON");
            return new Database(file, connection);
        } catch (SQLException e) {
            throw failed(file, connection, e);
        }
    }

    /** A look that changes nothing in the file, even if it is damaged. */
    static Database look(Path file) throws ProblemException {
        return new Database(file, connect(file, true));
    }

    private static Connection connect(Path file, boolean readOnly) throws ProblemException {
        try {
            return source(file, readOnly).getConnection();
        } catch (SQLException e) {
            throw Refusal.of(Term.of("what.file.unopened", file), file, e);
        }
    }

    /** What every connection to the library is opened with. */
    static SQLiteDataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            // In WAL mode the usual NORMAL would lose the last transactions when the power fails.
            config.setSynchronous(SynchronousMode.FULL);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        // As an address: a question mark in a folder's name would otherwise start the driver's options.
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source;
    }

    private static ProblemException failed(Path file, Connection connection, SQLException e) {
        try {
            connection.close();
        } catch (SQLException f) {
            e.addSuppressed(f);
        }
        return Refusal.of(Term.of("what.file.unopened", file), file, e);
    }

    Path file() {
        return file;
    }

    /** @param what failed when the work fails: {@code "The patients could not be listed"} */
    <T> T read(Term what, Work<T> work) throws ProblemException {
        lock.lock();
        try {
            return work.run(sql);
        } catch (SQLException e) {
            throw Refusal.of(what, file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs the work as one transaction: all of it or, when it throws anything, nothing. */
    <T> T write(Term what, Work<T> work) throws ProblemException {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                throw new IllegalStateException("a transaction within other work");
            }
            return transaction(work);
        } catch (SQLException e) {
            throw Refusal.of(what, file, e);
        } finally {
            lock.unlock();
        }
    }

    /** By statements, because the driver's own transactions begin anew with each end. */
    private <T> T transaction(Work<T> work) throws SQLException, ProblemException {
        sql.run("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run(sql);
            sql.run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.run("ROLLBACK");
        } catch (SQLException e) {
            // On a full disk SQLite itself has rolled back already, and says so.
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "rolled back already", e);
        }
    }

    /** Writes a consistent copy, without what was purged, to a file that must not exist. */
    void copyTo(Path copy) throws ProblemException {
        read(Term.of("what.library.copy", copy), sql -> sql.update("VACUUM INTO ?", copy.toString()));
    }

    /** Waits for the work of other threads; after this there is none. */
    @Override
    public void close() throws ProblemException {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Refusal.of(Term.of("what.file.unclosed", file), file, e);
        } finally {
            lock.unlock();
        }
    }
}
