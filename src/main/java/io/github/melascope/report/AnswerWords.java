package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an answer is told in sentences: the same in the report, in the window and in the terminal. */
public final class AnswerWords {
    private final Words words;

    public AnswerWords(Words words) {
        this.words = words;
    }

    /** What the outcome rests on, or why there is no answer; a whole sentence. */
    public String sentence(Prediction prediction) {
        if (prediction.outcome() == Outcome.NO_ANSWER) {
            String issues = issues(prediction.quality());
            return words.of("answer.because", issues.isEmpty() ? prediction.reason() : issues);
        }
        boolean reached = prediction.outcome() == Outcome.CLOSER_LOOK;
        return words.of(
                reached ? "answer.reached" : "answer.below",
                Percent.of(words, prediction.melanoma()),
                Percent.of(words, prediction.threshold()));
    }

    /** What is wrong with an image, without capital and full stop; empty when nothing is. */
    public String issues(Quality quality) {
        return quality.issues().stream().map(issue -> words.of("issue", issue)).collect(Collectors.joining("; "));
    }

    /** That the likeliest diagnosis is a malignancy of which the outcome does not speak; empty where there is nothing to say. */
    public Optional<String> otherMalignancy(Prediction prediction) {
        return prediction.otherMalignancy().map(other -> words.of("answer.other-malignancy", words.of("dx", other)));
    }
}
