package io.github.melascope.ui.training;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;

/** What is told the same way on several steps. */
final class TrainingWords {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final Words words;

    TrainingWords(Words words) {
        this.words = words;
    }

    /** {@code "about 3 min"}. */
    String about(double seconds) {
        if (seconds < MINUTE) {
            return words.of("training.time.seconds", Math.max(1, Math.round(seconds)));
        }
        if (seconds < 2 * HOUR) {
            return words.of("training.time.minutes", Math.round(seconds / MINUTE));
        }
        return words.of("training.time.hours", words.number(seconds / HOUR, 1));
    }

    /** A class of a dataset: a diagnosis by its name, or what else it is called. */
    String className(String code) {
        return Diagnosis.ofCode(code).map(dx -> words.of("dx", dx)).orElseGet(() -> words.of("training.class." + code));
    }

    /** A stage of the work by the key that {@link io.github.melascope.base.Progress} is told. */
    String stage(String stage) {
        return words.of(stage);
    }

    /** A problem in its own words. */
    String told(ProblemException problem) {
        return problem.message(words);
    }
}
