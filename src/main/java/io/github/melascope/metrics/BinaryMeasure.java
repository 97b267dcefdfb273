package io.github.melascope.metrics;

import java.util.List;

/** The figures of the melanoma question, in the order in which they are listed. */
public enum BinaryMeasure {
    ROC_AUC("rocAuc", "ROC AUC"),
    PR_AUC("prAuc", "PR AUC (average precision)"),
    ACCURACY("accuracy", "Accuracy"),
    BALANCED_ACCURACY("balancedAccuracy", "Balanced accuracy"),
    PRECISION("precision", "Precision (PPV)"),
    RECALL("recall", "Recall (sensitivity)"),
    F1("f1", "F1"),
    SPECIFICITY("specificity", "Specificity"),
    NPV("npv", "NPV"),
    SPECIFICITY_AT_SENSITIVITY_90("specificityAtSensitivity90", "Specificity at 90 % sensitivity"),
    SPECIFICITY_AT_SENSITIVITY_95("specificityAtSensitivity95", "Specificity at 95 % sensitivity"),
    SENSITIVITY_AT_SPECIFICITY_90("sensitivityAtSpecificity90", "Sensitivity at 90 % specificity"),
    SENSITIVITY_AT_SPECIFICITY_95("sensitivityAtSpecificity95", "Sensitivity at 95 % specificity"),
    BRIER("brier", "Brier score"),
    ECE("ece", "ECE (15 bins)");

    /** In the order in which they are listed. */
    public static final List<BinaryMeasure> ALL = List.of(values());

    private final String code;
    private final String title;

    BinaryMeasure(String code, String title) {
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
