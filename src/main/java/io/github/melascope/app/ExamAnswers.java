package io.github.melascope.app;

import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Exam;
import io.github.melascope.model.ModelSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a model said of labelled images: all that an exam's figures are made of.
 *
 * @param spec of the model
 * @param weightsSha256 of the model
 * @param name the exam's name, which stands beside every figure
 * @param openings how often this exam has been opened for the model
 * @param cases the images with their answers
 * @param files where images lie, by id; those that are not here are missing
 */
public record ExamAnswers(
        ModelSpec spec, String weightsSha256, String name, int openings, List<Case> cases, Map<String, Path> files) {
    public ExamAnswers {
        cases = List.copyOf(cases);
        files = Map.copyOf(files);
    }

    /** The exam at the model's own thresholds: what {@code melascope evaluate} examines by. */
    public Exam exam() {
        return exam(spec.thresholds().melanoma().value());
    }

    /** The exam at another threshold. */
    public Exam exam(double threshold) {
        return new Exam(name, openings, threshold, spec.thresholds().balanced().value());
    }

    public ExamAnswers withFiles(Map<String, Path> found) {
        return new ExamAnswers(spec, weightsSha256, name, openings, cases, found);
    }
}
