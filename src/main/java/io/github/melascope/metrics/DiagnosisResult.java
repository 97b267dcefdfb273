package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a model did on the diagnosis question.
 *
 * @param images cases whose diagnosis is known
 * @param overall each {@link MultiMeasure}
 * @param classes in the order of the confusion matrix
 * @param byClass for each class each {@link ClassMeasure}
 * @param confusion rows true class, columns answer
 */
public record DiagnosisResult(
        int images,
        Map<MultiMeasure, Figure> overall,
        List<Diagnosis> classes,
        Map<Diagnosis, Map<ClassMeasure, Figure>> byClass,
        ConfusionMatrix confusion) {
    public DiagnosisResult {
        overall = Collections.unmodifiableMap(new EnumMap<>(overall));
        classes = List.copyOf(classes);
        byClass = Collections.unmodifiableMap(new EnumMap<>(byClass));
    }
}
