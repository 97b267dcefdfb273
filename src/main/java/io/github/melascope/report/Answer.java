package io.github.melascope.report;

import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.io.IOException;

/** The answer: in words, with a symbol of its own shape, with the number it rests on, and with what it is not. */
final class Answer {
    static final String DISCLAIMER = "Not a diagnosis. For research and teaching.";

    private static final float BAR = 4;
    private static final float TEXT = Page.LEFT + 66;
    private static final float NUMBER_WIDTH = 128;
    private static final int REASON_LINES = 3;

    private Answer() {}

    /** Draws from {@code top} and returns the bottom of the panel. */
    static float draw(Page page, ReportModel model, float top) throws IOException {
        Prediction prediction = model.prediction();
        int colour = Palette.of(prediction.outcome());
        float width = Page.RIGHT - NUMBER_WIDTH - 24 - TEXT;
        String sentence = sentence(prediction);
        int lines = Wrapping.wrap(sentence, width, REASON_LINES, part -> page.width(Style.BODY, part))
                .size();
        float disclaimer = 46 + Math.max(1, lines) * Style.BODY.leading() + 9;
        float height = disclaimer + 15;
        page.rectangle(Palette.PANEL, Page.LEFT, top, Page.RIGHT - Page.LEFT, height);
        page.rectangle(colour, Page.LEFT, top, BAR, height);
        symbol(page, prediction.outcome(), colour, Page.LEFT + 36, top + 33);
        page.text(TEXT, top + 29, Style.OUTCOME, colour, prediction.outcome().words());
        page.paragraph(TEXT, top + 46, width, REASON_LINES, Style.BODY, sentence);
        page.text(TEXT, top + disclaimer, Style.STRONG, DISCLAIMER);
        number(page, prediction, colour, top);
        return top + height;
    }

    private static void number(Page page, Prediction prediction, int colour, float top) throws IOException {
        float right = Page.RIGHT - 18;
        page.textRight(right, top + 20, Style.LABEL, Style.LABEL.colour(), "Probability of melanoma");
        if (prediction.outcome() == Outcome.NO_ANSWER) {
            page.textRight(right, top + 46, Style.NUMBER, colour, "–");
            page.textRight(right, top + 63, Style.LABEL, Style.LABEL.colour(), "no answer given");
            return;
        }
        page.textRight(right, top + 46, Style.NUMBER, colour, Percent.of(prediction.melanoma()));
        String threshold = "closer look from " + Percent.of(prediction.threshold());
        page.textRight(right, top + 63, Style.LABEL, Style.LABEL.colour(), threshold);
    }

    private static String sentence(Prediction prediction) {
        String reason = prediction.reason().strip();
        if (reason.isEmpty()) {
            return "";
        }
        String start = reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1);
        return start.endsWith(".") ? start : start + ".";
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
