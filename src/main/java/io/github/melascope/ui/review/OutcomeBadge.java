package io.github.melascope.ui.review;

import io.github.melascope.lesion.Outcome;
import org.kordamp.ikonli.feather.Feather;

/** An outcome in words, with a sign of its own shape and a colour: whoever misses one of the three has the other two. */
final class OutcomeBadge {
    private OutcomeBadge() {}

    static Feather icon(Outcome outcome) {
        return outcome == Outcome.CLOSER_LOOK
                ? Feather.ALERT_TRIANGLE
                : outcome == Outcome.LOWER_CONCERN ? Feather.CHECK_CIRCLE : Feather.HELP_CIRCLE;
    }

    /** {@code "closer-look"} and so on: the style sheet gives it its colour. */
    static String styleClass(Outcome outcome) {
        return outcome.code();
    }
}
