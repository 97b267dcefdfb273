package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.io.IOException;
import java.util.List;

/** The answer: in words, with a symbol of its own shape, with the number it rests on, and with what it is not. */
final class Answer {
    private static final float BAR = 4;
    private static final float TEXT = Page.LEFT + 66;
    private static final float NUMBER_WIDTH = 128;
    private static final int LINES = 3;

    private Answer() {}

    /** Draws from {@code top} and returns the bottom of the panel. */
    static float draw(Page page, ReportModel model, float top) throws IOException {
        Words words = model.words();
        Prediction prediction = model.prediction();
        AnswerWords told = new AnswerWords(words);
        int colour = Palette.of(prediction.outcome());
        float width = Page.RIGHT - NUMBER_WIDTH - 24 - TEXT;
        List<String> sentence = lines(page, Style.BODY, width, told.sentence(prediction));
        List<String> other = lines(
                page, Style.STRONG, width, told.otherMalignancy(prediction).orElse(""));
        float disclaimer = 46 + (sentence.size() + other.size()) * Style.BODY.leading() + 9;
        float height = disclaimer + 15;
        page.rectangle(Palette.PANEL, Page.LEFT, top, Page.RIGHT - Page.LEFT, height);
        page.rectangle(colour, Page.LEFT, top, BAR, height);
        symbol(page, prediction.outcome(), colour, Page.LEFT + 36, top + 33);
        page.text(TEXT, top + 29, Style.OUTCOME, colour, words.of("outcome", prediction.outcome()));
        float y = top + 46;
        for (String line : sentence) {
            page.text(TEXT, y, Style.BODY, line);
            y += Style.BODY.leading();
        }
        for (String line : other) {
            page.text(TEXT, y, Style.STRONG, Palette.AMBER, line);
            y += Style.BODY.leading();
        }
        page.text(TEXT, top + disclaimer, Style.STRONG, words.of("app.not-a-diagnosis"));
        number(page, words, prediction, top);
        return top + height;
    }

    private static List<String> lines(Page page, Style style, float width, String text) throws IOException {
        return Wrapping.wrap(text, width, LINES, part -> page.width(style, part));
    }

    private static void number(Page page, Words words, Prediction prediction, float top) throws IOException {
        int colour = Palette.of(prediction.outcome());
        float right = Page.RIGHT - 18;
        label(page, right, top + 20, words.of("report.probability"));
        if (prediction.outcome() == Outcome.NO_ANSWER) {
            page.textRight(right, top + 46, Style.NUMBER, colour, words.of("report.none"));
            label(page, right, top + 63, words.of("report.no-answer"));
            return;
        }
        page.textRight(right, top + 46, Style.NUMBER, colour, Percent.of(words, prediction.melanoma()));
        label(page, right, top + 63, words.of("report.from", Percent.of(words, prediction.threshold())));
    }

    private static void label(Page page, float right, float baseline, String text) throws IOException {
        page.textRight(right, baseline, Style.LABEL, Style.LABEL.colour(), text);
    }

    /** A tick in a ring, an exclamation mark on a disc, or a dash in a ring: told apart without any colour. */
    private static void symbol(Page page, Outcome outcome, int colour, float x, float y) throws IOException {
        switch (outcome) {
            case LOWER_CONCERN -> {
                page.ring(colour, 2.2f, x, y, 14);
                page.stroke(colour, 2.6f, x - 6, y + 0.5f, x - 1.8f, y + 5, x + 6.5f, y - 5);
            }
            case CLOSER_LOOK -> {
                page.disc(colour, x, y, 15);
                page.stroke(Palette.WHITE, 3, x, y - 7.5f, x, y + 2);
                page.disc(Palette.WHITE, x, y + 7.4f, 1.9f);
            }
            case NO_ANSWER -> {
                page.ring(colour, 2.2f, x, y, 14);
                page.stroke(colour, 2.6f, x - 6, y, x + 6, y);
            }
        }
    }
}
