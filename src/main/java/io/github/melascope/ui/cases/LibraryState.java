package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import java.nio.file.Path;

/** Whether there is a library to work with. */
public sealed interface LibraryState {
    /** Nobody has asked for it yet. */
    record Closed() implements LibraryState {}

    record Opening(Path folder) implements LibraryState {}

    record Open(Path folder) implements LibraryState {}

    /** It cannot be opened; {@code problem} says why and what to do. */
    record Failed(Path folder, ProblemException problem) implements LibraryState {}
}
