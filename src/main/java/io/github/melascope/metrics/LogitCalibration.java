package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.util.Locale;

/**
 * From a network's logits to probabilities: all logits are divided by one temperature, then the melanoma probability goes
 * through its own map, and the other classes share the rest in their old proportions.
 *
 * @param temperature above 0
 * @param melanoma map of the melanoma probability; {@link BetaCalibration#NONE} for the temperature alone
 */
public record LogitCalibration(double temperature, BetaCalibration melanoma) {
    public LogitCalibration {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("the temperature is not above 0");
        }
    }

    /** Nothing but a temperature. */
    public static LogitCalibration ofTemperature(double temperature) {
        return new LogitCalibration(temperature, BetaCalibration.NONE);
    }

    /**
     * The temperature that fits best.
     *
     * @param logits [cases][outputs of the task]
     * @param labels index of the true class; of the melanoma task 1 for melanoma, 0 for the rest
     */
    public static LogitCalibration fitTemperature(Task task, float[][] logits, int[] labels) {
        if (task != Task.MELANOMA) {
            return ofTemperature(TemperatureScaling.ofSoftmax(logits, labels));
        }
        float[] column = new float[logits.length];
        boolean[] melanoma = new boolean[labels.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = logits[i][0];
            melanoma[i] = labels[i] == 1;
        }
        return ofTemperature(TemperatureScaling.ofSigmoid(column, melanoma));
    }

    /**
     * Calibrated probabilities in the order of the task's classes, sum 1; for the melanoma task the one of melanoma.
     *
     * @param logits as many as the task has outputs
     */
    public double[] probabilities(Task task, float[] logits) {
        boolean mapped = melanoma.kind() != BetaCalibration.Kind.NONE;
        if (task == Task.MELANOMA) {
            double z = logits[0] / temperature;
            return new double[] {TemperatureScaling.sigmoid(mapped ? melanoma.logOdds(z) : z)};
        }
        if (!mapped) {
            return TemperatureScaling.softmax(logits, temperature);
        }
        int at = task.classes().indexOf(Diagnosis.MEL);
        double p = TemperatureScaling.sigmoid(melanoma.logOdds(logOdds(task, logits)));
        double[] result =
                TemperatureScaling.softmax(without(logits, at), temperature); // what the others are to each other
        for (int c = 0; c < result.length; c++) {
            result[c] *= 1 - p;
        }
        result[at] = p;
        return result;
    }

    /** Log odds of melanoma after the temperature alone: ln(p / (1 − p)), from the logits, so that nothing is rounded away. */
    double logOdds(Task task, float[] logits) {
        if (task == Task.MELANOMA) {
            return logits[0] / temperature;
        }
        int at = task.classes().indexOf(Diagnosis.MEL);
        float[] others = without(logits, at);
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : others) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : others) {
            sum += Math.exp((logit - max) / temperature);
        }
        return (logits[at] - max) / temperature - Math.log(sum);
    }

    /** With one class that can never be. */
    private static float[] without(float[] logits, int at) {
        float[] others = logits.clone();
        others[at] = Float.NEGATIVE_INFINITY;
        return others;
    }

    /** Its kind in words: {@code "temperature"}, {@code "temperature, beta calibration"}. */
    public String name() {
        return switch (melanoma.kind()) {
            case NONE -> "temperature";
            case PLATT -> "temperature, Platt scaling";
            case BETA -> "temperature, beta calibration";
        };
    }

    /** In words: {@code "temperature 0.5926, then beta calibration of melanoma (a 0.8, b 1.2, c -0.4)"}. */
    public String words() {
        String first = String.format(Locale.ROOT, "temperature %.4f", temperature);
        return switch (melanoma.kind()) {
            case NONE -> first;
            case PLATT ->
                first
                        + String.format(
                                Locale.ROOT,
                                ", then Platt scaling of melanoma (slope %.4f, shift %.4f)",
                                melanoma.a(),
                                melanoma.c());
            case BETA ->
                first
                        + String.format(
                                Locale.ROOT,
                                ", then beta calibration of melanoma (a %.4f, b %.4f, c %.4f)",
                                melanoma.a(),
                                melanoma.b(),
                                melanoma.c());
        };
    }
}
