package io.github.melascope.cases;

import java.time.LocalDate;

/**
 * One day on which images of a lesion were taken.
 *
 * @param id of the library; 0 before the visit is added
 * @param lesionId of the lesion looked at; never changes
 * @param date of the visit
 * @param note may be empty
 */
public record Visit(long id, long lesionId, LocalDate date, String note) {
    /** A visit to be added. */
    public static Visit of(long lesionId, LocalDate date) {
        return new Visit(0, lesionId, date, "");
    }
}
