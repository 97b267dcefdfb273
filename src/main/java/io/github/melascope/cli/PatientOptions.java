package io.github.melascope.cli;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.PatientFacts.Fact;
import io.github.melascope.metrics.PatientFusion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user knows of the patient. */
final class PatientOptions {
    @Option(
            names = "--age",
            paramLabel = "YEARS",
            description =
                    "The patient's age: gives a second melanoma probability beside the model's own, if the model has"
                            + " learnt how age moves it.")
    private @Nullable Double age;

    @Option(names = "--sex", paramLabel = "SEX", description = "female or male, likewise.")
    private @Nullable String sex;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Where the lesion is, in the dataset's words, likewise.")
    private @Nullable String site;

    /**
     * What was given.
     *
     * @param fusion of the model, if it has one
     * @return empty if nothing was
     * @throws ProblemException of kind {@code USAGE} for a fact that this model cannot use, or a value that it does not know
     */
    Optional<PatientFacts> facts(String model, Optional<PatientFusion> fusion) throws ProblemException {
        use(model, fusion, Fact.AGE, age != null);
        use(model, fusion, Fact.SEX, sex != null);
        use(model, fusion, Fact.SITE, site != null);
        if (age == null && sex == null && site == null) {
            return Optional.empty();
        }
        if (age != null && !(age >= 0 && age <= PatientFacts.GREATEST_AGE)) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.patient.age", String.valueOf(age));
        }
        return Optional.of(new PatientFacts(
                age == null ? OptionalDouble.empty() : OptionalDouble.of(age),
                word(fusion, Fact.SEX, sex),
                word(fusion, Fact.SITE, site)));
    }

    private static void use(String model, Optional<PatientFusion> fusion, Fact fact, boolean given)
            throws ProblemException {
        if (given && fusion.filter(known -> known.facts().contains(fact)).isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.patient.unused", model, fact.code());
        }
    }

    private static String word(Optional<PatientFusion> fusion, Fact fact, @Nullable String given)
            throws ProblemException {
        if (given == null) {
            return PatientFacts.UNKNOWN;
        }
        String word = given.strip().toLowerCase(Locale.ROOT);
        List<String> known = fusion.orElseThrow().words(fact);
        if (!known.contains(word)) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE, "problem.patient.word", given, fact.code(), String.join(", ", known));
        }
        return word;
    }
}
