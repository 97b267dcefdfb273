package io.github.melascope.metrics;

import java.util.List;

/** The figures of the diagnosis question, in the order in which they are listed. */
public enum MultiMeasure {
    BALANCED_ACCURACY("balancedAccuracy", "Balanced accuracy (mean recall)"),
    MACRO_AUC("macroAuc", "Macro AUC (one against the rest)"),
    MACRO_F1("macroF1", "Macro F1"),
    ACCURACY("accuracy", "Accuracy"),
    ECE("ece", "ECE of the first answer (15 bins)");

    /** In the order in which they are listed. */
    public static final List<MultiMeasure> ALL = List.of(values());

    private final String code;
    private final String title;

    MultiMeasure(String code, String title) {
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
