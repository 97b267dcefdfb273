package io.github.melascope.app;

import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Evaluation;
import io.github.melascope.metrics.Exam;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.model.ModelThresholds;
import java.util.ArrayList;
import java.util.List;

/** The one way from a network's answers to an exam's figures, for training and for evaluation alike. */
final class Exams {
    private static final double DECIMALS = 1e6;

    private Exams() {}

    static String testPart(String dataset, long seed) {
        return dataset + ", lesion-grouped test part, seed " + seed;
    }

    /**
     * Examines.
     *
     * @param openings how often this exam has been opened for the model, this time included
     */
    static ExamResult examine(String name, int openings, ModelThresholds thresholds, List<Case> cases) {
        Exam exam = new Exam(
                name,
                openings,
                thresholds.melanoma().value(),
                thresholds.balanced().value());
        return Evaluation.of(exam, cases);
    }

    /**
     * Each labelled image with its calibrated answer, to the six decimals that a table of answers keeps: figures made of
     * answers that were kept are the same to the last bit.
     */
    static List<Case> cases(Task task, LogitCalibration calibration, RawAnswers answers) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < answers.samples().size(); i++) {
            Sample sample = answers.samples().get(i);
            Scores scores = Scores.of(task, answers.logits()[i], calibration);
            cases.add(new Case(
                    sample.imageId(),
                    sample.lesionId(),
                    sample.melanoma(),
                    sample.diagnosis(),
                    kept(scores.melanoma()),
                    scores.forExam(task).stream().map(Exams::kept).toList(),
                    sample.dxType(),
                    sample.sex(),
                    Case.ageBand(sample.age()),
                    sample.site()));
        }
        return cases;
    }

    private static double kept(double probability) {
        return Math.round(probability * DECIMALS) / DECIMALS;
    }
}
