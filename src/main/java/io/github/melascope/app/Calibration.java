package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CalibrationChoice;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.model.ModelThresholds;
import io.github.melascope.nn.infer.ReferenceSet;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What the validation part decides besides the epoch: calibration, and thresholds of calibrated probabilities.
 *
 * @param answers from logits to probabilities
 * @param thresholds to decide by
 */
record Calibration(LogitCalibration answers, ModelThresholds thresholds) {
    /** Wanted of the closer look: a missed melanoma weighs more than a needless second look. */
    private static final double SENSITIVITY = 0.90;

    /** Share of real lesions that the not-a-lesion check may turn away. */
    private static final double TURNED_AWAY = 0.005;

    /** @param seed of the folds that the kind of calibration is chosen on */
    static Calibration of(Task task, RawAnswers validation, ReferenceSet reference, long seed) throws ProblemException {
        int n = validation.samples().size();
        boolean[] melanoma = new boolean[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            Sample sample = validation.samples().get(i);
            melanoma[i] = sample.melanoma();
            labels[i] = sample.label(task);
        }
        LogitCalibration answers = CalibrationChoice.of(
                        new CalibrationChoice.Cases(
                                task,
                                validation.logits(),
                                labels,
                                melanoma,
                                validation.samples().stream()
                                        .map(Sample::lesionId)
                                        .toList()),
                        seed)
                .calibration();
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = Scores.of(task, validation.logits()[i], answers).melanoma();
        }
        OptionalDouble farthest = farthestLesion(validation.embeddings(), reference);
        return new Calibration(answers, ModelThresholds.choose(scores, melanoma, SENSITIVITY, farthest));
    }

    /** The distance within which nearly all validation images lie. */
    private static OptionalDouble farthestLesion(float[][] embeddings, ReferenceSet reference) {
        if (reference.size() == 0) {
            return OptionalDouble.empty();
        }
        double[] distances = new double[embeddings.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = 1 - reference.familiarity(embeddings[i], LoadedModel.NEIGHBOURS);
        }
        Arrays.sort(distances);
        return OptionalDouble.of(
                distances[(int) Math.min(distances.length - 1.0, distances.length * (1 - TURNED_AWAY))]);
    }
}
