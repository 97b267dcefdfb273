package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes samples of a folder per class: an image's label is the name of the nearest folder above it that is one. Given
 * parts ({@code train/melanoma}, {@code test/melanoma}) are pooled; the split is made anew.
 */
final class ClassFolders {
    private final DatasetFiles files;
    private final Map<Path, Label> labels = new TreeMap<>();
    private final Map<Path, Path> unlabelled = new HashMap<>();

    ClassFolders(DatasetFiles files) {
        this.files = files;
        for (Path image : files.images()) {
            labelAbove(image)
                    .ifPresentOrElse(
                            label -> labels.put(image, label),
                            () -> unlabelled.put(image, image.getParent() == null ? files.root() : image.getParent()));
        }
    }

    /** Whether any folder is named after a class. */
    boolean found() {
        return !labels.isEmpty();
    }

    /** The folders with images whose names say nothing, relative to the dataset. */
    Set<String> otherFolders() {
        Set<String> names = new TreeSet<>();
        unlabelled.values().stream().filter(f -> !f.equals(files.root())).forEach(f -> names.add(files.relative(f)));
        return names;
    }

    /** @throws ProblemException of kind {@code UNUSABLE} when a folder beside the class folders has an unknown name */
    void addTo(SampleCollector collector) throws ProblemException {
        Set<String> others = otherFolders();
        if (!others.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    "problem.unusable",
                    files.root(),
                    Term.of("why.dataset.folder-name", others.iterator().next()),
                    Term.of("next.dataset.rename", Label.knownWords()));
        }
        labels.forEach((image, label) ->
                collector.add(DatasetFiles.withoutEnding(files.relative(image)), image, label, Details.NONE));
        unlabelled.keySet().stream()
                .sorted()
                .forEach(image -> collector.note(
                        Finding.Kind.UNLISTED_IMAGE, files.relative(image), Term.of("note.no-class-folder")));
    }

    private Optional<Label> labelAbove(Path image) {
        for (Path folder = image.getParent();
                folder != null && !folder.equals(files.root());
                folder = folder.getParent()) {
            Optional<Label> label = Label.ofWord(String.valueOf(folder.getFileName()));
            if (label.isPresent()) {
                return label;
            }
        }
        return Optional.empty();
    }
}
