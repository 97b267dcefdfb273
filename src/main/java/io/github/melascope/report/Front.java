package io.github.melascope.report;

import io.github.melascope.base.Words;
import java.io.IOException;
import java.time.LocalDate;

/** The first pages of a PDF of many images: what it is about, and a table of what follows. */
public abstract sealed class Front permits SeriesFront, LesionFront {
    static final float NEXT_TOP = 66;
    static final float GAP = 14;

    Front() {}

    abstract String title(Words words);

    /** Lays out all below the title. */
    abstract Flow flow(Page ruler, Words words, Table.Numbers numbers) throws IOException;

    abstract void footer(Page page, Words words) throws IOException;

    /** The content in words, for the file's id. */
    abstract String content();

    final void draw(Page page, Embedding embedding, Words words, LocalDate date, Flow flow, int index)
            throws IOException {
        if (index == 0) {
            Header.title(page, words, title(words), date);
        } else {
            page.text(Page.LEFT, 50, Style.BRAND, words.of("app.name"));
        }
        flow.draw(index, page, embedding);
        footer(page, words);
    }

    static Flow.Block heading(String text) {
        return new Flow.Block(
                GAP + 18,
                60,
                java.util.Optional.empty(),
                (page, embedding, top) -> page.text(Page.LEFT, top + GAP + 8, Style.HEADING, text));
    }

    /** A line of small print. */
    static Flow.Block small(Style style, int colour, String text) {
        return new Flow.Block(16, (page, embedding, top) -> page.text(Page.LEFT, top + 12, style, colour, text));
    }
}
