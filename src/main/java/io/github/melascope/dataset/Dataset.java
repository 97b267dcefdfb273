package io.github.melascope.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labelled images as they lie on disk. Only images that exist and have one label are samples.
 *
 * @param name the folder's name
 * @param root the folder
 * @param layout as recognised
 * @param samples ordered by image id
 * @param problems what was found while opening, in the order of {@link Finding.Kind}
 */
public record Dataset(String name, Path root, Layout layout, List<Sample> samples, List<Finding> problems) {
    public Dataset {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }

    /** The same dataset less some images, such as those the doctor could not read. */
    public Dataset without(Set<String> imageIds) {
        List<Sample> rest =
                samples.stream().filter(s -> !imageIds.contains(s.imageId())).toList();
        Set<String> lesions = rest.stream().map(Sample::lesionId).collect(Collectors.toSet());
        List<Finding> still = problems.stream()
                .filter(f -> f.kind() != Finding.Kind.CONFLICTING_LESION || lesions.contains(f.subject()))
                .toList();
        return new Dataset(name, root, layout, rest, still);
    }

    /** Whether each image has one of the seven diagnoses, so that a diagnosis model can be trained. */
    public boolean hasDiagnoses() {
        return samples.stream().noneMatch(s -> s.diagnosis() == null);
    }

    /** Number of different lesions. */
    public int lesions() {
        return samples.stream()
                .map(Sample::lesionId)
                .collect(Collectors.toSet())
                .size();
    }
}
