package io.github.melascope.lesion;

import java.util.List;
import java.util.Locale;

/** What a model is trained to answer. */
public enum Task {
    /** Melanoma (1) against the rest (0): one logit, sigmoid. */
    MELANOMA,
    /** All seven diagnoses: seven logits, softmax; its {@code mel} probability answers the melanoma question too. */
    DIAGNOSIS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Number of logits. */
    public int outputs() {
        return this == MELANOMA ? 1 : Diagnosis.ALL.size();
    }

    /** What the logits stand for, in order. */
    public List<Diagnosis> classes() {
        return this == MELANOMA ? List.of(Diagnosis.MEL) : Diagnosis.ALL;
    }
}
