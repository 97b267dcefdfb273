package io.github.melascope.model;

import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CrossMeasure;
import io.github.melascope.metrics.CrossMeasure.Verdict;
import io.github.melascope.metrics.CrossResult;
import io.github.melascope.metrics.CrossResult.Recipe;
import io.github.melascope.metrics.CrossStudy;
import io.github.melascope.metrics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cross-validation for people, in Markdown: first what is better or worse, then every table. */
public final class CrossText {
    private final Markdown text = new Markdown();
    private final CrossStudy study;
    private final CrossResult result;
    private final List<CrossMeasure> measures;

    private CrossText(CrossStudy study) {
        this.study = study;
        this.result = study.result();
        // With two classes the macro AUC is melanoma's again.
        this.measures = CrossMeasure.ALL.stream()
                .filter(m -> m != CrossMeasure.MACRO_AUC || study.task().equals(Task.DIAGNOSIS.code()))
                .toList();
    }

    public static String of(CrossStudy study) {
        CrossText writing = new CrossText(study);
        writing.write();
        return writing.text.toString();
    }

    private void write() {
        text.heading(1, "Cross-validation of recipes");
        about();
        if (result.recipes().size() > 1) {
            verdicts();
        }
        means();
        if (result.recipes().size() > 1) {
            differences();
        }
        folds();
        SliceDropText.write(text, study.drops());
        text.heading(2, "Recipes");
        text.list(study.changes().entrySet().stream()
                .map(e -> e.getKey() + ": " + (e.getValue().equals("{}") ? "the usual plan" : "`" + e.getValue() + "`"))
                .toList());
    }

    private void about() {
        text.paragraph("Dataset **" + study.dataset() + "** without the test part of its split (seed " + study.seed()
                + "): " + result.images() + " images of " + result.lesions() + " lesions, " + result.melanomas()
                + " of the images melanoma. Held out by " + study.grouping() + "; no lesion is in two folds. Start"
                + " weights: " + study.start() + ". Every training went to its plan's end without a look at the images"
                + " held out from it, and was then asked about them once. Date: " + study.date() + ". Command: `"
                + study.command() + "`.");
        text.paragraph(
                "Figures come from raw logits, are computed within each fold and averaged, and stand with their 95 %"
                        + " interval: percentiles of " + result.bootstrap().draws()
                        + " draws of lesions with replacement, the"
                        + " same for all recipes.");
        text.list(study.notes());
    }

    private void verdicts() {
        Recipe base = result.recipes().get(0);
        text.heading(2, "What is better than " + base.name());
        List<String> lines = new ArrayList<>();
        for (Recipe recipe : others()) {
            lines.add(verdict(recipe));
        }
        text.list(lines);
        text.paragraph("Better or worse is said where the whole interval of the difference is on one side of 0. Of "
                + others().size() * measures.size()
                + " differences about one in twenty would be so by chance alone if no"
                + " recipe mattered. The intervals tell what other lesions would change, not what another seed of the"
                + " training would.");
    }

    private List<Recipe> others() {
        return result.recipes().subList(1, result.recipes().size());
    }

    private String verdict(Recipe recipe) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.BETTER, Verdict.WORSE)) {
            List<String> found = measures.stream()
                    .filter(m -> verdictOf(recipe, m) == verdict)
                    .map(m -> inSentence(m) + " "
                            + recipe.difference(m)
                                    .map(figure -> difference(m, figure))
                                    .orElse(""))
                    .toList();
            if (!found.isEmpty()) {
                parts.add(verdict.words() + " in " + String.join(", ", found));
            }
        }
        boolean comparable = measures.stream().anyMatch(m -> verdictOf(recipe, m) != Verdict.UNDEFINED);
        if (!comparable) {
            return recipe.name() + ": " + Verdict.UNDEFINED.words() + " yet: no fold that both have answered";
        }
        return recipe.name() + ": " + (parts.isEmpty() ? Verdict.NONE.words() : String.join("; ", parts));
    }

    private static Verdict verdictOf(Recipe recipe, CrossMeasure measure) {
        return recipe.difference(measure).map(measure::verdict).orElse(Verdict.UNDEFINED);
    }

    private static String inSentence(CrossMeasure measure) {
        return measure.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + measure.title().substring(1);
    }

    private void means() {
        text.heading(2, "Mean over the folds");
        table(
                result.recipes(),
                Stream.concat(measures.stream().map(CrossMeasure::title), Stream.of("Training", "Folds"))
                        .toList(),
                recipe -> Stream.concat(
                                measures.stream().map(m -> figure(recipe.mean(m))),
                                Stream.of(
                                        duration(recipe.seconds()),
                                        recipe.answered() + " of "
                                                + result.folds().size()))
                        .toList());
        if (result.unfinished()) {
            text.paragraph("Not all folds are answered yet: means over different folds say little about each other, the"
                    + " differences below go over the folds that both recipes have answered.");
        }
    }

    private void differences() {
        Recipe base = result.recipes().get(0);
        text.heading(2, "Difference from " + base.name());
        table(
                others(),
                Stream.concat(measures.stream().map(CrossMeasure::title), Stream.of("Training", "Folds"))
                        .toList(),
                recipe -> Stream.concat(
                                measures.stream()
                                        .map(m -> recipe.difference(m)
                                                .map(figure -> difference(m, figure) + mark(verdictOf(recipe, m)))
                                                .orElse("–")),
                                Stream.of(ratio(recipe, base), Integer.toString(recipe.compared())))
                        .toList());
        text.paragraph("The log loss is better when it is lower, all others when they are higher.");
    }

    private static String mark(Verdict verdict) {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE ? " **" + verdict.words() + "**" : "";
    }

    private void folds() {
        text.heading(2, "Melanoma ROC AUC by fold");
        List<String> head = new ArrayList<>(List.of("Held out", "Images", "Lesions", "Melanomas"));
        result.recipes().forEach(recipe -> head.add(recipe.name()));
        List<List<String>> rows = new ArrayList<>();
        boolean repeated = result.folds().stream().anyMatch(fold -> fold.repeat() > 1);
        for (int f = 0; f < result.folds().size(); f++) {
            CrossResult.Fold fold = result.folds().get(f);
            List<String> row = new ArrayList<>(List.of(
                    (repeated ? "repeat " + fold.repeat() + ", " : "") + fold.name(),
                    Integer.toString(fold.images()),
                    Integer.toString(fold.lesions()),
                    Integer.toString(fold.melanomas())));
            for (Recipe recipe : result.recipes()) {
                row.add(recipe.byFold()
                        .get(f)
                        .map(figures -> auc(fold, figures.getOrDefault(CrossMeasure.MELANOMA_AUC, UNDEFINED)))
                        .orElse("not yet"));
            }
            rows.add(row);
        }
        text.table(head, rows);
        if (result.folds().stream().anyMatch(CrossText::oneSided)) {
            text.paragraph(
                    "Where no image, or every image, of a fold is melanoma, its AUC is not defined, and the fold is left"
                            + " out of the mean of all figures that are not.");
        }
    }

    private static final Figure UNDEFINED = new Figure(Double.NaN, Double.NaN, Double.NaN);

    private static boolean oneSided(CrossResult.Fold fold) {
        return fold.melanomas() == 0 || fold.melanomas() == fold.images();
    }

    private static String auc(CrossResult.Fold fold, Figure figure) {
        if (fold.melanomas() == 0) {
            return "not defined: no melanoma";
        }
        return oneSided(fold) ? "not defined: only melanoma" : figure(figure);
    }

    private void table(List<Recipe> recipes, List<String> columns, Function<Recipe, List<String>> cells) {
        List<String> head = Stream.concat(Stream.of("Recipe"), columns.stream()).toList();
        text.table(
                head,
                recipes.stream()
                        .map(recipe -> Stream.concat(Stream.of(recipe.name()), cells.apply(recipe).stream())
                                .toList())
                        .toList());
    }

    static String figure(Figure figure) {
        return figure.defined() ? figure.text() : "–";
    }

    private static String difference(CrossMeasure measure, Figure figure) {
        return signed(figure, measure == CrossMeasure.LOG_LOSS ? "%+.3f" : "%+.4f");
    }

    /**
     * {@code "+0.012 (+0.003 to +0.021)"}.
     *
     * @param decimals how a number is written
     */
    static String signed(Figure figure, String decimals) {
        if (!figure.defined()) {
            return "–";
        }
        String value = String.format(Locale.ROOT, decimals, figure.value());
        return Double.isNaN(figure.low())
                ? value
                : value
                        + String.format(
                                Locale.ROOT, " (" + decimals + " to " + decimals + ")", figure.low(), figure.high());
    }

    private static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return "–";
        }
        return seconds < 100
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    private static String ratio(Recipe recipe, Recipe base) {
        double ratio = recipe.seconds() / base.seconds();
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "× %.2f", ratio) : "–";
    }
}
