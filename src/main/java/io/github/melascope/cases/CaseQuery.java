package io.github.melascope.cases;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to search for; an empty part asks for nothing.
 *
 * @param text words, each of which must stand in the pseudonym, the label, the file name, a tag or a note, as a part of a
 *     word, whatever its case and accents
 * @param site of the lesion
 * @param own the diagnosis of the user's latest reading
 * @param confirmed the lesion's diagnosis by histopathology
 * @param outcome of the latest answer of a model
 * @param agreement of the two
 * @param tag which the image must have
 * @param from the first day of visit
 * @param to the last day of visit
 * @param sort by what
 * @param descending the largest first
 * @param most how many rows at most, at least 1
 */
public record CaseQuery(
        String text,
        Optional<BodySite> site,
        Optional<Diagnosis> own,
        Optional<Diagnosis> confirmed,
        Optional<Outcome> outcome,
        Optional<Agreement> agreement,
        Optional<String> tag,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort sort,
        boolean descending,
        int most) {
    /** Every image, the latest visit first, 200 rows. */
    public static final CaseQuery ALL = new CaseQuery(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sort.DATE,
            true,
            200);

    /** The columns a result can be sorted by. Rows without a value come last. */
    public enum Sort {
        DATE("date"),
        ADDED("added_at"),
        PSEUDONYM("pseudonym COLLATE NOCASE"),
        LESION("label COLLATE NOCASE"),
        SITE("site"),
        FILE_NAME("file_name COLLATE NOCASE"),
        OWN("diagnosis"),
        OUTCOME("outcome"),
        MELANOMA("melanoma"),
        AGREEMENT("agreement");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public CaseQuery withText(String wanted) {
        return new CaseQuery(wanted, site, own, confirmed, outcome, agreement, tag, from, to, sort, descending, most);
    }

    public CaseQuery withSite(Optional<BodySite> wanted) {
        return new CaseQuery(text, wanted, own, confirmed, outcome, agreement, tag, from, to, sort, descending, most);
    }

    public CaseQuery withOwn(Optional<Diagnosis> wanted) {
        return new CaseQuery(text, site, wanted, confirmed, outcome, agreement, tag, from, to, sort, descending, most);
    }

    public CaseQuery withConfirmed(Optional<Diagnosis> wanted) {
        return new CaseQuery(text, site, own, wanted, outcome, agreement, tag, from, to, sort, descending, most);
    }

    public CaseQuery withOutcome(Optional<Outcome> wanted) {
        return new CaseQuery(text, site, own, confirmed, wanted, agreement, tag, from, to, sort, descending, most);
    }

    public CaseQuery withAgreement(Optional<Agreement> wanted) {
        return new CaseQuery(text, site, own, confirmed, outcome, wanted, tag, from, to, sort, descending, most);
    }

    public CaseQuery withTag(Optional<String> wanted) {
        return new CaseQuery(text, site, own, confirmed, outcome, agreement, wanted, from, to, sort, descending, most);
    }

    /** Both days belong to the range. */
    public CaseQuery between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new CaseQuery(text, site, own, confirmed, outcome, agreement, tag, first, last, sort, descending, most);
    }

    public CaseQuery sortedBy(Sort wanted, boolean largestFirst) {
        return new CaseQuery(text, site, own, confirmed, outcome, agreement, tag, from, to, wanted, largestFirst, most);
    }

    public CaseQuery atMost(int rows) {
        return new CaseQuery(text, site, own, confirmed, outcome, agreement, tag, from, to, sort, descending, rows);
    }
}
