package io.github.melascope.model;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Path;

/** Refusals of this package, in one tone. */
final class Refusal {
    static final Term NEXT = Term.of("next.model.again");

    private Refusal() {}

    /** A bundle that must not be used. */
    static ProblemException unusable(String what, Term why) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.unusable", what, why, NEXT);
    }

    /** A folder or file that could not be read or written; the text's places are for it and the reason. */
    static ProblemException failed(String key, Path file, IOException cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, key, file, IoReason.of(cause));
    }

    /** Values that no model can have; which, only the message says. */
    static Term contradiction(IllegalArgumentException e) {
        return Term.of("why.contradiction", String.valueOf(e.getMessage()));
    }
}
