package io.github.melascope.lesion;

import java.util.Locale;

/** What may be known of the person beside the image. */
public enum PatientFact {
    /** In years. */
    AGE,
    SEX,
    /** Where on the body the lesion is. */
    SITE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
