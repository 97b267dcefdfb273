package io.github.melascope.ui.dashboard;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The images that a mark of the dashboard stands for. What depends on the threshold follows it. */
sealed interface Selection {
    /** Whether an image is one of them, with melanoma called from {@code threshold} on. */
    boolean has(Case one, double threshold);

    /** Whether the answer looked at is the diagnosis, which decides what "worst" means. */
    default boolean ofDiagnosis() {
        return false;
    }

    /**
     * Cells of the melanoma question: truth, answer, or both.
     *
     * @param truth empty for either
     * @param called empty for either
     */
    record Outcomes(Optional<Boolean> truth, Optional<Boolean> called) implements Selection {
        static Outcomes cell(boolean truth, boolean called) {
            return new Outcomes(Optional.of(truth), Optional.of(called));
        }

        static Outcomes ofTruth(boolean truth) {
            return new Outcomes(Optional.of(truth), Optional.empty());
        }

        static Outcomes ofAnswer(boolean called) {
            return new Outcomes(Optional.empty(), Optional.of(called));
        }

        static Outcomes everything() {
            return new Outcomes(Optional.empty(), Optional.empty());
        }

        @Override
        public boolean has(Case one, double threshold) {
            return truth.map(wanted -> wanted == one.melanoma()).orElse(true)
                    && called.map(wanted -> wanted == one.melanomaProbability() >= threshold)
                            .orElse(true);
        }
    }

    /**
     * Cells of the diagnosis question.
     *
     * @param truth empty for any
     * @param answer the most probable class; empty for any
     */
    record Diagnoses(Optional<Diagnosis> truth, Optional<Diagnosis> answer) implements Selection {
        @Override
        public boolean has(Case one, double threshold) {
            return one.diagnosis() != null
                    && !one.probabilities().isEmpty()
                    && truth.map(wanted -> wanted == one.diagnosis()).orElse(true)
                    && answer.map(wanted -> wanted == likeliest(one)).orElse(true);
        }

        @Override
        public boolean ofDiagnosis() {
            return true;
        }
    }

    /** What is answered wrongly at a threshold of its own: a point of a curve. */
    record WrongAt(double at) implements Selection {
        @Override
        public boolean has(Case one, double threshold) {
            return one.melanomaProbability() >= at != one.melanoma();
        }
    }

    /**
     * Probabilities of a bin.
     *
     * @param from lower end, outside of the bin unless 0
     * @param to upper end, inside
     * @param truth empty for either
     */
    record Bin(double from, double to, Optional<Boolean> truth) implements Selection {
        @Override
        public boolean has(Case one, double threshold) {
            double p = one.melanomaProbability();
            return (p > from || (from == 0 && p == 0))
                    && p <= to
                    && truth.map(wanted -> wanted == one.melanoma()).orElse(true);
        }
    }

    /** A slice, as {@link Slice} parts the cases. */
    record InSlice(String by, String value) implements Selection {
        @Override
        public boolean has(Case one, double threshold) {
            return Slice.value(by, one).equals(value);
        }
    }

    /**
     * Images that only one of two models has right.
     *
     * @param right the model that has them right
     * @param wrong the model that has them wrong
     * @param ids of the images
     */
    record OnlyOneRight(String right, String wrong, Set<String> ids) implements Selection {
        public OnlyOneRight {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean has(Case one, double threshold) {
            return ids.contains(one.id());
        }
    }

    /** The most probable diagnosis; the first of several. */
    static Diagnosis likeliest(Case one) {
        List<Double> p = one.probabilities();
        int best = 0;
        for (int i = 1; i < p.size(); i++) {
            if (p.get(i) > p.get(best)) {
                best = i;
            }
        }
        return Diagnosis.ALL.get(best);
    }
}
