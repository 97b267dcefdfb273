package io.github.melascope.imaging;

import io.github.melascope.base.Term;
import java.io.IOException;

/** A picture that cannot be used, before it is known which file it came from: the reason and what to do next. */
final class RefusedImage extends IOException {
    private static final long serialVersionUID = 1L;

    static final Term COPY_AGAIN = Term.of("next.image.copy");
    static final Term EXPORT = Term.of("next.image.export");

    private final Term why;
    private final Term next;

    RefusedImage(Term why, Term next) {
        super(why.toString());
        this.why = why;
        this.next = next;
    }

    static RefusedImage truncated() {
        return new RefusedImage(Term.of("why.image.truncated"), COPY_AGAIN);
    }

    static RefusedImage damaged() {
        return new RefusedImage(Term.of("why.image.damaged"), COPY_AGAIN);
    }

    Term why() {
        return why;
    }

    Term next() {
        return next;
    }
}
