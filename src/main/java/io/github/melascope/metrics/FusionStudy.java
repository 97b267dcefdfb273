package io.github.melascope.metrics;

import io.github.melascope.base.CancelToken;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.PatientFacts.Fact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a late fusion helps: on the images it was fitted on by cross-validation grouped by lesion, on others as it is.
 *
 * @param model calibrated melanoma probabilities, 0 … 1
 * @param patients of the same images
 * @param melanoma the truth
 * @param lesions what must not be on two sides of a fold
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record FusionStudy(double[] model, List<PatientFacts> patients, boolean[] melanoma, List<String> lesions) {
    /** Fewer lesions of either kind tell nothing. */
    public static final int LEAST_LESIONS = 10;

    /** What {@link #crossValidated} and {@link #asItIs} give, in order. */
    public static final List<String> COLUMNS = List.of(
            "ROC AUC, model alone",
            "With the patient",
            "Gain",
            "Log loss, model alone",
            "With the patient, log loss",
            "Change");

    private static final int FOLDS = 5;
    private static final int REPEATS = 10;
    private static final double LEAST = 5e-7;

    public FusionStudy {
        Indices.sameLength(model.length, patients.size());
        Indices.sameLength(model.length, melanoma.length);
        Indices.sameLength(model.length, lesions.size());
    }

    /** Whether there are enough lesions of both kinds, and an age, to fit on. */
    public boolean enough() {
        return distinct(true) >= LEAST_LESIONS
                && distinct(false) >= LEAST_LESIONS
                && patients.stream().anyMatch(patient -> patient.age().isPresent());
    }

    private long distinct(boolean kind) {
        return Arrays.stream(Indices.all(model.length))
                .filter(i -> melanoma[i] == kind)
                .mapToObj(lesions::get)
                .distinct()
                .count();
    }

    public PatientFusion fit(List<Fact> facts) {
        return PatientFusion.fit(facts, model, patients, melanoma);
    }

    /** {@value #REPEATS} times {@value #FOLDS} folds within these images; the AUC is the mean over folds. */
    public AuditTable.Row crossValidated(String exam, PatientFusion fusion, long seed, CancelToken cancel) {
        CrossFit with = CrossFit.of(fusion.features(model, patients), melanoma, groups(), FOLDS, REPEATS, seed);
        double[][] plain = new double[REPEATS][];
        Arrays.fill(plain, model);
        return result(exam, new CrossFit(with.folds(), plain, melanoma), with, seed, cancel);
    }

    /** Of a fusion that was fitted on other images. */
    public AuditTable.Row asItIs(String exam, PatientFusion fusion, long seed, CancelToken cancel) {
        double[] fused = new double[model.length];
        Arrays.setAll(fused, i -> fusion.probability(model[i], patients.get(i)));
        int[][] one = {new int[model.length]};
        CrossFit alone = new CrossFit(one, new double[][] {model}, melanoma);
        return result(exam, alone, new CrossFit(one, new double[][] {fused}, melanoma), seed, cancel);
    }

    private AuditTable.Row result(String exam, CrossFit alone, CrossFit with, long seed, CancelToken cancel) {
        boolean[] all = new boolean[model.length];
        Arrays.fill(all, true);
        Statistic both = Statistic.join(List.of(
                alone.auc(all),
                AuditStatistics.withDifference(alone.auc(all), with.auc(all)),
                AuditStatistics.mean(losses(alone)),
                AuditStatistics.withDifference(
                        AuditStatistics.mean(losses(alone)), AuditStatistics.mean(losses(with)))));
        return new AuditTable.Row(exam, new Bootstrap(Bootstrap.DRAWS, seed).figures(groups(), both, cancel));
    }

    /** Mean over the repeats. */
    private double[] losses(CrossFit fit) {
        double[] losses = new double[model.length];
        for (double[] probabilities : fit.probabilities()) {
            for (int i = 0; i < losses.length; i++) {
                double right = melanoma[i] ? probabilities[i] : 1 - probabilities[i];
                losses[i] -= Math.log(Math.max(right, LEAST)) / fit.probabilities().length;
            }
        }
        return losses;
    }

    private int[] groups() {
        Map<String, Integer> numbers = new HashMap<>();
        return lesions.stream()
                .mapToInt(lesion -> numbers.computeIfAbsent(lesion, id -> numbers.size()))
                .toArray();
    }
}
