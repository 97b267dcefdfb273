package io.github.melascope.metrics;

import java.util.List;

/**
 * The melanoma question over a part of the cases.
 *
 * @param by what the cases were parted by: {@code dx_type}, {@code sex}, {@code age}, {@code site}
 * @param value the part: {@code "histo"}, {@code "45-59"}, …
 * @param images in the part
 * @param lesions in the part
 * @param melanomas images of melanoma in the part
 * @param few whether there are fewer than {@link #FEW} melanomas or fewer than {@link #FEW} others, so that the figures
 *     say little
 * @param rocAuc undefined without a melanoma or without another
 * @param sensitivity at the exam's threshold
 * @param specificity at the exam's threshold
 */
public record Slice(
        String by,
        String value,
        int images,
        int lesions,
        int melanomas,
        boolean few,
        Figure rocAuc,
        Figure sensitivity,
        Figure specificity) {
    public static final int FEW = 20;

    /** What cases are parted by, in the order in which slices are listed. */
    public static final List<String> KEYS = List.of("dx_type", "sex", "age", "site");

    /** Into which slice a case falls. */
    public static String value(String by, Case one) {
        return switch (by) {
            case "dx_type" -> one.dxType();
            case "sex" -> one.sex();
            case "age" -> one.ageBand();
            case "site" -> one.site();
            default -> throw new IllegalArgumentException("cases are not parted by " + by);
        };
    }
}
