package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.MultiMeasure;
import java.util.ArrayList;
import java.util.List;

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
    public static ExamFigures of(Words words, ExamResult result) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(words, "figure.roc-auc", result, BinaryMeasure.ROC_AUC));
        lines.add(line(words, "figure.pr-auc", result, BinaryMeasure.PR_AUC));
        lines.add(line(words, "figure.sensitivity", result, BinaryMeasure.RECALL));
        lines.add(line(words, "figure.specificity", result, BinaryMeasure.SPECIFICITY));
        lines.add(line(words, "figure.ece", result, BinaryMeasure.ECE));
        result.diagnosis()
                .map(diagnosis -> diagnosis.overall().get(MultiMeasure.BALANCED_ACCURACY))
                .ifPresent(figure -> lines.add(new Line(words.of("figure.balanced-accuracy"), figure)));
        return new ExamFigures(words.of("report.exam", result.exam().name(), result.images(), result.lesions()), lines);
    }

    private static Line line(Words words, String key, ExamResult result, BinaryMeasure measure) {
        return new Line(words.of(key), result.get(measure));
    }

    /** {@code "0.912 (0.881 to 0.938)"} as the language writes it; without the interval where there is none. */
    public static String text(Words words, Figure figure) {
        if (!figure.defined()) {
            return words.of("figure.undefined");
        }
        String value = words.number(figure.value(), 3);
        return Double.isNaN(figure.low())
                ? value
                : words.of("exam.interval", value, words.number(figure.low(), 3), words.number(figure.high(), 3));
    }
}
