package io.github.melascope.report;

import java.io.IOException;

/** The head of the page: what this is, which case and file, and when. */
final class Header {
    private static final float DATE_WIDTH = 70;

    private Header() {}

    /** Draws from the top of the page and returns where the next block may begin. */
    static float draw(Page page, ReportModel model) throws IOException {
        page.text(Page.LEFT, 50, Style.BRAND, "Melascope");
        page.text(Page.LEFT, 75, Style.TITLE, "Dermoscopic image report");
        float label = 100;
        float right = Page.RIGHT - DATE_WIDTH;
        if (model.caseName().isPresent()) {
            named(page, Page.LEFT, label, "Case");
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
        String date = model.date().toString();
        page.textRight(Page.RIGHT, label, Style.LABEL, Style.LABEL.colour(), "Date");
        page.textRight(Page.RIGHT, label + 13, Style.VALUE, Style.VALUE.colour(), date);
        return label + 38;
    }

    private static void file(Page page, ReportModel model, float x, float label, float width) throws IOException {
        named(page, x, label, "Image file");
        String name = Wrapping.middleEllipsised(model.fileName(), width, part -> page.width(Style.VALUE, part));
        page.text(x, label + 13, Style.VALUE, name);
    }

    private static void named(Page page, float x, float baseline, String name) throws IOException {
        page.text(x, baseline, Style.LABEL, name);
    }
}
