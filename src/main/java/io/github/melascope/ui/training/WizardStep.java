package io.github.melascope.ui.training;

import java.util.List;
import java.util.Locale;

/** The steps of the wizard, in order. */
public enum WizardStep {
    DATA,
    EXAM,
    RECIPE,
    RUN,
    RESULT;

    /** In order. */
    public static final List<WizardStep> ALL = List.of(values());

    /** {@code "data"}: for the ids of its nodes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    int place() {
        return ALL.indexOf(this);
    }
}
