package io.github.melascope.ui.cases;

import io.github.melascope.cases.BodySite;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where in the library an image belongs. Patient, lesion and visit are made where they are not there yet.
 *
 * @param pseudonym of the patient, not blank
 * @param lesionId of one of the patient's lesions; empty for a new one
 * @param lesionLabel of a new lesion, not blank
 * @param site of a new lesion
 * @param date of the visit
 * @param note on the visit; may be empty
 * @param tags of the image
 */
public record CasePlace(
        String pseudonym,
        OptionalLong lesionId,
        String lesionLabel,
        BodySite site,
        LocalDate date,
        String note,
        List<String> tags) {
    public CasePlace {
        tags = List.copyOf(tags);
    }
}
