package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Parts of the cases by dx_type, sex, age band and site, and their figures over draws. */
final class Slices implements Statistic {
    private static final int FIGURES = 3;

    private final List<Case> cases;
    private final double[] scores;
    private final boolean[] melanoma;
    private final double threshold;
    private final List<Part> parts = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(String by, String value, int[] members, RankedScores ranked) {}

    Slices(List<Case> cases, double threshold) {
        this.cases = cases;
        this.threshold = threshold;
        scores = cases.stream().mapToDouble(Case::melanomaProbability).toArray();
        melanoma = new boolean[cases.size()];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = cases.get(i).melanoma();
        }
        Slice.KEYS.forEach(by -> add(by, one -> Slice.value(by, one)));
    }

    private void add(String by, Function<Case, String> key) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            members.computeIfAbsent(key.apply(cases.get(i)), k -> new ArrayList<>())
                    .add(i);
        }
        members.forEach((value, list) -> {
            int[] indices = list.stream().mapToInt(i -> i).toArray();
            parts.add(new Part(by, value, indices, new RankedScores(scores, melanoma, indices)));
        });
    }

    @Override
    public int size() {
        return parts.size() * FIGURES;
    }

    @Override
    public void compute(int[] weights, double[] into, int offset) {
        int at = offset;
        for (Part part : parts) {
            BinaryCounts counts = BinaryCounts.at(threshold, scores, melanoma, part.members, weights);
            into[at++] = part.ranked.walk(weights).rocAuc();
            into[at++] = counts.recall();
            into[at++] = counts.specificity();
        }
    }

    /** @param figures as {@link #compute} orders them */
    List<Slice> slices(List<Figure> figures) {
        List<Slice> slices = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            int images = part.members.length;
            int melanomas = 0;
            for (int i : part.members) {
                melanomas += melanoma[i] ? 1 : 0;
            }
            slices.add(new Slice(
                    part.by,
                    part.value,
                    images,
                    (int) java.util.Arrays.stream(part.members)
                            .mapToObj(i -> cases.get(i).lesionId())
                            .distinct()
                            .count(),
                    melanomas,
                    melanomas < Slice.FEW || images - melanomas < Slice.FEW,
                    figures.get(p * FIGURES),
                    figures.get(p * FIGURES + 1),
                    figures.get(p * FIGURES + 2)));
        }
        return slices;
    }
}
