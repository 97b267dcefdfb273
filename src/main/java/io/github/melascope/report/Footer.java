package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Prediction;
import java.io.IOException;

/** The foot of the page: which model with which weights, and what the program is. */
final class Footer {
    static final float TOP = 776;
    private static final float LAST = 43;
    private static final float VALUES = Page.LEFT + 84;

    private Footer() {}

    static void draw(Page page, Words words, Prediction prediction) throws IOException {
        page.text(Page.LEFT, TOP + 15, Style.LABEL, words.of("report.column.model"));
        float room = Page.RIGHT - VALUES;
        String id = Wrapping.middleEllipsised(prediction.modelId(), room, part -> page.width(Style.STRONG, part));
        page.text(VALUES, TOP + 15, Style.STRONG, id);
        page.text(Page.LEFT, TOP + 28, Style.LABEL, words.of("report.weights"));
        page.text(VALUES, TOP + 28, Style.HASH, prediction.weightsSha256());
        plain(page, words);
    }

    /** Of a page that speaks of several models. */
    static void plain(Page page, Words words) throws IOException {
        page.rule(TOP);
        page.text(Page.LEFT, TOP + LAST, Style.LABEL, words.of("report.made"));
    }

    /** Which page it is, once that is known. */
    static void number(Page page, Words words, int number, int pages) throws IOException {
        String text = words.of("report.page-of", number, pages);
        page.textRight(Page.RIGHT, TOP + LAST, Style.LABEL, Style.LABEL.colour(), text);
    }
}
