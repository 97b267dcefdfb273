package io.github.melascope.report;

import java.util.List;

/**
 * What a report tells of the model's exam. A figure never stands without its exam's name.
 *
 * @param exam the exam's name: {@code "HAM10000, lesion-grouped test part"}
 * @param figures in the order shown; the page has room for six
 */
public record ExamFigures(String exam, List<Figure> figures) {
    public ExamFigures {
        figures = List.copyOf(figures);
    }

    /**
     * One figure as it is printed.
     *
     * @param name {@code "ROC AUC, melanoma"}
     * @param text {@code "0.912 (0.881 to 0.938)"}: the value with its 95 % interval
     */
    public record Figure(String name, String text) {}
}
