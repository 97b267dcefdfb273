package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Labelled bars: melanoma against the threshold in use, then every diagnosis the model knows. */
final class Probabilities {
    private static final float ROW = 22.5f;
    private static final float BAR = 5;

    private final Page page;
    private final Words words;
    private final Prediction prediction;
    private final float left;
    private final float width;

    Probabilities(Page page, Words words, Prediction prediction, float left, float width) {
        this.page = page;
        this.words = words;
        this.prediction = prediction;
        this.left = left;
        this.width = width;
    }

    /** Draws sentences under a heading, from {@code top}, and returns the bottom; nothing without sentences. */
    float notes(String heading, Style style, List<String> sentences, float top) throws IOException {
        float y = top;
        if (!sentences.isEmpty()) {
            page.text(left, y + 22, Style.HEADING, words.of(heading));
            y += 40;
            for (String sentence : sentences) {
                y = page.paragraph(left, y, width, 3, style, sentence) + 2;
            }
            y -= 12;
        }
        return y;
    }

    /** Draws from {@code top} and returns the bottom. */
    float draw(float top) throws IOException {
        boolean answered = prediction.outcome() != Outcome.NO_ANSWER;
        page.text(left, top + 8, Style.HEADING, words.of("report.probability"));
        float y = threshold(top + 26);
        if (prediction.probabilities().size() > 1) {
            page.text(left, y + 20, Style.HEADING, words.of("report.diagnoses"));
            y += 38;
            Diagnosis likeliest = likeliest();
            for (Map.Entry<Diagnosis, Double> entry : prediction.probabilities().entrySet()) {
                Diagnosis diagnosis = entry.getKey();
                bar(y, words.of("dx", diagnosis), entry.getValue(), answered && diagnosis == likeliest);
                y += ROW;
            }
            y -= ROW - 9;
        }
        if (!answered) {
            return page.paragraph(left, y + 18, width, 2, Style.QUIET, words.of("report.computed")) - 9;
        }
        return y;
    }

    private float threshold(float baseline) throws IOException {
        boolean answered = prediction.outcome() != Outcome.NO_ANSWER;
        bar(baseline, words.of("dx", Diagnosis.MEL), prediction.melanoma(), answered);
        float mark = left + width * (float) clamp(prediction.threshold());
        page.rectangle(Palette.WHITE, mark - 1.5f, baseline + 4, 3, BAR);
        page.rectangle(Palette.INK, mark - 0.5f, baseline + 4, 1, BAR + 3);
        String text = words.of("report.threshold-mark", Percent.of(words, prediction.threshold()));
        float textWidth = page.width(Style.LABEL, text);
        float x = Math.min(Math.max(left, mark - textWidth / 2), left + width - textWidth);
        page.text(x, baseline + 21, Style.LABEL, text);
        return baseline + 24;
    }

    private void bar(float baseline, String name, double probability, boolean strong) throws IOException {
        Style style = strong ? Style.STRONG : Style.BODY;
        page.text(left, baseline, style, name);
        page.textRight(left + width, baseline, style, style.colour(), Percent.of(words, probability));
        page.rectangle(Palette.TRACK, left, baseline + 4, width, BAR);
        page.rectangle(
                strong ? Palette.TEAL : Palette.SLATE, left, baseline + 4, width * (float) clamp(probability), BAR);
    }

    private Diagnosis likeliest() {
        return prediction.probabilities().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static double clamp(double probability) {
        return Math.min(1, Math.max(0, probability));
    }
}
