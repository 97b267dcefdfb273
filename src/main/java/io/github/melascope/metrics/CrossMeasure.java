package io.github.melascope.metrics;

import java.util.List;

/** By what a cross-validation compares recipes, in the order in which they are listed. All come from raw logits. */
public enum CrossMeasure {
    MELANOMA_AUC("melanomaAuc", "Melanoma ROC AUC", true),
    SPECIFICITY_AT_SENSITIVITY_95("specificityAtSensitivity95", "Specificity at 95 % sensitivity", true),
    /** Mean one-against-rest AUC of the classes that a fold has. */
    MACRO_AUC("macroAuc", "Macro AUC", true),
    /** Mean recall of the classes that a fold has, by the most probable class. */
    BALANCED_ACCURACY("balancedAccuracy", "Balanced accuracy", true),
    /** Cross entropy of the probabilities before any calibration. */
    LOG_LOSS("logLoss", "Log loss", false);

    /** In the order in which they are listed. */
    public static final List<CrossMeasure> ALL = List.of(values());

    private final String code;
    private final String title;
    private final boolean higherIsBetter;

    CrossMeasure(String code, String title, boolean higherIsBetter) {
        this.code = code;
        this.title = title;
        this.higherIsBetter = higherIsBetter;
    }

    /** What a difference from the base says. */
    public enum Verdict {
        BETTER("better"),
        WORSE("worse"),
        NONE("no difference that these images can show"),
        UNDEFINED("cannot be compared");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Its name in JSON. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** @param difference a recipe's figure less the base's: better or worse only where the whole interval is on one side of 0 */
    public Verdict verdict(Figure difference) {
        if (!difference.defined() || Double.isNaN(difference.low())) {
            return Verdict.UNDEFINED;
        }
        if (difference.low() <= 0 && difference.high() >= 0) {
            return Verdict.NONE;
        }
        return difference.low() > 0 == higherIsBetter ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Its index in {@link #ALL}. */
    int place() {
        return ALL.indexOf(this);
    }
}
