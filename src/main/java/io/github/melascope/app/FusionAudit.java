package io.github.melascope.app;

import io.github.melascope.dataset.Sample;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.CrossFit;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What age, sex and site would add to the model's melanoma probability, by logistic regressions on the audited images alone.
 * The program uses none of them for its answer.
 */
final class FusionAudit {
    private static final int FOLDS = 5;
    private static final int REPEATS = 10;
    /** As kept answers have six decimals. */
    private static final double LEAST = 5e-7;

    private static final String HISTOLOGY = "histo";

    private final Audited audited;
    private final RawAnswers answers;

    FusionAudit(Audited audited, RawAnswers answers) {
        this.audited = audited;
        this.answers = answers;
    }

    /** Empty for images of nobody of a known age, or without both kinds in every fold. */
    Optional<AuditTable> table() {
        List<Sample> samples = audited.samples();
        long melanomas = lesions(true);
        boolean ages = samples.stream().anyMatch(sample -> sample.age().isPresent());
        if (!ages || melanomas < FOLDS || lesions(false) < FOLDS) {
            return Optional.empty();
        }
        double[][] model = column(i -> logOdds(i));
        double[][] age = ages();
        double[][] sex = oneHot(Sample::sex);
        double[][] site = oneHot(Sample::site);
        Map<String, CrossFit> fits = new java.util.LinkedHashMap<>();
        fits.put("the model alone", fit(model));
        fits.put("with age", fit(model, age));
        fits.put("with age and sex", fit(model, age, sex));
        fits.put("with age, sex and site", fit(model, age, sex, site));
        fits.put("age, sex and site (no network)", fit(age, sex, site));
        boolean[] all = new boolean[samples.size()];
        Arrays.fill(all, true);
        return Optional.of(new AuditTable(
                "fusion",
                "With age, sex and site",
                "Logistic regressions of melanoma on the log odds of the model's melanoma probability and on what is known of"
                        + " the patient, with an indicator where the age is missing, by " + REPEATS + " times " + FOLDS
                        + "-fold cross-validation grouped by lesion within these images: mean of the folds' ROC AUC, and the"
                        + " paired difference to the model alone. All melanomas, but not all others, are confirmed by histology,"
                        + " and age differs with how a case was confirmed: so the same predictions are judged once more on the"
                        + " images with histology alone. The program uses none of this for its answer.",
                List.of("ROC AUC", "Gain", "ROC AUC, histology only", "Gain, histology only"),
                rows(fits, all, histology()),
                List.of()));
    }

    private long lesions(boolean melanoma) {
        return audited.samples().stream()
                .filter(sample -> sample.melanoma() == melanoma)
                .map(Sample::lesionId)
                .distinct()
                .count();
    }

    private boolean[] histology() {
        List<Sample> samples = audited.samples();
        boolean[] histology = new boolean[samples.size()];
        for (int i = 0; i < histology.length; i++) {
            histology[i] = samples.get(i).dxType().equals(HISTOLOGY);
        }
        return histology;
    }

    private List<Row> rows(Map<String, CrossFit> fits, boolean[] all, boolean[] histology) {
        CrossFit alone = fits.values().iterator().next();
        List<Statistic> statistics = new ArrayList<>();
        for (CrossFit fit : fits.values()) {
            for (boolean[] counted : List.of(all, histology)) {
                statistics.add(AuditStatistics.withDifference(alone.auc(counted), fit.auc(counted)));
            }
        }
        List<Figure> figures = audited.figures(Statistic.join(statistics));
        List<Row> rows = new ArrayList<>();
        for (String name : fits.keySet()) {
            int at = 4 * rows.size();
            rows.add(new Row(name, figures.subList(at, at + 4)));
        }
        return rows;
    }

    private CrossFit fit(double[][]... parts) {
        List<Sample> samples = audited.samples();
        Map<String, Integer> lesions = new HashMap<>();
        int[] group = samples.stream()
                .mapToInt(sample -> lesions.computeIfAbsent(sample.lesionId(), id -> lesions.size()))
                .toArray();
        double[][] features = new double[samples.size()][];
        for (int i = 0; i < features.length; i++) {
            int row = i;
            features[i] = Stream.of(parts)
                    .flatMapToDouble(part -> Arrays.stream(part[row]))
                    .toArray();
        }
        audited.cancel().check();
        return CrossFit.of(
                features,
                audited.melanoma(),
                group,
                FOLDS,
                REPEATS,
                audited.bootstrap().seed());
    }

    private double logOdds(int image) {
        double p = audited.model().scores(answers.logits()[image]).melanoma();
        double safe = Math.clamp(p, LEAST, 1 - LEAST);
        return Math.log(safe / (1 - safe));
    }

    /** Age, with the mean where it is missing, and whether it is. */
    private double[][] ages() {
        List<Sample> samples = audited.samples();
        double mean = samples.stream()
                .filter(sample -> sample.age().isPresent())
                .mapToDouble(sample -> sample.age().getAsDouble())
                .average()
                .orElseThrow();
        return samples.stream()
                .map(sample ->
                        new double[] {sample.age().orElse(mean), sample.age().isPresent() ? 0 : 1})
                .toArray(double[][]::new);
    }

    private double[][] column(java.util.function.IntToDoubleFunction value) {
        double[][] column = new double[audited.samples().size()][];
        for (int i = 0; i < column.length; i++) {
            column[i] = new double[] {value.applyAsDouble(i)};
        }
        return column;
    }

    /** One indicator for each word that occurs, "unknown" too. */
    private double[][] oneHot(Function<Sample, String> word) {
        List<String> words =
                audited.samples().stream().map(word).distinct().sorted().toList();
        return audited.samples().stream()
                .map(sample -> words.stream()
                        .mapToDouble(one -> one.equals(word.apply(sample)) ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
    }
}
