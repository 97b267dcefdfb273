package io.github.melascope.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A user who changes their mind in every dialog; a test says otherwise for those it needs. */
public class NoFiles implements FileChoice {
    @Override
    public List<Path> images() {
        return List.of();
    }

    @Override
    public List<Path> models() {
        return List.of();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> backup() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name) {
        return Optional.empty();
    }
}
