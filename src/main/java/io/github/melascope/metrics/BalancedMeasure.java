package io.github.melascope.metrics;

import java.util.List;

/** Figures of a table with both classes weighted to equal prevalence, which no clinic has: shown for comparison only. */
public enum BalancedMeasure {
    ACCURACY("accuracy", "Accuracy at equal prevalence"),
    PRECISION("precision", "Precision at equal prevalence"),
    RECALL("recall", "Recall at equal prevalence"),
    F1("f1", "F1 at equal prevalence");

    /** In the order in which they are listed. */
    public static final List<BalancedMeasure> ALL = List.of(values());

    private final String code;
    private final String title;

    BalancedMeasure(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its name in JSON. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Its index in {@link #ALL}. */
    int place() {
        return ALL.indexOf(this);
    }
}
