package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CaseLibrary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image of the library and its file.
 *
 * @param file to be read only; empty when it is missing
 * @param problem why it is missing; empty otherwise
 */
public record KeptPicture(CaseImage image, Optional<Path> file, Optional<ProblemException> problem) {
    static KeptPicture of(CaseLibrary library, CaseImage image) {
        try {
            return new KeptPicture(image, Optional.of(library.images().file(image)), Optional.empty());
        } catch (ProblemException e) {
            return new KeptPicture(image, Optional.empty(), Optional.of(e));
        }
    }
}
