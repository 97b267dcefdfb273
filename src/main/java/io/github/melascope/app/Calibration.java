package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.TemperatureScaling;
import io.github.melascope.model.ModelThresholds;
import io.github.melascope.nn.infer.ReferenceSet;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What the validation part decides besides the epoch: temperature and thresholds.
 *
 * @param temperature logits are divided by it
 * @param thresholds to decide by
 */
record Calibration(double temperature, ModelThresholds thresholds) {
    /** Wanted of the closer look: a missed melanoma weighs more than a needless second look. */
    private static final double SENSITIVITY = 0.90;

    /** Share of real lesions that the not-a-lesion check may turn away. */
    private static final double TURNED_AWAY = 0.005;

    static Calibration of(Task task, RawAnswers validation, ReferenceSet reference) throws ProblemException {
        int n = validation.samples().size();
        boolean[] melanoma = new boolean[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            Sample sample = validation.samples().get(i);
            melanoma[i] = sample.melanoma();
            labels[i] = sample.label(task);
        }
        double temperature = task == Task.MELANOMA
                ? TemperatureScaling.ofSigmoid(firstColumn(validation.logits()), melanoma)
                : TemperatureScaling.ofSoftmax(validation.logits(), labels);
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = Scores.of(task, validation.logits()[i], temperature).melanoma();
        }
        OptionalDouble farthest = farthestLesion(validation.embeddings(), reference);
        return new Calibration(temperature, ModelThresholds.choose(scores, melanoma, SENSITIVITY, farthest));
    }

    private static float[] firstColumn(float[][] logits) {
        float[] column = new float[logits.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = logits[i][0];
        }
        return column;
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
