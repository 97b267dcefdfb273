package io.github.melascope.cases;

import java.util.Locale;

/**
 * How the user's latest reading of an image and the latest answer of a model fit: the user says melanoma or not, the model
 * asks for a closer look or not.
 */
public enum Agreement {
    /** The user has not read it, or no model was asked. */
    INCOMPLETE,
    /** The model gave no answer. */
    NO_ANSWER,
    AGREE,
    DISAGREE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Agreement ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
