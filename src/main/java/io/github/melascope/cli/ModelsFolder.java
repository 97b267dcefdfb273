package io.github.melascope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A folder of models beside the usual ones. */
final class ModelsFolder {
    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "Use this folder of models before the usual ones.")
    private @Nullable Path folder;

    Optional<Path> path() {
        return Optional.ofNullable(folder);
    }
}
