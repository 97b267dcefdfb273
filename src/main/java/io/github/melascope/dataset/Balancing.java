package io.github.melascope.dataset;

import java.util.Locale;

/** What to do in the training part about classes of very different size. Validation and test are never touched. */
public enum Balancing {
    /** Each image once an epoch. */
    NONE,
    /** Small classes repeat until each is as large as the largest. */
    OVERSAMPLE,
    /** Of each class as many as the smallest has, drawn anew each epoch. */
    UNDERSAMPLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
