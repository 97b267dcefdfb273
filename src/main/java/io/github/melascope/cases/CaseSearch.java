package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds images, and counts how user and model agree. */
public final class CaseSearch {
    private static final Term FAILED = Term.of("what.search");
    private static final String WORD =
            "(instr(patient_words, ?) OR instr(lesion_words, ?) OR instr(visit_words, ?) OR instr(image_words, ?)"
                    + " OR EXISTS (SELECT 1 FROM reading AS r WHERE r.image_id = c.image_id AND instr(r.words, ?)))";

    private final Database database;

    CaseSearch(Database database) {
        this.database = database;
    }

    public CasePage find(CaseQuery query) throws ProblemException {
        Condition where = condition(query);
        return database.read(FAILED, sql -> {
            long total = sql.number("SELECT count(*) FROM case_row AS c" + where.text(), where.values());
            return new CasePage(sql.list(rows(query), row -> row(sql, row), with(where, query.most())), total);
        });
    }

    /** How many images there are of each agreement; kinds that are not there count 0. */
    public Map<Agreement, Long> agreements() throws ProblemException {
        return database.read(FAILED, sql -> {
            Map<Agreement, Long> counts = new EnumMap<>(Agreement.class);
            for (Agreement agreement : Agreement.values()) {
                counts.put(agreement, 0L);
            }
            sql.each("SELECT agreement, count(*) AS images FROM case_row GROUP BY agreement", row -> {
                counts.put(Agreement.ofCode(row.text("agreement")), row.whole("images"));
                return true;
            });
            return Collections.unmodifiableMap(counts);
        });
    }

    /** How SQLite goes about a search, for the tests. */
    List<String> plan(CaseQuery query) throws ProblemException {
        Condition where = condition(query);
        return database.read(
                FAILED,
                sql -> sql.list(
                        "EXPLAIN QUERY PLAN " + rows(query), row -> row.text("detail"), with(where, query.most())));
    }

    /** A condition in SQL, and its values in order. */
    private record Condition(List<String> parts, List<Object> all) {
        void add(String part, Object... values) {
            parts.add(part);
            all.addAll(List.of(values));
        }

        void addIf(Optional<?> value, String part) {
            value.ifPresent(there -> add(part, there));
        }

        String text() {
            return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
        }

        Object[] values() {
            return all.toArray();
        }
    }

    private static Condition condition(CaseQuery query) {
        Condition where = new Condition(new ArrayList<>(), new ArrayList<>());
        for (String word : Words.of(query.text())) {
            where.add(WORD, word, word, word, word, word);
        }
        where.addIf(query.site().map(BodySite::code), "site = ?");
        where.addIf(query.own().map(Diagnosis::code), "diagnosis = ?");
        where.addIf(query.confirmed().map(Diagnosis::code), "confirmed = ?");
        where.addIf(query.outcome().map(Outcome::code), "outcome = ?");
        where.addIf(query.agreement().map(Agreement::code), "agreement = ?");
        where.addIf(query.tag(), "image_id IN (SELECT t.image_id FROM image_tag AS t WHERE t.tag = ?)");
        where.addIf(query.from(), "date >= ?");
        where.addIf(query.to(), "date <= ?");
        return where;
    }

    private static String rows(CaseQuery query) {
        String column = query.sort().column();
        String direction = query.descending() ? " DESC" : "";
        return "SELECT * FROM case_row AS c" + condition(query).text() + " ORDER BY " + column + direction
                + " NULLS LAST, image_id" + direction + " LIMIT ?";
    }

    private static Object[] with(Condition where, int most) {
        List<Object> values = new ArrayList<>(where.all());
        values.add(most);
        return values.toArray();
    }

    private static CaseRow row(Sql sql, Row row) throws SQLException {
        long image = row.whole("image_id");
        return new CaseRow(
                image,
                row.whole("visit_id"),
                row.whole("lesion_id"),
                row.whole("patient_id"),
                row.text("pseudonym"),
                row.text("label"),
                row.site("site"),
                row.optionalDiagnosis("confirmed"),
                row.date("date"),
                row.text("file_name"),
                row.instant("added_at"),
                sql.list("SELECT tag FROM image_tag WHERE image_id = ? ORDER BY tag", tag -> tag.text("tag"), image),
                row.optionalDiagnosis("diagnosis"),
                row.optionalReal("confidence"),
                row.optionalText("outcome").map(Readings::outcome),
                row.optionalReal("melanoma"),
                row.optionalText("model_id"),
                Agreement.ofCode(row.text("agreement")));
    }
}
