package io.github.melascope.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The lesions of the library's patients. */
public final class Lesions {
    private static final Term NOT_SAVED = Term.of("what.lesion.unsaved");

    private final Database database;
    private final Audit audit;

    Lesions(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** A patient's lesions, by label. */
    public List<Lesion> of(long patientId) throws ProblemException {
        return database.read(
                Term.of("what.lesions.unlisted"),
                sql -> sql.list(
                        "SELECT * FROM lesion WHERE patient_id = ? AND deletion_id IS NULL"
                                + " ORDER BY label COLLATE NOCASE, id",
                        Lesions::lesion,
                        patientId));
    }

    public Optional<Lesion> find(long id) throws ProblemException {
        return database.read(Term.of("what.lesion.unread"), sql -> find(sql, id));
    }

    /**
     * @param lesion whose id is of no account
     * @return the lesion with its id
     * @throws ProblemException of kind {@code USAGE} when the label is blank or the patient is not there
     */
    public Lesion add(Lesion lesion) throws ProblemException {
        Lesion clean = clean(lesion);
        return database.write(NOT_SAVED, sql -> {
            if (Patients.find(sql, clean.patientId()).isEmpty()) {
                throw Refusal.gone("patient");
            }
            long id = sql.insert(
                    "INSERT INTO lesion (patient_id, label, site, confirmed, note, words) VALUES (?, ?, ?, ?, ?, ?)",
                    clean.patientId(),
                    clean.label(),
                    clean.site().code(),
                    clean.confirmed().map(Diagnosis::code),
                    clean.note(),
                    Words.fold(clean.label(), clean.note()));
            audit.append(sql, "lesion-added", "lesion " + id, detail(clean).put("patient", clean.patientId()));
            return new Lesion(id, clean.patientId(), clean.label(), clean.site(), clean.confirmed(), clean.note());
        });
    }

    /** Saves everything of a lesion anew but whose it is; otherwise as {@link #add}. */
    public Lesion change(Lesion lesion) throws ProblemException {
        Lesion clean = clean(lesion);
        return database.write(NOT_SAVED, sql -> {
            int changed = sql.update(
                    "UPDATE lesion SET label = ?, site = ?, confirmed = ?, note = ?, words = ?"
                            + " WHERE id = ? AND deletion_id IS NULL",
                    clean.label(),
                    clean.site().code(),
                    clean.confirmed().map(Diagnosis::code),
                    clean.note(),
                    Words.fold(clean.label(), clean.note()),
                    clean.id());
            if (changed == 0) {
                throw Refusal.gone("lesion");
            }
            audit.append(sql, "lesion-changed", "lesion " + clean.id(), detail(clean));
            return find(sql, clean.id()).orElseThrow();
        });
    }

    private static Lesion clean(Lesion lesion) throws ProblemException {
        String label = lesion.label().strip();
        if (label.isEmpty()) {
            throw Refusal.usage("problem.lesion.label");
        }
        return new Lesion(lesion.id(), lesion.patientId(), label, lesion.site(), lesion.confirmed(), lesion.note());
    }

    private static ObjectNode detail(Lesion lesion) {
        ObjectNode detail = Audit.detail().put("site", lesion.site().code());
        lesion.confirmed().ifPresent(diagnosis -> detail.put("confirmed", diagnosis.code()));
        return detail;
    }

    static Optional<Lesion> find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT * FROM lesion WHERE id = ? AND deletion_id IS NULL", Lesions::lesion, id);
    }

    private static Lesion lesion(Row row) throws SQLException {
        return new Lesion(
                row.whole("id"),
                row.whole("patient_id"),
                row.text("label"),
                row.site("site"),
                row.optionalDiagnosis("confirmed"),
                row.text("note"));
    }
}
