package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the images of a dataset folder lie, by the ids of {@link Sample#imageId}; labels and tables do not matter. */
public final class ImageIndex {
    private final DatasetFiles files;

    private ImageIndex(DatasetFiles files) {
        this.files = files;
    }

    /**
     * Looks through a folder and all below: a second or so for ten thousand files.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when there is no such folder, or it cannot be read
     */
    public static ImageIndex of(Path folder) throws ProblemException {
        return new ImageIndex(DatasetFiles.of(folder));
    }

    /** How many images there are. */
    public int size() {
        return files.images().size();
    }

    /** The image of an id; empty when there is none, or when two could be meant. */
    public Optional<Path> find(String imageId) {
        List<Path> named = files.named(imageId);
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        return files.images().stream()
                .filter(file -> files.relative(file).equals(imageId))
                .findFirst();
    }
}
