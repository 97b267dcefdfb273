package io.github.melascope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model answers. */
final class ModelOptions {
    static final String USUAL = "dermoscopy-1";

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = USUAL,
            description = "The model that answers (default: ${DEFAULT-VALUE}).")
    private String model = USUAL;

    @Option(names = "--models-dir", paramLabel = "DIR", description = "Look for models in this folder first.")
    private @Nullable Path modelsDir;

    String id() {
        return model;
    }

    Optional<Path> folder() {
        return Optional.ofNullable(modelsDir);
    }
}
