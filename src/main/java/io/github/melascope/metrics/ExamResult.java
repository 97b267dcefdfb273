package io.github.melascope.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a model did in an exam: every figure with its interval.
 *
 * @param exam name and thresholds
 * @param images cases
 * @param lesions they show
 * @param melanomas images of melanoma among them
 * @param counts the melanoma answer at the exam's threshold
 * @param melanoma each {@link BinaryMeasure}
 * @param balanced each {@link BalancedMeasure}, at the exam's balanced threshold
 * @param diagnosis empty for a melanoma model, and where no diagnosis is known
 * @param slices by dx_type, sex, age and site, in this order
 */
public record ExamResult(
        Exam exam,
        int images,
        int lesions,
        int melanomas,
        BinaryCounts counts,
        Map<BinaryMeasure, Figure> melanoma,
        Map<BalancedMeasure, Figure> balanced,
        Optional<DiagnosisResult> diagnosis,
        List<Slice> slices) {
    public ExamResult {
        melanoma = Collections.unmodifiableMap(new EnumMap<>(melanoma));
        balanced = Collections.unmodifiableMap(new EnumMap<>(balanced));
        slices = List.copyOf(slices);
    }

    public Figure get(BinaryMeasure measure) {
        return Objects.requireNonNull(melanoma.get(measure));
    }
}
