package io.github.melascope.metrics;

import java.util.List;

/**
 * What an audit found of a model.
 *
 * @param model id
 * @param weightsSha256 of the very weights that were audited
 * @param part the images it was asked about, in words
 * @param images how many
 * @param lesions how many lesions they show
 * @param melanomas how many of the images are melanomas
 * @param command the command line
 * @param date {@code 2026-11-23}
 * @param bootstrap of the intervals
 * @param tables in the order they are shown
 */
public record AuditResult(
        String model,
        String weightsSha256,
        String part,
        int images,
        int lesions,
        int melanomas,
        String command,
        String date,
        Bootstrap bootstrap,
        List<AuditTable> tables) {
    public AuditResult {
        tables = List.copyOf(tables);
    }
}
