package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which image is in which part. Immutable; each part is ordered by image id.
 *
 * @param parts every {@link Part}, some may be empty
 * @param merges groups of lesions that share content and so must stay together
 * @param fractions what was asked for
 * @param seed what the draw was made with
 */
public record Split(Map<Part, List<Sample>> parts, List<Set<String>> merges, Fractions fractions, long seed) {
    public Split {
        Map<Part, List<Sample>> copy = new EnumMap<>(Part.class);
        for (Part part : Part.ALL) {
            copy.put(
                    part,
                    parts.getOrDefault(part, List.of()).stream()
                            .sorted(Comparator.comparing(Sample::imageId))
                            .toList());
        }
        parts = java.util.Collections.unmodifiableMap(copy);
        merges = merges.stream().map(Set::copyOf).toList();
    }

    public List<Sample> part(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    /**
     * Refuses a leak: a lesion, or a group of lesions with common content, on two sides.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the lesion
     */
    public void check() throws ProblemException {
        Map<String, Part> side = new HashMap<>();
        for (Part part : Part.ALL) {
            for (Sample sample : part(part)) {
                Part other = side.putIfAbsent(sample.lesionId(), part);
                if (other != null && other != part) {
                    throw new ProblemException(
                            ProblemException.Kind.UNUSABLE,
                            "problem.split.lesion",
                            sample.lesionId(),
                            other.term(),
                            part.term());
                }
            }
        }
        for (Set<String> group : merges) {
            refuseTwoSides(group, side, "problem.split.lesions");
        }
    }

    /**
     * Refuses a leak by content: images with the same pixels on two sides.
     *
     * @param identical groups of image ids, as {@link DatasetReport#identicalImages()} lists them
     * @throws ProblemException of kind {@code UNUSABLE}, naming the image
     */
    public void checkContent(Collection<? extends Collection<String>> identical) throws ProblemException {
        Map<String, Part> side = new HashMap<>();
        Part.ALL.forEach(part -> part(part).forEach(sample -> side.put(sample.imageId(), part)));
        for (Collection<String> group : identical) {
            refuseTwoSides(group, side, "problem.split.images");
        }
    }

    private static void refuseTwoSides(Collection<String> group, Map<String, Part> side, String key)
            throws ProblemException {
        String first = null;
        for (String id : group.stream().filter(side::containsKey).sorted().toList()) {
            first = first == null ? id : first;
            Part one = side.getOrDefault(first, Part.TRAIN);
            Part two = side.getOrDefault(id, Part.TRAIN);
            if (one != two) {
                throw new ProblemException(ProblemException.Kind.UNUSABLE, key, first, id, one.term(), two.term());
            }
        }
    }
}
