package io.github.melascope.cli;

import io.github.melascope.app.Cautions;
import io.github.melascope.app.ReportMaker;
import io.github.melascope.app.Review;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.report.AnswerWords;
import io.github.melascope.report.ExamFigures;
import io.github.melascope.report.Percent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A review in words, the answer first. */
final class ReviewText {
    private static final int HASH_LETTERS = 12;

    private final Console console;
    private final Words words;
    private final AnswerWords answers;

    ReviewText(Console console, Words words) {
        this.console = console;
        this.words = words;
        this.answers = new AnswerWords(words);
    }

    void print(Path file, Review review, HeatMap map, ModelBundle bundle, List<String> withPatient) {
        Prediction prediction = review.prediction();
        console.line("%s. %s", words.of("outcome", prediction.outcome()), plain(answers.sentence(prediction)));
        answers.otherMalignancy(prediction)
                .ifPresent(notice -> console.line("%s: %s", words.of("terminal.note"), notice));
        Cautions.of(words, review, map)
                .forEach(caution -> console.line("%s: %s", words.of("terminal.note"), plain(caution)));
        console.line("%s", words.of("app.not-a-diagnosis"));
        console.line("");
        fact("terminal.image", file.toString());
        fact("terminal.quality", quality(prediction.quality()));
        if (prediction.outcome() != Outcome.NO_ANSWER) {
            probabilities(prediction, bundle);
            patient(withPatient);
            similar(review.similar());
        }
        fact("terminal.looked", looked(map));
        String hash = bundle.weightsSha256().substring(0, HASH_LETTERS);
        fact("report.column.model", words.of("terminal.weights", bundle.spec().id(), hash));
        fact("terminal.exam", exam(bundle.metrics()));
    }

    private void probabilities(Prediction prediction, ModelBundle bundle) {
        String threshold = words.of("report.from", percent(prediction.threshold()));
        String note =
                ReportMaker.thresholdNote(words, bundle.spec().thresholds().melanoma(), prediction.threshold());
        fact("report.column.melanoma", percent(prediction.melanoma()) + ", " + threshold);
        line("", plain(note));
        if (prediction.probabilities().size() < 2) {
            return;
        }
        String title = words.of("answer.diagnoses");
        List<Map.Entry<Diagnosis, Double>> entries = prediction.probabilities().entrySet().stream()
                .sorted(Map.Entry.<Diagnosis, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (Map.Entry<Diagnosis, Double> entry : entries) {
            Diagnosis diagnosis = entry.getKey();
            line(
                    title,
                    String.format(
                            words.locale(),
                            "%8s  %-6s %s",
                            percent(entry.getValue()),
                            diagnosis.code(),
                            words.of("dx", diagnosis)));
            title = "";
        }
    }

    private void patient(List<String> sentences) {
        String title = sentences.isEmpty() ? "" : words.of("patient.title");
        for (String sentence : sentences) {
            line(title, plain(sentence));
            title = "";
        }
    }

    private void similar(List<SimilarCase> cases) {
        if (!cases.isEmpty()) {
            fact(
                    "terminal.similar",
                    cases.stream()
                            .map(one -> one.diagnosis().code() + " " + one.name() + " ("
                                    + words.number(one.similarity(), 2) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private String quality(Quality quality) {
        String size = words.of("answer.size", quality.width(), quality.height());
        return quality.good() ? words.of("terminal.good") + ", " + size : answers.issues(quality) + "; " + size;
    }

    private String looked(HeatMap map) {
        if (map.flat()) {
            return words.of("report.map.flat", map.method().title());
        }
        String what = words.of("terminal.map", map.method().title(), words.of("dx", map.target()));
        return words.of("terminal.map.where", what);
    }

    private String exam(ExamResult result) {
        return words.of(
                "terminal.exam.figure",
                result.exam().name(),
                words.of("figure.roc-auc"),
                ExamFigures.text(words, result.get(BinaryMeasure.ROC_AUC)));
    }

    private void fact(String key, String text) {
        line(words.of(key), text);
    }

    private void line(String name, String text) {
        console.line("%-22s%s", name, text);
    }

    private String percent(double probability) {
        return plain(Percent.of(words, probability));
    }

    /** Without no-break spaces, which not every terminal knows. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
