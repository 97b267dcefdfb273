package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Lesion;
import io.github.melascope.cases.Reading;
import io.github.melascope.cases.Visit;
import java.util.List;
import java.util.Optional;

/**
 * One case with all that is known of it.
 *
 * @param readings of the image, the latest first
 */
public record CaseDetails(CaseRow row, Lesion lesion, Visit visit, KeptPicture picture, List<Reading> readings) {
    public CaseDetails {
        readings = List.copyOf(readings);
    }

    /** Empty when it is gone by now. */
    static Optional<CaseDetails> of(CaseLibrary library, CaseRow row) throws ProblemException {
        Optional<Lesion> lesion = library.lesions().find(row.lesionId());
        Optional<Visit> visit = library.visits().find(row.visitId());
        Optional<CaseImage> image = library.images().find(row.imageId());
        if (lesion.isEmpty() || visit.isEmpty() || image.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CaseDetails(
                row,
                lesion.get(),
                visit.get(),
                KeptPicture.of(library, image.get()),
                library.readings().of(row.imageId())));
    }
}
