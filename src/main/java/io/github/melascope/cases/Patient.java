package io.github.melascope.cases;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A patient, known by a pseudonym only.
 *
 * @param id of the library; 0 before the patient is added
 * @param pseudonym not blank, unique among the patients, whatever its case
 * @param birthYear 1850 … this year
 * @param sex where it is known
 * @param note may be empty
 */
public record Patient(long id, String pseudonym, OptionalInt birthYear, Optional<Sex> sex, String note) {
    /** A patient to be added, of whom nothing but the pseudonym is known. */
    public static Patient of(String pseudonym) {
        return new Patient(0, pseudonym, OptionalInt.empty(), Optional.empty(), "");
    }
}
