package io.github.melascope.app;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.LogitCalibration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Calibrated probabilities of one image.
 *
 * @param melanoma 0 … 1
 * @param byClass in the order of the task's classes; the one entry of a melanoma model is {@code melanoma}
 */
public record Scores(double melanoma, List<Double> byClass) {
    public Scores {
        byClass = List.copyOf(byClass);
    }

    /**
     * From logits to probabilities: a sigmoid for the melanoma task, a softmax for seven diagnoses.
     *
     * @param logits as many as the task has outputs
     * @param calibration of the model
     */
    static Scores of(Task task, float[] logits, LogitCalibration calibration) {
        List<Double> byClass = new ArrayList<>();
        for (double p : calibration.probabilities(task, logits)) {
            byClass.add(p);
        }
        return new Scores(byClass.get(task.classes().indexOf(Diagnosis.MEL)), byClass);
    }

    /** By diagnosis. */
    public Map<Diagnosis, Double> map(Task task) {
        Map<Diagnosis, Double> map = new EnumMap<>(Diagnosis.class);
        for (int c = 0; c < byClass.size(); c++) {
            map.put(task.classes().get(c), byClass.get(c));
        }
        return map;
    }

    /** The seven probabilities for an exam; empty for a melanoma model. */
    List<Double> forExam(Task task) {
        return task == Task.MELANOMA ? List.of() : byClass;
    }
}
