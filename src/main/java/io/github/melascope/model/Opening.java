package io.github.melascope.model;

/**
 * One time the test part was opened for a model.
 *
 * @param date {@code 2026-11-23}
 * @param command that opened it
 * @param exam its name
 */
public record Opening(String date, String command, String exam) {}
