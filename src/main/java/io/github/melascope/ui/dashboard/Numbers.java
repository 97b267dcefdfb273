package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Figure;

/** Figures in the reader's language. Counted shares are exact, so they are rounded plainly: 0 % is none. */
final class Numbers {
    private final Words words;

    Numbers(Words words) {
        this.words = words;
    }

    /** {@code "87.3 %"}; a dash where it is undefined. */
    String share(double value) {
        return Double.isNaN(value) ? words.of("dashboard.undefined") : Words.perCent(words.number(100 * value, 1));
    }

    /** {@code "0.912"}; a dash where it is undefined. */
    String score(double value) {
        return Double.isNaN(value) ? words.of("dashboard.undefined") : words.number(value, 3);
    }

    /** A value as its measure is told: areas, Brier score and ECE as numbers, all else in per cent. */
    String value(BinaryMeasure measure, double value) {
        return isScore(measure) ? score(value) : share(value);
    }

    static boolean isScore(BinaryMeasure measure) {
        return switch (measure) {
            case ROC_AUC, PR_AUC, BRIER, ECE, F1 -> true;
            default -> false;
        };
    }

    /** {@code "0.881 – 0.938"}; empty without an interval. */
    String interval(BinaryMeasure measure, Figure figure) {
        return isScore(measure) ? scoreInterval(figure) : shareInterval(figure);
    }

    String scoreInterval(Figure figure) {
        if (!known(figure)) {
            return "";
        }
        return figure.low() < 0 // a dash between would be read as another sign
                ? words.of("dashboard.interval.from-to", score(figure.low()), score(figure.high()))
                : score(figure.low()) + " – " + score(figure.high());
    }

    /** A difference with its sign: {@code "+2.2 pp (−3.4 to +7.1)"}; that of shares is in percentage points. */
    String difference(BinaryMeasure measure, Figure figure) {
        if (!figure.defined()) {
            return words.of("dashboard.undefined");
        }
        double unit = isScore(measure) ? 1 : 100;
        int decimals = isScore(measure) ? 3 : 1;
        String value = signed(unit * figure.value(), decimals);
        String interval = known(figure)
                ? words.of(
                        "dashboard.interval.from-to",
                        signed(unit * figure.low(), decimals),
                        signed(unit * figure.high(), decimals))
                : "";
        return with(isScore(measure) ? value : words.of("dashboard.compare.points", value), interval);
    }

    private String signed(double value, int decimals) {
        String size = words.number(Math.abs(value), decimals);
        boolean none = size.equals(words.number(0, decimals));
        return none ? size : (value > 0 ? "+" : "\u2212") + size;
    }

    String shareInterval(Figure figure) {
        return known(figure)
                ? words.number(100 * figure.low(), 1) + " – " + Words.perCent(words.number(100 * figure.high(), 1))
                : "";
    }

    private static boolean known(Figure figure) {
        return figure.defined() && !Double.isNaN(figure.low());
    }

    /** {@code "87.3 % (80.1 – 93.2 %)"}. */
    String shareWithInterval(Figure figure) {
        return with(share(figure.value()), shareInterval(figure));
    }

    /** {@code "0.912 (0.881 – 0.938)"}. */
    String scoreWithInterval(Figure figure) {
        return with(score(figure.value()), scoreInterval(figure));
    }

    String withInterval(BinaryMeasure measure, Figure figure) {
        return with(value(measure, figure.value()), interval(measure, figure));
    }

    private static String with(String value, String interval) {
        return interval.isEmpty() ? value : value + " (" + interval + ")";
    }

    /** A threshold in per cent, fine where it is small. */
    String threshold(double value) {
        return Words.perCent(words.number(100 * value, value < 0.1 ? 2 : 1));
    }
}
