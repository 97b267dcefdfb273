package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.TemperatureScaling;
import io.github.melascope.metrics.Thresholds;
import io.github.melascope.nn.infer.Familiarity;
import io.github.melascope.nn.infer.Head;
import io.github.melascope.nn.infer.ReferenceSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a model that has never seen one diagnosis says of the validation part. Temperature, threshold, limit, reference cases
 * and all else that a model comes with are made of the other diagnoses alone.
 *
 * @param left the diagnosis
 * @param samples of the validation part, those of the diagnosis too
 * @param strangeness for each of {@link #SCORES} and each image how unlike the known diagnoses it looks
 * @param right 1 where the most probable diagnosis is the true one, 0 where it is not; NaN for the unknown
 * @param melanoma probability of each image; NaN where melanoma itself is left out
 * @param threshold on it that finds 90 % of the melanomas; NaN where melanoma itself is left out
 * @param limit of the last strangeness: what lies beyond is given no answer
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record LeftOut(
        Diagnosis left,
        List<Sample> samples,
        double[][] strangeness,
        double[] right,
        double[] melanoma,
        double threshold,
        double limit) {
    /** The program's own check is the last. */
    static final List<String> SCORES =
            List.of("Highest probability", "Entropy", "Nearest confirmed cases", "Mahalanobis");

    private static final double SENSITIVITY = 0.90;

    static LeftOut of(Diagnosis left, Head head, RawAnswers training, RawAnswers validation, long seed)
            throws ProblemException {
        RawAnswers knownTraining = training.only(sample -> sample.diagnosis() != left);
        RawAnswers knownValidation = validation.only(sample -> sample.diagnosis() != left);
        double[][] p = probabilities(left, head, validation, knownValidation);
        Familiarity familiarity = FamiliarityMaker.of(knownTraining, knownValidation);
        Set<Sample> chosen = new HashSet<>(References.choose(knownTraining.samples(), seed));
        ReferenceSet reference = ModelMaker.searchable(References.of(knownTraining.only(chosen::contains)));
        int n = validation.samples().size();
        double[][] strangeness = new double[SCORES.size()][n];
        for (int i = 0; i < n; i++) {
            float[] embedding = validation.embeddings()[i];
            strangeness[0][i] = -Arrays.stream(p[i]).max().orElseThrow();
            strangeness[1][i] = entropy(p[i]);
            strangeness[2][i] = LoadedModel.blank(embedding)
                    ? Double.MAX_VALUE
                    : 1 - reference.familiarity(embedding, LoadedModel.NEIGHBOURS);
            strangeness[3][i] = familiarity.strangeness(embedding, validation.fineMeans()[i]);
        }
        double[] melanoma = Arrays.stream(p)
                .mapToDouble(row -> left == Diagnosis.MEL ? Double.NaN : row[label(Diagnosis.MEL, left)])
                .toArray();
        return new LeftOut(
                left,
                validation.samples(),
                strangeness,
                right(left, validation.samples(), p),
                melanoma,
                threshold(left, validation.samples(), melanoma),
                familiarity.limit());
    }

    private static double[] right(Diagnosis left, List<Sample> samples, double[][] p) {
        double[] right = new double[samples.size()];
        for (int i = 0; i < right.length; i++) {
            double[] row = p[i];
            double highest = Arrays.stream(row).max().orElseThrow();
            Diagnosis truth = diagnosis(samples.get(i));
            right[i] = truth == left ? Double.NaN : row[label(truth, left)] == highest ? 1 : 0;
        }
        return right;
    }

    /** Calibrated on the known. */
    private static double[][] probabilities(Diagnosis left, Head head, RawAnswers all, RawAnswers known) {
        float[][] knownLogits =
                Arrays.stream(known.embeddings()).map(head::logits).toArray(float[][]::new);
        int[] labels = known.samples().stream()
                .mapToInt(sample -> label(diagnosis(sample), left))
                .toArray();
        double temperature = TemperatureScaling.ofSoftmax(knownLogits, labels);
        return Arrays.stream(all.embeddings())
                .map(embedding -> TemperatureScaling.softmax(head.logits(embedding), temperature))
                .toArray(double[][]::new);
    }

    private static double threshold(Diagnosis left, List<Sample> samples, double[] melanoma) {
        if (left == Diagnosis.MEL) {
            return Double.NaN;
        }
        int[] known = IntStream.range(0, melanoma.length)
                .filter(i -> samples.get(i).diagnosis() != left)
                .toArray();
        double[] scores = Arrays.stream(known).mapToDouble(i -> melanoma[i]).toArray();
        boolean[] positive = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            positive[i] = samples.get(known[i]).melanoma();
        }
        return Thresholds.forSensitivity(scores, positive, SENSITIVITY)
                .map(Thresholds.Choice::value)
                .orElse(Double.NaN);
    }

    /**
     * The output that stands for a diagnosis while one is left out: its place in {@link Diagnosis#ALL}, except that nevus takes
     * the place of a melanoma that is left out, because a training chooses its best epoch by that output.
     */
    static int label(Diagnosis diagnosis, Diagnosis left) {
        if (left == Diagnosis.MEL && diagnosis == Diagnosis.NV) {
            return Diagnosis.ALL.indexOf(Diagnosis.MEL);
        }
        return left == Diagnosis.MEL && diagnosis == Diagnosis.MEL
                ? Diagnosis.ALL.indexOf(Diagnosis.NV)
                : Diagnosis.ALL.indexOf(diagnosis);
    }

    static Diagnosis diagnosis(Sample sample) {
        return Objects.requireNonNull(sample.diagnosis(), "a dataset of diagnoses");
    }

    private static double entropy(double[] p) {
        return -Arrays.stream(p).map(x -> x > 0 ? x * Math.log(x) : 0).sum();
    }

    /** Whether each image is of the diagnosis. */
    boolean[] unknown() {
        boolean[] unknown = new boolean[samples.size()];
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = samples.get(i).diagnosis() == left;
        }
        return unknown;
    }

    /** The value of a strangeness beyond which the given share of the known lies. */
    double quantile(int score, double share) {
        boolean[] unknown = unknown();
        List<Double> known = new ArrayList<>();
        for (int i = 0; i < unknown.length; i++) {
            if (!unknown[i]) {
                known.add(strangeness[score][i]);
            }
        }
        known.sort(null);
        return known.get((int) Math.min(known.size() - 1.0, known.size() * (1 - share)));
    }
}
