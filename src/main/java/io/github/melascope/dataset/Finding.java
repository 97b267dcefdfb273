package io.github.melascope.dataset;

import io.github.melascope.base.Term;
import java.util.Locale;

/**
 * Something about a dataset that its owner should know, though it does not stop the work.
 *
 * @param kind what sort of thing
 * @param subject the image, lesion, row or folder it is about
 * @param detail what it is, without full stop
 */
public record Finding(Kind kind, String subject, Term detail) {
    /** The sorts of findings, worst first. */
    public enum Kind {
        MISSING_IMAGE,
        CONFLICTING_IMAGE,
        CONFLICTING_LESION,
        UNLABELLED,
        UNREADABLE_FOLDER,
        SAME_NAME,
        DUPLICATE_ROW,
        BAD_VALUE,
        UNLISTED_IMAGE,
        NOTE;

        /** What the findings of this sort have in common, and what was done. */
        public Term title() {
            return Term.of("finding." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
