package io.github.melascope.model;

import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that goes into a bundle before it is saved.
 *
 * @param spec its file hashes are filled in by saving
 * @param weights by torchvision's names, as the architecture lists them
 * @param reference confirmed training cases
 * @param metrics of the exam
 * @param splitCsv which image was in which part, as {@code split.csv}
 * @param predictions what the model said of the parts it did not learn from, by the part's name; may be empty
 * @param licence text of the LICENSE file
 * @param openings of the test part so far
 * @param familiarity what the features of real images look like, where that is known
 * @param patient how what is known of a patient moves the answer, where that was fitted
 */
public record BundleContent(
        ModelSpec spec,
        Map<String, Tensor> weights,
        ReferenceSet reference,
        ExamResult metrics,
        String splitCsv,
        Map<String, List<Case>> predictions,
        String licence,
        List<Opening> openings,
        Optional<Safetensors> familiarity,
        Optional<FittedFusion> patient) {
    /** Without familiarity and patient. */
    public BundleContent(
            ModelSpec spec,
            Map<String, Tensor> weights,
            ReferenceSet reference,
            ExamResult metrics,
            String splitCsv,
            Map<String, List<Case>> predictions,
            String licence,
            List<Opening> openings) {
        this(
                spec,
                weights,
                reference,
                metrics,
                splitCsv,
                predictions,
                licence,
                openings,
                Optional.empty(),
                Optional.empty());
    }

    public BundleContent {
        predictions = new LinkedHashMap<>(predictions);
        openings = List.copyOf(openings);
    }
}
