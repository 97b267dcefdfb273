package io.github.melascope.report;

import java.io.IOException;
import java.util.List;

/** Draws a table row by row, so that it may go on over pages. */
final class SheetDrawing {
    static final float ROW = 13.5f;
    private static final float GAP = 8;

    private final Page page;
    private final Style head;
    private final Style body;
    private final float[] columns;

    /** Columns get the width of their longest cell; where that is too much for the page the text is smaller. */
    SheetDrawing(Page page, Sheet sheet) throws IOException {
        this.page = page;
        boolean wide = sum(widths(sheet, Style.STRONG, Style.BODY)) > Page.RIGHT - Page.LEFT;
        head = wide ? Style.CELL_HEAD : Style.STRONG;
        body = wide ? Style.CELL : Style.BODY;
        float[] widths = widths(sheet, head, body);
        float scale = Math.min(1, (Page.RIGHT - Page.LEFT) / sum(widths));
        columns = new float[widths.length + 1];
        for (int c = 0; c < widths.length; c++) {
            columns[c + 1] = columns[c] + widths[c] * scale;
        }
    }

    private float[] widths(Sheet sheet, Style heading, Style cell) throws IOException {
        float[] widths = new float[sheet.head().size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = page.width(heading, sheet.head().get(c)) + GAP;
            for (List<String> row : sheet.rows()) {
                widths[c] = Math.max(widths[c], page.width(cell, row.get(c)) + GAP);
            }
        }
        return widths;
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
    }

    /** Height of title and head, in points. */
    static float headHeight() {
        return 34;
    }

    /** Draws title and head from {@code y} on; returns the baseline of the first row. */
    float begin(Sheet sheet, float y) throws IOException {
        page.paragraph(Page.LEFT, y + 10, Page.RIGHT - Page.LEFT, 1, Style.HEADING, sheet.title());
        row(sheet.head(), head, y + 26);
        page.rule(y + 30);
        return y + 42;
    }

    void row(List<String> cells, float baseline) throws IOException {
        row(cells, body, baseline);
    }

    private void row(List<String> cells, Style style, float baseline) throws IOException {
        for (int c = 0; c < cells.size(); c++) {
            float width = columns[c + 1] - columns[c] - 3;
            page.text(
                    Page.LEFT + columns[c],
                    baseline,
                    style,
                    Wrapping.ellipsised(DocumentFonts.clean(cells.get(c)), width, part -> page.width(style, part)));
        }
    }
}
