package io.github.melascope.lesion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A reason why an image may be too poor to answer from. */
public enum QualityIssue {
    TOO_SMALL("the image is too small"),
    BLURRED("the image is blurred"),
    TOO_DARK("the image is too dark"),
    TOO_BRIGHT("the image is too bright"),
    CLIPPED("large parts are pure black or pure white, so detail is lost"),
    NOT_A_LESION("the image does not look like a dermoscopic image of a lesion");

    private final String words;

    QualityIssue(String words) {
        this.words = words;
    }

    /** {@code "too-small"}: for JSON and CSV. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The issues that a reason for no answer names, in the order of this list. */
    public static List<QualityIssue> namedIn(String reason) {
        return Arrays.stream(values())
                .filter(issue -> reason.contains(issue.words))
                .toList();
    }

    /** In English, for logs and tables; {@code words.of("issue", …)} tells it in any language. A sentence without capital and full stop. */
    public String words() {
        return words;
    }
}
