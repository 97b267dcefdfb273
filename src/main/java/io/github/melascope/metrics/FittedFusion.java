package io.github.melascope.metrics;

/**
 * A late fusion with its exam.
 *
 * @param command that fitted it
 * @param date of that, {@code 2026-11-24}
 * @param fusion the regression
 * @param exam what the facts add, a row for each set of images
 */
public record FittedFusion(String command, String date, PatientFusion fusion, AuditTable exam) {}
