package io.github.melascope.imaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Colours for values 0 … 1 that grow evenly lighter, so that they keep their order in print and for colour-blind eyes:
 * cividis (Nuñez, Anderton and Renslow, PLOS ONE 13:e0199239, 2018), viridis and inferno (van der Walt and Smith, 2015,
 * CC0). Interpolated between a few points of the published tables, off by at most two levels of 255.
 */
public enum ColorMap {
    CIVIDIS("0:00224E 21:003170 24:053371 32:1A386F 55:3A486C 110:6D6F72 138:868379 188:B8AA6E 225:DFCA57 247:F8DF3C"
            + " 252:FEE434 255:FEE838"),
    VIRIDIS("0:440154 29:482979 58:3E4C8A 119:23888E 147:1FA287 166:2FB47C 187:54C568 215:95D840 238:D2E21B"
            + " 246:E7E419 255:FDE725"),
    INFERNO("0:000004 17:0C0826 35:260C51 49:3E0966 69:5F136E 99:8F2469 131:C03A51 158:E25734 187:F8850F 198:FB9906"
            + " 207:FCAA0F 225:F8CD37 239:F2E865 250:F5F992 255:FCFFA4");

    private static final int STEPS = 255;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor, never handed out
    private final int[] table;

    /** @param points position 0 … 255 and colour of each control point, in order */
    ColorMap(String points) {
        this.table = table(points);
    }

    /** {@code "cividis"}: for options and settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ColorMap> ofCode(String code) {
        return Arrays.stream(values())
                .filter(map -> map.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The colour of a value, as {@code 0x00RRGGBB}.
     *
     * @param value 0 … 1; what lies outside gets the colour of the nearer end, NaN that of 0
     */
    public int rgb(double value) {
        return table[(int) Math.round(Math.max(0, Math.min(1, Double.isNaN(value) ? 0 : value)) * STEPS)];
    }

    private static int[] table(String points) {
        int[] table = new int[STEPS + 1];
        int lastAt = 0;
        int lastColour = 0;
        Matcher matcher = Pattern.compile("(\\d+):(\\p{XDigit}{6})").matcher(points);
        while (matcher.find()) {
            int at = Integer.parseInt(matcher.group(1));
            int colour = Integer.parseInt(matcher.group(2), 16);
            for (int i = lastAt; i <= at; i++) {
                table[i] = at == 0 ? colour : between(lastColour, colour, (double) (i - lastAt) / (at - lastAt));
            }
            lastAt = at;
            lastColour = colour;
        }
        return table;
    }

    /** The colour at {@code share} 0 … 1 of the way from one to the other. */
    static int between(int from, int to, double share) {
        return IntStream.of(16, 8, 0)
                .map(shift -> {
                    int a = (from >> shift) & 0xFF;
                    int b = (to >> shift) & 0xFF;
                    return (int) (a + (b - a) * share + 0.5) << shift;
                })
                .sum();
    }
}
