package io.github.melascope.metrics;

import java.util.Locale;

/**
 * A figure of an exam with its 95 % interval. A figure that cannot be computed (say, an AUC where there is no melanoma)
 * is undefined: its three numbers are NaN.
 *
 * @param value the figure over all cases, or NaN
 * @param low lower end of the percentile interval, or NaN
 * @param high upper end of the percentile interval, or NaN
 * @param undefinedDraws how many bootstrap draws had to be left out because the figure was undefined in them
 */
public record Figure(double value, double low, double high, int undefinedDraws) {
    /** A figure that was defined in every draw. */
    public Figure(double value, double low, double high) {
        this(value, low, high, 0);
    }

    public boolean defined() {
        return !Double.isNaN(value);
    }

    /** {@code "0.912 (0.881 to 0.938)"}, {@code "0.912"} without an interval, {@code "undefined"} without a value. */
    public String text() {
        if (!defined()) {
            return "undefined";
        }
        String number = String.format(Locale.ROOT, "%.3f", value);
        return Double.isNaN(low) ? number : number + String.format(Locale.ROOT, " (%.3f to %.3f)", low, high);
    }
}
