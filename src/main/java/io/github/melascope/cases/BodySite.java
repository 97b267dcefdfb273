package io.github.melascope.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where on the body a lesion is: the localisations of HAM10000. */
public enum BodySite {
    ABDOMEN,
    ACRAL,
    BACK,
    CHEST,
    EAR,
    FACE,
    FOOT,
    GENITAL,
    HAND,
    LOWER_EXTREMITY,
    NECK,
    SCALP,
    TRUNK,
    UPPER_EXTREMITY,
    UNKNOWN;

    /** The HAM10000 code: {@code "lower extremity"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code "Lower extremity"}: for the window. */
    public String words() {
        return name().charAt(0) + code().substring(1);
    }

    public static Optional<BodySite> ofCode(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(site -> site.code().equals(wanted))
                .findFirst();
    }
}
