package io.github.melascope.nn.train;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.metrics.Roc;
import io.github.melascope.metrics.TemperatureScaling;
import java.util.Arrays;

/**
 * The validation part's verdict on an epoch.
 *
 * @param loss cross entropy without class weights
 * @param melanomaAuc ROC AUC of melanoma against the rest
 * @param score what decides the best epoch: the melanoma AUC, for seven diagnoses the mean of it and of the mean
 *     one-against-rest AUC over all classes
 */
public record Validation(double loss, double melanomaAuc, double score) {
    /** Of an epoch that was not judged. */
    static final Validation NONE = new Validation(Double.NaN, Double.NaN, Double.NaN);

    /**
     * The same of logits divided by the temperature that suits these labels best: melanoma's probability among seven, and so its AUC,
     * depends on it.
     *
     * @param logits [images][outputs]
     */
    public static Validation calibrated(Task task, float[][] logits, int[] labels) {
        int outputs = task.outputs();
        float[] flat = new float[logits.length * outputs];
        for (int i = 0; i < logits.length; i++) {
            System.arraycopy(logits[i], 0, flat, i * outputs, outputs);
        }
        double temperature =
                LogitCalibration.fitTemperature(task, logits, labels).temperature();
        for (int i = 0; i < flat.length; i++) {
            flat[i] /= (float) temperature;
        }
        return of(task, flat, labels);
    }

    static Validation of(Task task, float[] logits, int[] labels) {
        int outputs = task.outputs();
        int classes = Math.max(2, outputs);
        float[] ones = new float[classes];
        Arrays.fill(ones, 1);
        double loss = new Loss(0, 0, ones).of(logits, outputs, labels, new float[logits.length]);
        if (task == Task.MELANOMA) {
            double auc = auc(logits, 1, 0, labels, 1);
            return new Validation(loss, auc, auc);
        }
        float[] probabilities = softmax(logits, outputs);
        int mel = task.classes().indexOf(Diagnosis.MEL);
        double melanoma = auc(probabilities, outputs, mel, labels, mel);
        double sum = 0;
        int defined = 0;
        for (int c = 0; c < outputs; c++) {
            double auc = auc(probabilities, outputs, c, labels, c);
            if (!Double.isNaN(auc)) {
                sum += auc;
                defined++;
            }
        }
        return new Validation(loss, melanoma, (melanoma + sum / defined) / 2);
    }

    private static double auc(float[] values, int outputs, int column, int[] labels, int positive) {
        double[] scores = new double[labels.length];
        boolean[] truth = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            scores[i] = values[i * outputs + column];
            truth[i] = labels[i] == positive;
        }
        return Roc.auc(scores, truth);
    }

    private static float[] softmax(float[] logits, int outputs) {
        float[] all = new float[logits.length];
        for (int i = 0; i < logits.length; i += outputs) {
            double[] p = TemperatureScaling.softmax(Arrays.copyOfRange(logits, i, i + outputs), 1);
            for (int c = 0; c < outputs; c++) {
                all[i + c] = (float) p[c];
            }
        }
        return all;
    }
}
