package io.github.melascope.report;

import java.util.Locale;

/** Probabilities as they are printed. */
final class Percent {
    private Percent() {}

    /** {@code "62.3 %"}; never a rounded certainty: {@code "< 0.1 %"} and {@code "> 99.9 %"}. */
    static String of(double probability) {
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        if (percent < 100 && percent >= 99.95) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }
}
