package io.github.melascope.cli;

import io.github.melascope.app.ReportMaker;
import io.github.melascope.app.Review;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A review in words, the answer first. */
final class ReviewText {
    private static final int HASH_LETTERS = 12;

    private final Console console;

    ReviewText(Console console) {
        this.console = console;
    }

    void print(Path file, Review review, HeatMap map, ModelBundle bundle) {
        Prediction prediction = review.prediction();
        console.line("%s: %s.", prediction.outcome().words(), prediction.reason());
        console.line("This is not a diagnosis. For research and teaching.");
        console.line("");
        fact("Image", file.toString());
        fact("Quality", quality(prediction.quality()));
        if (prediction.outcome() != Outcome.NO_ANSWER) {
            probabilities(prediction, bundle);
            similar(review.similar());
        }
        fact("Looked at", looked(map));
        fact("Model", bundle.spec().id() + ", weights " + bundle.weightsSha256().substring(0, HASH_LETTERS));
        fact("Its exam", exam(bundle.metrics()));
    }

    private void probabilities(Prediction prediction, ModelBundle bundle) {
        fact(
                "Melanoma",
                percent(prediction.melanoma()) + ", closer look from " + percent(prediction.threshold()) + " ("
                        + lower(ReportMaker.thresholdNote(
                                bundle.spec().thresholds().melanoma())) + ")");
        if (prediction.probabilities().size() < 2) {
            return;
        }
        String title = "Probabilities";
        List<Map.Entry<Diagnosis, Double>> entries = prediction.probabilities().entrySet().stream()
                .sorted(Map.Entry.<Diagnosis, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (Map.Entry<Diagnosis, Double> entry : entries) {
            fact(
                    title,
                    String.format(
                            Locale.ROOT,
                            "%8s  %-6s %s",
                            percent(entry.getValue()),
                            entry.getKey().code(),
                            entry.getKey().fullName()));
            title = "";
        }
    }

    private void similar(List<SimilarCase> cases) {
        if (!cases.isEmpty()) {
            fact(
                    "Similar cases",
                    cases.stream()
                            .map(one -> String.format(
                                    Locale.ROOT, "%s %s (%.2f)", one.diagnosis().code(), one.name(), one.similarity()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String quality(Quality quality) {
        String size = quality.width() + " × " + quality.height() + " pixels";
        return quality.good()
                ? "good, " + size
                : quality.issues().stream().map(QualityIssue::words).collect(Collectors.joining("; ")) + "; " + size;
    }

    private static String looked(HeatMap map) {
        String what = map.method().title() + " for " + lower(map.target().fullName());
        return map.flat() ? what + ": no localised evidence" : what + "; --heatmap and --pdf show where";
    }

    private static String exam(ExamResult result) {
        return result.exam().name() + ": melanoma ROC AUC "
                + result.get(BinaryMeasure.ROC_AUC).text();
    }

    private void fact(String name, String text) {
        console.line("%-22s%s", name, text);
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
