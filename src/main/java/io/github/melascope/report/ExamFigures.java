package io.github.melascope.report;

import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.MultiMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a report tells of the model's exam. A figure never stands without its exam's name.
 *
 * @param exam the exam's name and size: {@code "HAM10000, lesion-grouped test part: 1,502 images of 1,120 lesions"}
 * @param lines in the order shown; the page has room for {@value #ROOM}
 */
public record ExamFigures(String exam, List<Line> lines) {
    static final int ROOM = 6;

    public ExamFigures {
        lines = List.copyOf(lines);
    }

    /** One figure and its name. */
    public record Line(String name, Figure figure) {}

    /** The figures of an exam that a reader of one answer needs. */
    public static ExamFigures of(ExamResult result) {
        String size = String.format(Locale.ROOT, ": %,d images of %,d lesions", result.images(), result.lesions());
        List<Line> lines = new ArrayList<>();
        lines.add(line("Melanoma ROC AUC", result, BinaryMeasure.ROC_AUC));
        lines.add(line("Melanoma PR AUC", result, BinaryMeasure.PR_AUC));
        lines.add(line("Melanoma sensitivity", result, BinaryMeasure.RECALL));
        lines.add(line("Melanoma specificity", result, BinaryMeasure.SPECIFICITY));
        lines.add(line("Calibration error (ECE)", result, BinaryMeasure.ECE));
        result.diagnosis()
                .map(diagnosis -> diagnosis.overall().get(MultiMeasure.BALANCED_ACCURACY))
                .ifPresent(figure -> lines.add(new Line("Balanced accuracy, 7 classes", figure)));
        return new ExamFigures(result.exam().name() + size, lines);
    }

    private static Line line(String name, ExamResult result, BinaryMeasure measure) {
        return new Line(name, result.get(measure));
    }
}
