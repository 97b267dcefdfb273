package io.github.melascope.ui.cases;

import io.github.melascope.cases.Deletion;
import io.github.melascope.cases.Trash;

/**
 * A deletion that can still be undone.
 *
 * @param name of what was deleted, as the user knows it
 */
public record Deleted(Deletion deletion, Trash.Kind kind, String name) {}
