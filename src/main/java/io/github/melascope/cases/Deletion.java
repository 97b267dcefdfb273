package io.github.melascope.cases;

import java.time.Instant;

/**
 * A deletion that can still be undone.
 *
 * @param id of the library
 * @param at when
 * @param subject what was deleted: {@code "patient 12"}
 */
public record Deletion(long id, Instant at, String subject) {}
