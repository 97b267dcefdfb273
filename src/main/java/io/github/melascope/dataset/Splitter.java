package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
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
        Map<String, List<LesionGroup>> strata = LesionGroup.of(samples, mergedLesions, Long.toString(seed)).stream()
                .collect(Collectors.groupingBy(LesionGroup::stratum, TreeMap::new, Collectors.toList()));
        for (List<LesionGroup> stratum : strata.values()) {
            allot(stratum, fractions)
                    .forEach((part, groups) -> groups.forEach(group ->
                            parts.computeIfAbsent(part, p -> new ArrayList<>()).addAll(group.samples())));
        }
        Split split = new Split(parts, mergedLesions, fractions, seed);
        split.check();
        return split;
    }

    private static Map<Part, Deque<LesionGroup>> allot(List<LesionGroup> stratum, Fractions fractions) {
        List<Part> open = Part.ALL.stream().filter(p -> fractions.of(p) > 0).toList();
        Map<Part, Deque<LesionGroup>> result = new EnumMap<>(Part.class);
        Map<Part, Integer> images = new EnumMap<>(Part.class);
        open.forEach(part -> result.put(part, new ArrayDeque<>()));
        List<LesionGroup> ordered =
                stratum.stream().sorted(LesionGroup.LARGEST_FIRST).toList();
        for (LesionGroup group : ordered) {
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
    private static void fillEmptyParts(Map<Part, Deque<LesionGroup>> result) {
        for (Deque<LesionGroup> part : result.values()) {
            if (part.isEmpty()) {
                Deque<LesionGroup> richest = result.values().stream()
                        .max(Comparator.comparingInt(Deque::size))
                        .orElseThrow();
                if (richest.size() > 1 && groupsIn(result) >= result.size()) {
                    part.addLast(richest.removeLast());
                }
            }
        }
    }

    private static int groupsIn(Map<Part, Deque<LesionGroup>> result) {
        return result.values().stream().mapToInt(Deque::size).sum();
    }
}
