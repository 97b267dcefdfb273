package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The visits of the library's lesions: the follow-up view lays two of one lesion side by side. */
public final class Visits {
    private static final Term NOT_SAVED = Term.of("what.visit.unsaved");

    private final Database database;
    private final Audit audit;

    Visits(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** A lesion's visits, the earliest first. */
    public List<Visit> of(long lesionId) throws ProblemException {
        return database.read(
                Term.of("what.visits.unlisted"),
                sql -> sql.list(
                        "SELECT * FROM visit WHERE lesion_id = ? AND deletion_id IS NULL ORDER BY date, id",
                        Visits::visit,
                        lesionId));
    }

    public Optional<Visit> find(long id) throws ProblemException {
        return database.read(Term.of("what.visit.unread"), sql -> find(sql, id));
    }

    /**
     * @param visit whose id is of no account
     * @return the visit with its id
     * @throws ProblemException of kind {@code USAGE} when the lesion is not there
     */
    public Visit add(Visit visit) throws ProblemException {
        return database.write(NOT_SAVED, sql -> {
            if (Lesions.find(sql, visit.lesionId()).isEmpty()) {
                throw Refusal.gone("lesion");
            }
            long id = sql.insert(
                    "INSERT INTO visit (lesion_id, date, note, words) VALUES (?, ?, ?, ?)",
                    visit.lesionId(),
                    visit.date(),
                    visit.note(),
                    Words.fold(visit.note()));
            audit.append(
                    sql,
                    "visit-added",
                    "visit " + id,
                    Audit.detail()
                            .put("lesion", visit.lesionId())
                            .put("date", visit.date().toString()));
            return new Visit(id, visit.lesionId(), visit.date(), visit.note());
        });
    }

    /** Saves date and note anew. */
    public Visit change(Visit visit) throws ProblemException {
        return database.write(NOT_SAVED, sql -> {
            int changed = sql.update(
                    "UPDATE visit SET date = ?, note = ?, words = ? WHERE id = ? AND deletion_id IS NULL",
                    visit.date(),
                    visit.note(),
                    Words.fold(visit.note()),
                    visit.id());
            if (changed == 0) {
                throw Refusal.gone("visit");
            }
            audit.append(
                    sql,
                    "visit-changed",
                    "visit " + visit.id(),
                    Audit.detail().put("date", visit.date().toString()));
            return find(sql, visit.id()).orElseThrow();
        });
    }

    static Optional<Visit> find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT * FROM visit WHERE id = ? AND deletion_id IS NULL", Visits::visit, id);
    }

    private static Visit visit(Row row) throws SQLException {
        return new Visit(row.whole("id"), row.whole("lesion_id"), row.date("date"), row.text("note"));
    }
}
