package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides a dataset by lesion, stratified by diagnosis, so that each part has the natural prevalence. The draw depends
 * on the seed and the lesions' ids alone, never on the order of rows: within a diagnosis the lesions are shuffled by a
 * hash of seed and id, those with most images first, and each goes to the part that is furthest behind its share.
 */
public final class Splitter {
    private Splitter() {}

    /** Lesions that must stay together. */
    private record Group(String stratum, List<Sample> samples, String order) {
        int size() {
            return samples.size();
        }
    }

    /**
     * @param samples any order
     * @param mergedLesions groups of lesion ids that share content; they may overlap and name unknown lesions
     * @param fractions shares of the images of each diagnosis
     * @param seed any number; another seed, another draw
     * @return a split that passed {@link Split#check()}. A diagnosis with at least as many groups as there are parts has
     *     one in each
     * @throws ProblemException of kind {@code UNUSABLE} when there is nothing to split, or a leak is found
     */
    public static Split split(List<Sample> samples, List<Set<String>> mergedLesions, Fractions fractions, long seed)
            throws ProblemException {
        if (samples.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.split.empty");
        }
        Map<Part, List<Sample>> parts = new EnumMap<>(Part.class);
        Map<String, List<Group>> strata = groups(samples, mergedLesions, seed).stream()
                .collect(Collectors.groupingBy(Group::stratum, TreeMap::new, Collectors.toList()));
        for (List<Group> stratum : strata.values()) {
            allot(stratum, fractions)
                    .forEach((part, groups) -> groups.forEach(group ->
                            parts.computeIfAbsent(part, p -> new ArrayList<>()).addAll(group.samples())));
        }
        Split split = new Split(parts, mergedLesions, fractions, seed);
        split.check();
        return split;
    }

    private static List<Group> groups(List<Sample> samples, List<Set<String>> merged, long seed) {
        Groups<String> lesions = new Groups<>();
        samples.forEach(sample -> lesions.add(sample.lesionId()));
        merged.forEach(group -> lesions.joinAll(group.stream().sorted().toList()));
        Map<String, List<Sample>> byRoot = samples.stream()
                .collect(Collectors.groupingBy(s -> lesions.root(s.lesionId()), TreeMap::new, Collectors.toList()));
        return byRoot.values().stream().map(members -> group(members, seed)).toList();
    }

    private static Group group(List<Sample> members, long seed) {
        // The first lesion id that is present names the group, so unknown ids in a merge change nothing.
        String name = members.stream()
                .map(Sample::lesionId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String order = Sha256.of((seed + ":" + name).getBytes(StandardCharsets.UTF_8));
        return new Group(mostFrequentClass(members), members, order);
    }

    private static String mostFrequentClass(List<Sample> members) {
        Map<String, Long> counts =
                members.stream().collect(Collectors.groupingBy(Sample::className, TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.entrySet().stream()
                .filter(e -> e.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Part, Deque<Group>> allot(List<Group> stratum, Fractions fractions) {
        List<Part> open = Part.ALL.stream().filter(p -> fractions.of(p) > 0).toList();
        Map<Part, Deque<Group>> result = new EnumMap<>(Part.class);
        Map<Part, Integer> images = new EnumMap<>(Part.class);
        open.forEach(part -> result.put(part, new ArrayDeque<>()));
        List<Group> ordered = stratum.stream()
                .sorted(Comparator.comparingInt(Group::size).reversed().thenComparing(Group::order))
                .toList();
        for (Group group : ordered) {
            Part furthestBehind = open.stream()
                    .min(Comparator.comparingDouble(
                            part -> (images.getOrDefault(part, 0) + group.size()) / fractions.of(part)))
                    .orElseThrow();
            result.computeIfAbsent(furthestBehind, part -> new ArrayDeque<>()).addLast(group);
            images.merge(furthestBehind, group.size(), Integer::sum);
        }
        fillEmptyParts(result);
        return result;
    }

    /** A small diagnosis still has a lesion in each part, if it has that many: the richest part gives its smallest. */
    private static void fillEmptyParts(Map<Part, Deque<Group>> result) {
        for (Deque<Group> part : result.values()) {
            if (part.isEmpty()) {
                Deque<Group> richest = result.values().stream()
                        .max(Comparator.comparingInt(Deque::size))
                        .orElseThrow();
                if (richest.size() > 1 && groupsIn(result) >= result.size()) {
                    part.addLast(richest.removeLast());
                }
            }
        }
    }

    private static int groupsIn(Map<Part, Deque<Group>> result) {
        return result.values().stream().mapToInt(Deque::size).sum();
    }
}
