package io.github.melascope.lesion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The seven diagnoses of HAM10000 (Tschandl et al., Scientific Data 5:180161, 2018), in the order in which every model,
 * table and confusion matrix of this program lists them.
 */
public enum Diagnosis {
    AKIEC("Actinic keratosis / intraepithelial carcinoma"),
    BCC("Basal cell carcinoma"),
    BKL("Benign keratosis"),
    DF("Dermatofibroma"),
    MEL("Melanoma"),
    NV("Melanocytic nevus"),
    VASC("Vascular lesion");

    public static final List<Diagnosis> ALL = List.of(values());

    private final String fullName;

    Diagnosis(String fullName) {
        this.fullName = fullName;
    }

    /** Whether it is cancer or may become it, though it is no melanoma: a low probability of melanoma says nothing of it. */
    public boolean isOtherMalignancy() {
        return this == AKIEC || this == BCC;
    }

    /** The HAM10000 code: {@code "mel"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fullName() {
        return fullName;
    }

    public static Optional<Diagnosis> ofCode(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(d -> d.code().equals(wanted)).findFirst();
    }
}
