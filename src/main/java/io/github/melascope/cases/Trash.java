package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Deleting, which can be undone until the library is closed. A deletion marks what it deletes and everything below, so that
 * an undo brings back just that.
 */
public final class Trash {
    private static final Term NOT_DELETED = Term.of("what.deletion.failed");
    private static final Term NOT_UNDONE = Term.of("what.undo.failed");

    private final Database database;
    private final Audit audit;

    Trash(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What can be deleted, from the top down. Readings and tags go with their image. */
    public enum Kind {
        PATIENT,
        LESION,
        VISIT,
        IMAGE;

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What lies below something, itself not counted. */
    public record Contents(long lesions, long visits, long images) {}

    /** What would be deleted along, for the question whether it should be. */
    public Contents contents(Kind kind, long id) throws ProblemException {
        String below = " FROM patient LEFT JOIN lesion ON lesion.patient_id = patient.id AND lesion.deletion_id IS NULL"
                + " LEFT JOIN visit ON visit.lesion_id = lesion.id AND visit.deletion_id IS NULL"
                + " LEFT JOIN image ON image.visit_id = visit.id AND image.deletion_id IS NULL WHERE " + kind.table()
                + ".id = ?";
        return database.read(
                Term.of("what.contents.uncounted"),
                sql -> new Contents(
                        kind == Kind.PATIENT ? sql.number("SELECT count(DISTINCT lesion.id)" + below, id) : 0,
                        kind.compareTo(Kind.VISIT) < 0 ? sql.number("SELECT count(DISTINCT visit.id)" + below, id) : 0,
                        kind == Kind.IMAGE ? 0 : sql.number("SELECT count(DISTINCT image.id)" + below, id)));
    }

    /**
     * Deletes something with all that lies below it.
     *
     * @throws ProblemException when it is not there
     */
    public Deletion delete(Kind kind, long id) throws ProblemException {
        return database.write(NOT_DELETED, sql -> {
            Instant at = audit.now();
            String subject = kind.table() + " " + id;
            long deletion = sql.insert("INSERT INTO deletion (at, subject) VALUES (?, ?)", at, subject);
            int marked = sql.update(
                    "UPDATE " + kind.table() + " SET deletion_id = ? WHERE id = ? AND deletion_id IS NULL",
                    deletion,
                    id);
            if (marked == 0) {
                throw Refusal.gone(kind.table());
            }
            markBelow(sql, Kind.PATIENT, Kind.LESION, deletion);
            markBelow(sql, Kind.LESION, Kind.VISIT, deletion);
            markBelow(sql, Kind.VISIT, Kind.IMAGE, deletion);
            audit.append(sql, kind.table() + "-deleted", subject, Audit.detail().put("deletion", deletion));
            return new Deletion(deletion, at, subject);
        });
    }

    private static void markBelow(Sql sql, Kind above, Kind kind, long deletion) throws SQLException {
        sql.update(
                "UPDATE " + kind.table() + " SET deletion_id = ? WHERE deletion_id IS NULL AND " + above.table()
                        + "_id IN (SELECT id FROM " + above.table() + " WHERE deletion_id = ?)",
                deletion,
                deletion);
    }

    /** The deletions that can be undone, the latest first. */
    public List<Deletion> list() throws ProblemException {
        return database.read(
                Term.of("what.deletions.unlisted"),
                sql -> sql.list(
                        "SELECT * FROM deletion ORDER BY id DESC",
                        row -> new Deletion(row.whole("id"), row.instant("at"), row.text("subject"))));
    }

    /**
     * Brings back what a deletion deleted.
     *
     * @throws ProblemException of kind {@code USAGE} when it was undone before, when what it belongs to is deleted too, or
     *     when another patient has the pseudonym by now
     */
    public void undo(Deletion deletion) throws ProblemException {
        database.write(NOT_UNDONE, sql -> {
            refuseOrphans(sql, Kind.PATIENT, Kind.LESION, deletion.id());
            refuseOrphans(sql, Kind.LESION, Kind.VISIT, deletion.id());
            refuseOrphans(sql, Kind.VISIT, Kind.IMAGE, deletion.id());
            refuseTakenPseudonym(sql, deletion.id());
            for (Kind kind : Kind.values()) {
                sql.update("UPDATE " + kind.table() + " SET deletion_id = NULL WHERE deletion_id = ?", deletion.id());
            }
            if (sql.update("DELETE FROM deletion WHERE id = ?", deletion.id()) == 0) {
                throw Refusal.usage("problem.undo.done");
            }
            audit.append(
                    sql, "deletion-undone", deletion.subject(), Audit.detail().put("deletion", deletion.id()));
            return deletion;
        });
    }

    private static void refuseOrphans(Sql sql, Kind above, Kind kind, long deletion)
            throws SQLException, ProblemException {
        String top = above.table();
        long orphans = sql.number(
                "SELECT count(*) FROM " + kind.table() + " AS it JOIN " + top + " AS above ON above.id = it." + top
                        + "_id WHERE it.deletion_id = ? AND above.deletion_id <> it.deletion_id",
                deletion);
        if (orphans > 0) {
            throw Refusal.usage("problem.undo.orphan", Term.of("thing." + top));
        }
    }

    private static void refuseTakenPseudonym(Sql sql, long deletion) throws SQLException, ProblemException {
        long taken = sql.number(
                "SELECT count(*) FROM patient AS old JOIN patient AS new ON new.pseudonym = old.pseudonym COLLATE NOCASE"
                        + " WHERE old.deletion_id = ? AND new.deletion_id IS NULL",
                deletion);
        if (taken > 0) {
            throw Refusal.usage("problem.undo.taken");
        }
    }
}
