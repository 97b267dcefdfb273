package io.github.melascope.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The list of all changes, each row bound to the row before by its hash. It shows a row that was changed, taken out or added
 * by another program, and rows cut off at the end; not a trail that somebody wrote anew with all its hashes, unless its head
 * was noted elsewhere, as every backup does.
 */
public final class Audit {
    private final Database database;
    private final Clock clock;

    Audit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static ObjectNode detail() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The time as the library keeps it: in milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Clock clock() {
        return clock;
    }

    /** Writes a row about the library as a whole. */
    void append(String action) throws ProblemException {
        database.write(Term.of("what.audit.unwritten"), sql -> {
            append(sql, action, "library", detail());
            return action;
        });
    }

    /** Writes a row, as a part of the transaction that changes what it tells of. */
    void append(Sql sql, String action, String subject, ObjectNode detail) throws SQLException {
        Optional<AuditRow> last = sql.first("SELECT * FROM audit ORDER BY seq DESC LIMIT 1", Audit::row);
        long seq = last.map(AuditRow::seq).orElse(0L) + 1;
        String previous = last.map(AuditRow::hash).orElse(AuditRow.NO_HASH);
        AuditRow row = AuditRow.of(seq, now(), action, subject, detail.toString(), previous);
        sql.update(
                "INSERT INTO audit (seq, at, action, subject, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row.seq(),
                row.at(),
                row.action(),
                row.subject(),
                row.detail(),
                row.previousHash(),
                row.hash());
    }

    /**
     * The latest rows, the last one first.
     *
     * @param most how many at most
     */
    public List<AuditRow> latest(int most) throws ProblemException {
        return database.read(
                Term.of("what.audit.unread"),
                sql -> sql.list("SELECT * FROM audit ORDER BY seq DESC LIMIT ?", Audit::row, most));
    }

    /** Recomputes every hash, from the first row on. */
    public AuditCheck check() throws ProblemException {
        return database.read(Term.of("what.audit.unchecked"), Audit::check);
    }

    private static AuditCheck check(Sql sql) throws SQLException {
        Chain chain = new Chain();
        sql.each("SELECT * FROM audit ORDER BY seq", row -> chain.add(row(row)));
        // SQLite remembers the highest number it ever gave, which shows an end that was cut off.
        long highest = sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
        return chain.result(highest);
    }

    private static AuditRow row(Row row) throws SQLException {
        return new AuditRow(
                row.whole("seq"),
                row.instant("at"),
                row.text("action"),
                row.text("subject"),
                row.text("detail"),
                row.text("previous_hash"),
                row.text("hash"));
    }

    /** The rows seen so far. */
    private static final class Chain {
        private long rows;
        private String head = AuditRow.NO_HASH;
        private Optional<AuditCheck.Fault> fault = Optional.empty();

        /** @return whether the row is in order */
        boolean add(AuditRow row) {
            long expected = rows + 1;
            if (row.seq() != expected) {
                fault = Optional.of(new AuditCheck.Fault(expected, Term.of("why.audit.missing")));
            } else if (!row.previousHash().equals(head)) {
                fault = Optional.of(new AuditCheck.Fault(expected, Term.of("why.audit.order")));
            } else if (!row.isWhole()) {
                fault = Optional.of(new AuditCheck.Fault(expected, Term.of("why.audit.changed")));
            } else {
                rows = expected;
                head = row.hash();
            }
            return fault.isEmpty();
        }

        AuditCheck result(long highest) {
            if (fault.isEmpty() && highest > rows) {
                fault = Optional.of(new AuditCheck.Fault(rows + 1, Term.of("why.audit.cut")));
            }
            return new AuditCheck(rows, head, fault);
        }
    }
}
