package io.github.melascope.cli;

import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.MultiMeasure;
import io.github.melascope.model.ModelSpec;

/** An exam's figures for people, on stderr: the result proper is JSON. */
final class ExamTable {
    private ExamTable() {}

    /** @param spec by which was answered */
    static void print(Console console, ModelSpec spec, ExamResult result) {
        console.note("%s: %,d images of %,d lesions", result.exam().name(), result.images(), result.lesions());
        console.note("Calibration: %s", spec.calibration().words());
        console.note("Views of each image: %d", spec.views());
        console.note("Melanoma, with 95 %% intervals over lesions:");
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            console.note("  %-34s%s", measure.title(), result.get(measure).text());
        }
        result.diagnosis().ifPresent(diagnosis -> {
            console.note("Diagnoses:");
            for (MultiMeasure measure : MultiMeasure.ALL) {
                console.note(
                        "  %-34s%s",
                        measure.title(),
                        java.util.Objects.requireNonNull(diagnosis.overall().get(measure))
                                .text());
            }
        });
    }
}
