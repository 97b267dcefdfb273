package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Images divided so that each is held out once, in the fold that it belongs to, from what learns from all other folds. No
 * lesion, and no group of lesions with common content, is in two folds.
 *
 * @param folds at least two
 */
public record Folds(List<Fold> folds) {
    /** A slice with less than this share of the images joins the next smallest: a whole training for a few images is a waste. */
    static final double LEAST_SHARE = 0.02;

    public Folds {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("one fold leaves nothing to learn from");
        }
    }

    /**
     * @param name for people: {@code "fold 1"}, {@code "head and neck"}
     * @param samples held out together, ordered by image id
     */
    public record Fold(String name, List<Sample> samples) {
        public Fold {
            samples = samples.stream()
                    .sorted(Comparator.comparing(Sample::imageId))
                    .toList();
        }
    }

    /**
     * Draws folds in which each diagnosis is as frequent as in the whole. The draw depends on seed, repeat and the lesions'
     * ids alone: within a diagnosis the groups are shuffled by a hash, those with most images first, and each goes to the
     * fold that has fewest images of the diagnosis, of several to the one with fewest images.
     *
     * @param merged groups of lesion ids that share content
     * @param count at least 2
     * @param repeat from 1; another number, another draw
     * @throws ProblemException of kind {@code UNUSABLE} when there are fewer groups of lesions than folds
     */
    public static Folds draw(List<Sample> samples, List<Set<String>> merged, int count, long seed, int repeat)
            throws ProblemException {
        List<LesionGroup> groups = LesionGroup.of(samples, merged, "folds " + seed + ":" + repeat);
        if (groups.size() < count) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.folds.few", count, groups.size());
        }
        List<List<Sample>> folds = IntStream.range(0, count)
                .<List<Sample>>mapToObj(i -> new ArrayList<>())
                .toList();
        TreeMap<String, List<LesionGroup>> strata =
                groups.stream().collect(Collectors.groupingBy(LesionGroup::stratum, TreeMap::new, Collectors.toList()));
        for (List<LesionGroup> stratum : strata.values()) {
            int[] images = new int[count];
            stratum.stream().sorted(LesionGroup.LARGEST_FIRST).forEach(group -> {
                int least = IntStream.range(0, count)
                        .boxed()
                        .min(Comparator.<Integer>comparingInt(f -> images[f])
                                .thenComparingInt(f -> folds.get(f).size()))
                        .orElseThrow();
                images[least] += group.size();
                folds.get(least).addAll(group.samples());
            });
        }
        return new Folds(IntStream.range(0, count)
                .mapToObj(f -> new Fold("fold " + (f + 1), folds.get(f)))
                .toList());
    }

    /**
     * One fold for each slice, in alphabetical order. A group of lesions goes where most of its images are.
     *
     * @param slice a sample's slice by name
     * @throws ProblemException of kind {@code UNUSABLE} when all are in one slice
     */
    public static Folds bySlice(List<Sample> samples, List<Set<String>> merged, Function<Sample, String> slice)
            throws ProblemException {
        TreeMap<String, List<Sample>> slices = new TreeMap<>();
        for (LesionGroup group : LesionGroup.of(samples, merged, "")) {
            slices.computeIfAbsent(LesionGroup.mostFrequent(group.samples(), slice), name -> new ArrayList<>())
                    .addAll(group.samples());
        }
        joinSmall(slices, samples.size());
        return ofSlices(slices);
    }

    private static void joinSmall(TreeMap<String, List<Sample>> slices, int images) {
        while (slices.size() > 2) {
            List<String> bySize = slices.entrySet().stream()
                    .sorted(Comparator.comparingInt(e -> e.getValue().size()))
                    .map(Map.Entry::getKey)
                    .toList();
            String smallest = bySize.get(0);
            if (slices.getOrDefault(smallest, List.of()).size() >= LEAST_SHARE * images) {
                return;
            }
            String next = bySize.get(1);
            List<Sample> both = new ArrayList<>(slices.getOrDefault(next, List.of()));
            both.addAll(slices.getOrDefault(smallest, List.of()));
            slices.keySet().removeAll(List.of(smallest, next));
            slices.put(next + ", " + smallest, both);
        }
    }

    /**
     * As many folds as names, equally large, by a number of each image: from the lowest to the highest.
     *
     * @param number of a sample; a group of lesions goes by the mean of its images
     * @param names of the folds, from the lowest
     * @throws ProblemException of kind {@code UNUSABLE} when there are fewer groups of lesions than names
     */
    public static Folds byRank(
            List<Sample> samples, List<Set<String>> merged, Function<Sample, Double> number, List<String> names)
            throws ProblemException {
        Map<String, Double> means = new HashMap<>();
        List<LesionGroup> groups = LesionGroup.of(samples, merged, "");
        groups.forEach(group -> means.put(
                group.name(),
                group.samples().stream().mapToDouble(number::apply).average().orElseThrow()));
        List<LesionGroup> ranked = groups.stream()
                .sorted(Comparator.<LesionGroup>comparingDouble(g -> means.getOrDefault(g.name(), 0.0))
                        .thenComparing(LesionGroup::name))
                .toList();
        List<List<Sample>> folds =
                names.stream().<List<Sample>>map(n -> new ArrayList<>()).toList();
        int before = 0;
        for (LesionGroup group : ranked) {
            double middle = (before + group.size() / 2.0) / samples.size();
            folds.get((int) Math.min(names.size() - 1.0, middle * names.size())).addAll(group.samples());
            before += group.size();
        }
        TreeMap<String, List<Sample>> filled = new TreeMap<>(Comparator.comparingInt(names::indexOf));
        for (int f = 0; f < names.size(); f++) {
            if (!folds.get(f).isEmpty()) {
                filled.put(names.get(f), folds.get(f));
            }
        }
        return ofSlices(filled);
    }

    private static Folds ofSlices(TreeMap<String, List<Sample>> slices) throws ProblemException {
        if (slices.size() < 2) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, "problem.folds.slices", slices.isEmpty() ? "" : slices.firstKey());
        }
        return new Folds(slices.entrySet().stream()
                .map(slice -> new Fold(slice.getKey(), slice.getValue()))
                .toList());
    }

    /** What is learnt from while a fold is held out: the samples of all other folds, ordered by image id. */
    public List<Sample> others(int fold) {
        return IntStream.range(0, folds.size())
                .filter(f -> f != fold)
                .boxed()
                .flatMap(f -> folds.get(f).samples().stream())
                .sorted(Comparator.comparing(Sample::imageId))
                .toList();
    }
}
