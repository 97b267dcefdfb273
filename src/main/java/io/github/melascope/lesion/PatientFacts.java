package io.github.melascope.lesion;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is known of a patient beside the image.
 *
 * @param age in years, 0 … 120, or empty
 * @param sex {@code "female"}, {@code "male"} or {@code "unknown"}
 * @param site on the body, in the dataset's words, or {@code "unknown"}
 */
public record PatientFacts(OptionalDouble age, String sex, String site) {
    public static final String UNKNOWN = "unknown";
    public static final double GREATEST_AGE = 120;

    /** Nothing is known. */
    public static final PatientFacts NONE = new PatientFacts(OptionalDouble.empty(), UNKNOWN, UNKNOWN);

    /** One kind of fact. */
    public enum Fact {
        AGE,
        SEX,
        SITE;

        /** As commands, plans and files name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PatientFacts {
        if (age.isPresent() && !(age.getAsDouble() >= 0 && age.getAsDouble() <= GREATEST_AGE)) {
            throw new IllegalArgumentException("the age is not 0 … 120");
        }
    }

    /** Whether this is known. */
    public boolean knows(Fact fact) {
        return switch (fact) {
            case AGE -> age.isPresent();
            case SEX -> !sex.equals(UNKNOWN);
            case SITE -> !site.equals(UNKNOWN);
        };
    }
}
