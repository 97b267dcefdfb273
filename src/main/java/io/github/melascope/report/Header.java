package io.github.melascope.report;

import io.github.melascope.base.Words;
import java.io.IOException;
import java.time.LocalDate;

/** The head of the page: what this is, which case and file, and when. */
final class Header {
    private static final float DATE_WIDTH = 70;

    private Header() {}

    /** Draws from the top of the page and returns where the next block may begin. */
    static float draw(Page page, ReportModel model) throws IOException {
        Words words = model.words();
        float label = title(page, words, words.of("report.title"), model.date());
        float right = Page.RIGHT - DATE_WIDTH;
        if (model.caseName().isPresent()) {
            named(page, Page.LEFT, label, words.of("report.case"));
            page.paragraph(
                    Page.LEFT,
                    label + 13,
                    Page.COLUMN,
                    2,
                    Style.VALUE,
                    model.caseName().get());
            file(page, model, Page.SECOND, label, right - Page.SECOND - 12);
        } else {
            file(page, model, Page.LEFT, label, right - Page.LEFT - 12);
        }
        return label + 38;
    }

    /** The program, the title and at the right the date; returns the baseline of the labels below the title. */
    static float title(Page page, Words words, String title, LocalDate day) throws IOException {
        page.text(Page.LEFT, 50, Style.BRAND, words.of("app.name"));
        page.text(Page.LEFT, 75, Style.TITLE, title);
        float label = 100;
        page.textRight(Page.RIGHT, label, Style.LABEL, Style.LABEL.colour(), words.of("report.date"));
        page.textRight(Page.RIGHT, label + 13, Style.VALUE, Style.VALUE.colour(), words.day(day));
        return label;
    }

    private static void file(Page page, ReportModel model, float x, float label, float width) throws IOException {
        if (model.fileName().isEmpty()) {
            return;
        }
        named(page, x, label, model.words().of("report.file"));
        String name = Wrapping.middleEllipsised(model.fileName().get(), width, part -> page.width(Style.VALUE, part));
        page.text(x, label + 13, Style.VALUE, name);
    }

    private static void named(Page page, float x, float baseline, String name) throws IOException {
        page.text(x, baseline, Style.LABEL, name);
    }
}
