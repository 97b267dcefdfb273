package io.github.melascope.lesion;

import java.util.Locale;

/** The answer in words: two degrees of concern, or none. Never a diagnosis. */
public enum Outcome {
    LOWER_CONCERN("Lower concern"),
    CLOSER_LOOK("Closer look"),
    NO_ANSWER("No answer");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** {@code "lower-concern"}: for JSON and CSV. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }
}
