package io.github.melascope.metrics;

import java.util.List;

/** The figures of one diagnosis against the rest; all but the AUC for the answer "most probable class". */
public enum ClassMeasure {
    AUC("auc", "AUC"),
    SENSITIVITY("sensitivity", "Sensitivity"),
    SPECIFICITY("specificity", "Specificity"),
    PRECISION("precision", "Precision"),
    F1("f1", "F1");

    /** In the order in which they are listed. */
    public static final List<ClassMeasure> ALL = List.of(values());

    private final String code;
    private final String title;

    ClassMeasure(String code, String title) {
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
