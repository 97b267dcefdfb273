package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables this program knows, and what brings an older database to them.
 *
 * @param newest the highest version among the migrations; kept here so that a library that is up to date opens without
 *     Flyway, whose start takes longer than all else
 * @param locations of the migrations, as Flyway names them
 */
record Schema(int newest, List<String> locations) {
    static final Schema CURRENT = new Schema(1, List.of("classpath:db/migration"));

    private static final long OURS = 0x4D656C61; // "Mela", as the first migration sets it

    /**
     * Looks at a database without changing it.
     *
     * @return its version; 0 when there is none yet
     * @throws ProblemException when it is damaged, another program's, or newer than this program
     */
    int check(LibraryFolder folder) throws ProblemException {
        Path file = folder.database();
        try {
            boolean bare = !Files.exists(file) || Files.size(file) == 0;
            int version = bare ? 0 : look(file);
            if (version == 0 && (folder.holdsImages() || (bare && folder.holdsWal()))) {
                throw Refusal.damaged(file, Term.of("why.library.bare"), null);
            }
            if (!bare && !Files.isWritable(file)) {
                throw new ProblemException(
                        ProblemException.Kind.UNUSABLE, "problem.library.forbidden", folder.root(), file);
            }
            return version;
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.library.unopened", folder.root()), e);
        }
    }

    private int look(Path file) throws ProblemException {
        try (Database database = Database.look(file)) {
            int version = database.read(Term.of("what.file.unread", file), sql -> version(sql, file));
            if (version > newest) {
                throw newer(file, version);
            }
            String verdict = database.read(
                    Term.of("what.file.unread", file),
                    sql -> sql.first("PRAGMA quick_check(1)", row -> row.set().getString(1))
                            .orElse("no answer"));
            if (!verdict.equals("ok")) {
                throw Refusal.damaged(file, Term.of("why.library.pages", verdict), null);
            }
            return version;
        }
    }

    private static int version(Sql sql, Path file) throws SQLException, ProblemException {
        if (sql.number("SELECT count(*) FROM sqlite_master") == 0) {
            return 0; // a program was killed while it made the library
        }
        if (sql.number("PRAGMA application_id") != OURS) {
            boolean begun = sql.number("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'") == 1
                    && sql.number("SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL") == 0;
            if (begun) {
                return 0;
            }
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.library.other", file);
        }
        return (int) sql.number("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1");
    }

    ProblemException newer(Path file, int version) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.library.newer", file, version, newest);
    }

    /**
     * Brings a database that {@link #check} has passed to the newest version. Of an older one a copy is kept beside it.
     *
     * @param version what {@link #check} found
     */
    void upgrade(LibraryFolder folder, int version) throws ProblemException {
        if (version == newest) {
            return;
        }
        if (version > 0) {
            keepCopy(folder, version);
        }
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(Database.source(folder.database(), false))
                    .locations(locations.toArray(String[]::new))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failed(folder, version, e);
        }
    }

    private static ProblemException failed(LibraryFolder folder, int version, FlywayException e) {
        Term what = Term.of("what.library.unready", folder.root());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Refusal.of(what, folder.database(), sql);
            }
        }
        throw new IllegalStateException(what + " (schema " + version + ")", e);
    }

    /** By SQLite itself: a plain copy of a file may miss what lies in its log. */
    private static void keepCopy(LibraryFolder folder, int version) throws ProblemException {
        Path copy = folder.copyBefore(version);
        try (Database database = Database.open(folder.database())) {
            Files.deleteIfExists(copy);
            database.copyTo(copy);
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.library.no-copy"), e);
        }
    }
}
