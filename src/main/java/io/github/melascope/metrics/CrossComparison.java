package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares recipes by what their trainings said of held-out images. A figure is computed within each fold and averaged, as
 * the logits of different networks are not on one scale. Intervals come from one bootstrap of lesions for all recipes and
 * folds, so that differences are paired: what makes an image hard for both recipes cancels out. A fold in which a figure is
 * undefined (a slice without melanoma has no AUC) is left out of that figure's mean.
 */
public final class CrossComparison {
    private static final int MEASURES = CrossMeasure.ALL.size();

    private final List<Asked> folds;
    private final List<Answering> recipes;
    private final List<FoldAnswers> asked = new ArrayList<>();

    /** A fold: its repeat from 1, and its name. */
    public record Asked(int repeat, String name) {}

    /**
     * A recipe.
     *
     * @param answers on each fold, in their order; empty where there are none yet
     * @param seconds one of its trainings took, on average
     */
    public record Answering(String name, List<Optional<FoldAnswers>> answers, double seconds) {
        public Answering {
            answers = List.copyOf(answers);
        }
    }

    private CrossComparison(List<Asked> folds, List<Answering> recipes) {
        this.folds = folds;
        this.recipes = recipes;
        for (int f = 0; f < folds.size(); f++) {
            asked.add(images(f));
        }
    }

    /**
     * @param recipes the base first; at least one has answered each fold
     * @param positive index of melanoma among the classes
     * @throws IllegalArgumentException when two recipes were asked about different images in one fold
     */
    public static CrossResult of(
            List<Asked> folds, List<Answering> recipes, int positive, Bootstrap bootstrap, CancelToken cancel) {
        return new CrossComparison(folds, recipes).compare(positive, bootstrap, cancel);
    }

    private FoldAnswers images(int fold) {
        List<FoldAnswers> all = recipes.stream()
                .flatMap(recipe -> recipe.answers.get(fold).stream())
                .toList();
        if (all.isEmpty() || !all.stream().allMatch(all.get(0)::sameImages)) {
            throw new IllegalArgumentException(folds.get(fold) + ": not one and the same images for all recipes");
        }
        return all.get(0);
    }

    private CrossResult compare(int positive, Bootstrap bootstrap, CancelToken cancel) {
        Statistic statistic = new Whole(positive);
        List<Figure> figures = bootstrap.figures(lesions(), statistic, cancel);
        List<CrossResult.Recipe> results = new ArrayList<>();
        for (int r = 0; r < recipes.size(); r++) {
            List<Optional<Map<CrossMeasure, Figure>>> byFold = new ArrayList<>();
            for (int f = 0; f < folds.size(); f++) {
                int at = at(r, f);
                byFold.add(recipes.get(r).answers.get(f).map(a -> byMeasure(figures, at)));
            }
            results.add(new CrossResult.Recipe(
                    recipes.get(r).name,
                    byMeasure(figures, meanAt(r)),
                    r == 0 ? Map.of() : byMeasure(figures, differenceAt(r)),
                    byFold,
                    r == 0
                            ? 0
                            : (int) byFold.stream().filter(Optional::isPresent).count() - onlyIn(r),
                    recipes.get(r).seconds));
        }
        return new CrossResult(
                distinct(asked.stream().flatMap(a -> a.images().stream()).toList()),
                distinct(asked.stream().flatMap(a -> a.lesions().stream()).toList()),
                melanomas(positive),
                facts(positive),
                results,
                bootstrap);
    }

    /** Folds that this recipe has answered and the base has not. */
    private int onlyIn(int recipe) {
        int count = 0;
        for (int f = 0; f < folds.size(); f++) {
            boolean base = recipes.get(0).answers.get(f).isPresent();
            count += !base && recipes.get(recipe).answers.get(f).isPresent() ? 1 : 0;
        }
        return count;
    }

    private static int distinct(List<String> ids) {
        return (int) ids.stream().distinct().count();
    }

    private int melanomas(int positive) {
        return (int) asked.stream()
                .flatMap(a -> java.util.stream.IntStream.range(0, a.labels().length)
                        .filter(i -> a.labels()[i] == positive)
                        .mapToObj(i -> a.images().get(i)))
                .distinct()
                .count();
    }

    private List<CrossResult.Fold> facts(int positive) {
        List<CrossResult.Fold> facts = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            FoldAnswers images = asked.get(f);
            facts.add(new CrossResult.Fold(
                    folds.get(f).repeat, folds.get(f).name, images.images().size(), distinct(images.lesions()), (int)
                            Arrays.stream(images.labels())
                                    .filter(l -> l == positive)
                                    .count()));
        }
        return facts;
    }

    /** The lesion of each image of each fold: a lesion that is drawn counts in every repeat. */
    private int[] lesions() {
        // Intervals depend on the order in which lesions are numbered, so it is made to depend on their ids alone.
        List<String> ids = asked.stream()
                .flatMap(a -> a.lesions().stream())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        return asked.stream()
                .flatMap(a -> a.lesions().stream())
                .mapToInt(id -> numbers.getOrDefault(id, 0))
                .toArray();
    }

    private int at(int recipe, int fold) {
        return (recipe * folds.size() + fold) * MEASURES;
    }

    private int meanAt(int recipe) {
        return at(recipes.size(), 0) + recipe * MEASURES;
    }

    private int differenceAt(int recipe) {
        return meanAt(recipes.size()) + recipe * MEASURES;
    }

    private static Map<CrossMeasure, Figure> byMeasure(List<Figure> figures, int from) {
        Map<CrossMeasure, Figure> map = new EnumMap<>(CrossMeasure.class);
        CrossMeasure.ALL.forEach(measure -> map.put(measure, figures.get(from + measure.place())));
        return map;
    }

    /** Every recipe on every fold, their means, and the means' differences from the base. */
    private final class Whole implements Statistic {
        private final List<Optional<FoldStatistic>> parts;
        private final boolean[] defined;

        Whole(int positive) {
            parts = recipes.stream()
                    .flatMap(recipe -> recipe.answers.stream())
                    .map(answers -> answers.map(a -> new FoldStatistic(a, positive)))
                    .toList();
            double[] once = new double[size()];
            folds(Indices.ones(asked.stream().mapToInt(a -> a.labels().length).sum()), once, 0);
            defined = new boolean[at(recipes.size(), 0)];
            for (int i = 0; i < defined.length; i++) {
                defined[i] = !Double.isNaN(once[i]);
            }
        }

        @Override
        public int size() {
            return differenceAt(recipes.size());
        }

        @Override
        public void compute(int[] weights, double[] into, int offset) {
            folds(weights, into, offset);
            for (int r = 0; r < recipes.size(); r++) {
                for (int m = 0; m < MEASURES; m++) {
                    into[offset + meanAt(r) + m] = mean(r, r, m, into, offset);
                    into[offset + differenceAt(r) + m] = mean(r, 0, m, into, offset) - mean(0, r, m, into, offset);
                }
            }
        }

        private void folds(int[] weights, double[] into, int offset) {
            int from = 0;
            for (int f = 0; f < folds.size(); f++) {
                int end = from + asked.get(f).labels().length;
                int[] own = Arrays.copyOfRange(weights, from, end);
                for (int r = 0; r < recipes.size(); r++) {
                    int at = offset + at(r, f);
                    Arrays.fill(into, at, at + MEASURES, Double.NaN);
                    parts.get(r * folds.size() + f).ifPresent(part -> part.compute(own, into, at));
                }
                from = end;
            }
        }

        /** Over the folds in which both recipes have this figure; NaN where there is none, or in a draw without one of them. */
        private double mean(int recipe, int other, int measure, double[] into, int offset) {
            double sum = 0;
            int count = 0;
            for (int f = 0; f < folds.size(); f++) {
                if (defined[at(recipe, f) + measure] && defined[at(other, f) + measure]) {
                    sum += into[offset + at(recipe, f) + measure];
                    count++;
                }
            }
            return sum / count;
        }
    }
}
