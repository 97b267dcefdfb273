package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model answers. */
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = AppContext.USUAL_MODEL,
            description = "The model that answers (default: ${DEFAULT-VALUE}).")
    private String model = AppContext.USUAL_MODEL;

    @Option(names = "--models-dir", paramLabel = "DIR", description = "Look for models in this folder first.")
    private @Nullable Path modelsDir;

    String id() {
        return model;
    }

    Optional<Path> folder() {
        return Optional.ofNullable(modelsDir);
    }
}
