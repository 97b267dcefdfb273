package io.github.melascope.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Recipes compared on images that were held out from them.
 *
 * @param images held out at least once
 * @param lesions they show
 * @param melanomas of the images
 * @param folds in the order of the repeats
 * @param recipes the base first
 * @param bootstrap of the intervals
 */
public record CrossResult(
        int images, int lesions, int melanomas, List<Fold> folds, List<Recipe> recipes, Bootstrap bootstrap) {
    public CrossResult {
        folds = List.copyOf(folds);
        recipes = List.copyOf(recipes);
    }

    /** What is held out together. */
    public record Fold(int repeat, String name, int images, int lesions, int melanomas) {}

    /**
     * One recipe.
     *
     * @param name of its plan
     * @param means over the folds it has answered, each figure computed within the fold
     * @param differences its mean less the base's, over the folds that both have answered; empty for the base
     * @param byFold its figures on each fold, in their order; empty where it has not answered
     * @param compared how many folds the differences go over
     * @param seconds one of its trainings took, on average; NaN before the first
     */
    public record Recipe(
            String name,
            Map<CrossMeasure, Figure> means,
            Map<CrossMeasure, Figure> differences,
            List<Optional<Map<CrossMeasure, Figure>>> byFold,
            int compared,
            double seconds) {
        public Recipe {
            means = copy(means);
            differences = copy(differences);
            byFold = byFold.stream().map(f -> f.map(Recipe::copy)).toList();
        }

        private static Map<CrossMeasure, Figure> copy(Map<CrossMeasure, Figure> figures) {
            Map<CrossMeasure, Figure> copy = new EnumMap<>(CrossMeasure.class);
            copy.putAll(figures);
            return Collections.unmodifiableMap(copy);
        }

        public Figure mean(CrossMeasure measure) {
            return Objects.requireNonNull(means.get(measure));
        }

        /** Empty for the base. */
        public Optional<Figure> difference(CrossMeasure measure) {
            return Optional.ofNullable(differences.get(measure));
        }

        /** How many folds it has answered. */
        public int answered() {
            return (int) byFold.stream().filter(Optional::isPresent).count();
        }
    }

    /** Whether some recipe has not answered every fold. */
    public boolean unfinished() {
        return recipes.stream().anyMatch(recipe -> recipe.answered() < folds.size());
    }
}
