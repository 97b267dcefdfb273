package io.github.melascope.dataset;

import io.github.melascope.base.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three parts of a dataset. Validation chooses epoch, temperature and thresholds; the test part is the exam. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST;

    public static final List<Part> ALL = List.of(values());

    /** {@code "train"}, {@code "validation"}, {@code "test"}: in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name where a user reads it. */
    public Term term() {
        return Term.of("thing.part." + code());
    }

    public static Optional<Part> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }
}
