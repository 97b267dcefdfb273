package io.github.melascope.ui.dashboard;

import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.DecisionCurve;
import io.github.melascope.metrics.PredictiveValues;
import java.util.List;

/**
 * All that moves with threshold and prevalence, without intervals.
 *
 * @param threshold melanoma is called from here on, 0 … 1
 * @param prevalence that the predictive values are for, 0 … 1
 * @param counts over all images
 * @param slices counts of each slice, in the exhibit's order
 * @param values at the stated prevalence
 * @param decision net benefit at the threshold
 */
record Points(
        double threshold,
        double prevalence,
        BinaryCounts counts,
        List<BinaryCounts> slices,
        PredictiveValues values,
        DecisionCurve.Point decision) {
    Points {
        slices = List.copyOf(slices);
    }

    static Points of(Exhibit exhibit, double threshold, double prevalence) {
        BinaryCounts counts = exhibit.at(threshold);
        return new Points(
                threshold,
                prevalence,
                counts,
                exhibit.slices().stream()
                        .map(part -> part.table().at(threshold))
                        .toList(),
                PredictiveValues.of(counts.recall(), counts.specificity(), prevalence),
                DecisionCurve.at(exhibit.table(), threshold));
    }
}
