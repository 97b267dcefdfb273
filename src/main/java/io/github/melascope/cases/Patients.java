package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The library's patients. */
public final class Patients {
    private static final Term NOT_SAVED = Term.of("what.patient.unsaved");
    private static final int FIRST_BIRTH_YEAR = 1850;

    private final Database database;
    private final Audit audit;

    Patients(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** By pseudonym. */
    public List<Patient> list() throws ProblemException {
        return database.read(
                Term.of("what.patients.unlisted"),
                sql -> sql.list(
                        "SELECT * FROM patient WHERE deletion_id IS NULL ORDER BY pseudonym COLLATE NOCASE",
                        Patients::patient));
    }

    public Optional<Patient> find(long id) throws ProblemException {
        return database.read(Term.of("what.patient.unread"), sql -> find(sql, id));
    }

    /** The patient of that pseudonym, whatever its case. */
    public Optional<Patient> find(String pseudonym) throws ProblemException {
        return database.read(Term.of("what.patient.unread"), sql -> find(sql, pseudonym));
    }

    /**
     * @param patient whose id is of no account
     * @return the patient with its id
     * @throws ProblemException of kind {@code USAGE} when the pseudonym is blank or taken, or the year of birth impossible
     */
    public Patient add(Patient patient) throws ProblemException {
        Patient clean = clean(patient);
        return database.write(NOT_SAVED, sql -> {
            refuseTaken(sql, clean, 0);
            long id = sql.insert(
                    "INSERT INTO patient (pseudonym, birth_year, sex, note, words) VALUES (?, ?, ?, ?, ?)",
                    clean.pseudonym(),
                    clean.birthYear(),
                    clean.sex().map(Sex::code),
                    clean.note(),
                    Words.fold(clean.pseudonym(), clean.note()));
            audit.append(sql, "patient-added", "patient " + id, Audit.detail());
            return new Patient(id, clean.pseudonym(), clean.birthYear(), clean.sex(), clean.note());
        });
    }

    /** Saves everything of a patient anew; otherwise as {@link #add}. */
    public Patient change(Patient patient) throws ProblemException {
        Patient clean = clean(patient);
        return database.write(NOT_SAVED, sql -> {
            refuseTaken(sql, clean, clean.id());
            int changed = sql.update(
                    "UPDATE patient SET pseudonym = ?, birth_year = ?, sex = ?, note = ?, words = ?"
                            + " WHERE id = ? AND deletion_id IS NULL",
                    clean.pseudonym(),
                    clean.birthYear(),
                    clean.sex().map(Sex::code),
                    clean.note(),
                    Words.fold(clean.pseudonym(), clean.note()),
                    clean.id());
            if (changed == 0) {
                throw Refusal.gone("patient");
            }
            audit.append(sql, "patient-changed", "patient " + clean.id(), Audit.detail());
            return clean;
        });
    }

    private Patient clean(Patient patient) throws ProblemException {
        String pseudonym = patient.pseudonym().strip();
        if (pseudonym.isEmpty()) {
            throw Refusal.usage("problem.patient.pseudonym");
        }
        int year = patient.birthYear().orElse(FIRST_BIRTH_YEAR);
        if (year < FIRST_BIRTH_YEAR || year > audit.now().atZone(ZoneOffset.UTC).getYear() + 1) {
            throw Refusal.usage("problem.patient.year", year);
        }
        return new Patient(patient.id(), pseudonym, patient.birthYear(), patient.sex(), patient.note());
    }

    private static void refuseTaken(Sql sql, Patient patient, long self) throws SQLException, ProblemException {
        Optional<Patient> other = find(sql, patient.pseudonym());
        if (other.isPresent() && other.get().id() != self) {
            throw Refusal.usage("problem.patient.taken", other.get().pseudonym());
        }
    }

    private static Optional<Patient> find(Sql sql, String pseudonym) throws SQLException {
        return sql.first(
                "SELECT * FROM patient WHERE pseudonym = ? COLLATE NOCASE AND deletion_id IS NULL",
                Patients::patient,
                pseudonym.strip());
    }

    static Optional<Patient> find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT * FROM patient WHERE id = ? AND deletion_id IS NULL", Patients::patient, id);
    }

    private static Patient patient(Row row) throws SQLException {
        return new Patient(
                row.whole("id"),
                row.text("pseudonym"),
                row.optionalCount("birth_year"),
                row.optionalText("sex").map(Sex::ofCode),
                row.text("note"));
    }
}
