package io.github.melascope.report;

import io.github.melascope.base.Words;

/** Probabilities as they are printed: one decimal. */
public final class Percent {
    private Percent() {}

    /** {@code "62.3 %"}, {@code "62,3 %"}; never a rounded certainty: {@code "< 0.1 %"} and {@code "> 99.9 %"}. */
    public static String of(Words words, double probability) {
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.05) {
            return "<\u00a0" + Words.perCent(words.number(0.1, 1));
        }
        if (percent < 100 && percent >= 99.95) {
            return ">\u00a0" + Words.perCent(words.number(99.9, 1));
        }
        return Words.perCent(words.number(percent, 1));
    }
}
