package io.github.melascope.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files. An interface, because the system's own dialogs cannot be driven by a test. */
public interface FileChoice {
    /** Image files; empty when the user changed their mind. */
    List<Path> images();

    Optional<Path> folder();

    /** A backup of a case library. */
    Optional<Path> backup();

    /** Weights of a network to start a training from. */
    default Optional<Path> weights() {
        return Optional.empty();
    }

    /** An archive of PyTorch's CUDA libraries. */
    default Optional<Path> cudaArchive() {
        return Optional.empty();
    }

    /** Models, and weights to start a training from. */
    List<Path> models();

    /**
     * Where to save.
     *
     * @param name suggested, with its ending
     */
    Optional<Path> save(String name);
}
