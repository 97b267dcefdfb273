package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import java.util.List;

/** Says before a training that it could only end in figures that mean nothing, or in none. */
public final class TrainableSplit {
    private TrainableSplit() {}

    /**
     * Every part needs melanomas and others: training to learn the difference, validation to choose thresholds, the test
     * part to examine both kinds of error.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, saying which part lacks what
     */
    public static void check(Split split) throws ProblemException {
        for (Part part : Part.ALL) {
            List<Sample> samples = split.part(part);
            long melanomas = samples.stream().filter(Sample::melanoma).count();
            if (melanomas == 0 || melanomas == samples.size()) {
                String lack = samples.isEmpty() ? "none" : melanomas == 0 ? "no-melanoma" : "only-melanoma";
                throw new ProblemException(
                        ProblemException.Kind.UNUSABLE,
                        "problem.training.split",
                        Term.of("why.split." + lack, Term.of("thing.split." + part.code())));
            }
        }
    }
}
