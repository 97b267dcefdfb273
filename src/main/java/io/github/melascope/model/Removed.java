package io.github.melascope.model;

import java.nio.file.Path;

/**
 * A model that was taken away and can be brought back.
 *
 * @param folder where it lay
 * @param aside where it waits, under a name that no list of models shows
 */
public record Removed(Path folder, Path aside) {}
