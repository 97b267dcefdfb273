package io.github.melascope.cases;

import io.github.melascope.lesion.Diagnosis;
import java.util.Optional;

/**
 * One lesion of a patient.
 *
 * @param id of the library; 0 before the lesion is added
 * @param patientId whose it is; never changes
 * @param label how the user calls it, not blank: {@code "left shoulder, upper"}
 * @param site where on the body
 * @param confirmed the diagnosis of histopathology, where there is one
 * @param note may be empty
 */
public record Lesion(long id, long patientId, String label, BodySite site, Optional<Diagnosis> confirmed, String note) {
    /** A lesion to be added. */
    public static Lesion of(long patientId, String label, BodySite site) {
        return new Lesion(0, patientId, label, site, Optional.empty(), "");
    }
}
