package io.github.melascope.cases;

import java.util.Locale;

/** A patient's sex, where it is known. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sex ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
