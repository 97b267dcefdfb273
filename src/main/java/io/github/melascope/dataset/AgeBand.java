package io.github.melascope.dataset;

import java.util.List;
import java.util.OptionalDouble;

/** Ages in the bands of the exam's slices: 0-29, 30-44, 45-59, 60-74, 75+, unknown. */
public final class AgeBand {
    private static final List<String> NAMES = List.of("0-29", "30-44", "45-59", "60-74", "75+");
    private static final double[] ENDS = {30, 45, 60, 75};

    private AgeBand() {}

    /** The band of an age in years. */
    public static String of(OptionalDouble age) {
        if (age.isEmpty()) {
            return Sample.UNKNOWN;
        }
        int band = 0;
        while (band < ENDS.length && age.getAsDouble() >= ENDS[band]) {
            band++;
        }
        return NAMES.get(band);
    }
}
