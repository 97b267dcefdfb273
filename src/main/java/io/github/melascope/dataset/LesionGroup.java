package io.github.melascope.dataset;

import io.github.melascope.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lesions that must stay together, because they share content; most often one lesion.
 *
 * @param name the first of its lesions' ids
 * @param stratum the class that most of its images have, the first of several
 * @param samples at least one
 * @param order a hash of draw and name: sorted by it, groups are shuffled
 */
record LesionGroup(String name, String stratum, List<Sample> samples, String order) {
    /** The larger first, equally large ones in the draw's order. */
    static final Comparator<LesionGroup> LARGEST_FIRST =
            Comparator.comparingInt(LesionGroup::size).reversed().thenComparing(LesionGroup::order);

    LesionGroup {
        samples = List.copyOf(samples);
    }

    int size() {
        return samples.size();
    }

    /**
     * Ordered by name, whatever the order of the samples.
     *
     * @param merged groups of lesion ids that share content; they may overlap and name unknown lesions
     * @param draw another text, another order
     */
    static List<LesionGroup> of(List<Sample> samples, List<Set<String>> merged, String draw) {
        Groups<String> lesions = new Groups<>();
        samples.forEach(sample -> lesions.add(sample.lesionId()));
        merged.forEach(group -> lesions.joinAll(group.stream().sorted().toList()));
        TreeMap<String, List<Sample>> byRoot = samples.stream()
                .collect(Collectors.groupingBy(s -> lesions.root(s.lesionId()), TreeMap::new, Collectors.toList()));
        return byRoot.values().stream().map(members -> of(members, draw)).toList();
    }

    private static LesionGroup of(List<Sample> members, String draw) {
        // The first lesion id that is present names the group, so unknown ids in a merge change nothing.
        String name = members.stream()
                .map(Sample::lesionId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String order = Sha256.of((draw + ":" + name).getBytes(StandardCharsets.UTF_8));
        return new LesionGroup(name, mostFrequent(members, Sample::className), members, order);
    }

    /** What most of the samples have; the first of several in alphabetical order. */
    static String mostFrequent(List<Sample> members, Function<Sample, String> property) {
        TreeMap<String, Long> counts =
                members.stream().collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.entrySet().stream()
                .filter(e -> e.getValue() == most)
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
