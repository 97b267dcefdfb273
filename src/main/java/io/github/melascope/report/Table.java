package io.github.melascope.report;

import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows under the heads of their columns, as blocks of a {@link Flow}. */
final class Table {
    private static final float PAD = 4;
    private static final float GAP = 8;
    /** Right of figures, so that they do not run into the next column. */
    private static final float RIGHT_GAP = 16;

    private static final int LINES = 4;

    private final Page ruler;
    private final List<Column> columns;
    private final Flow.Block head;

    /** @param ruler measures text */
    Table(Page ruler, List<Column> columns) throws IOException {
        this.ruler = ruler;
        this.columns = List.copyOf(columns);
        this.head = head();
    }

    /** @param width in points, the gap to the next one included */
    record Column(String name, float width, boolean right) {}

    /** What stands in one column of a row. */
    sealed interface Cell {
        /** Wrapped paragraphs, one under the other. */
        record Text(List<Paragraph> paragraphs) implements Cell {}

        /** As large as the column is wide. */
        record Picture(RgbImage image) implements Cell {}

        /** The number of a page, known only when all is laid out: index of the image's page, 0 for the first. */
        record PageOf(int image) implements Cell {}
    }

    record Paragraph(Style style, int colour, String text) {
        Paragraph(Style style, String text) {
            this(style, style.colour(), text);
        }
    }

    static Cell text(String text) {
        return new Cell.Text(List.of(new Paragraph(Style.BODY, text)));
    }

    static Cell text(Paragraph... paragraphs) {
        return new Cell.Text(List.of(paragraphs));
    }

    private Flow.Block head() throws IOException {
        List<Cell> names = new ArrayList<>();
        for (Column column : columns) {
            names.add(text(new Paragraph(Style.LABEL, column.name())));
        }
        return row(names, Optional.empty(), page -> 0);
    }

    Flow.Block headBlock() {
        return new Flow.Block(head.height(), 30, Optional.empty(), head.draw());
    }

    /** Tells the number of a page by the index of the image on it. */
    interface Numbers {
        int of(int image);
    }

    Flow.Block row(List<Cell> cells, Numbers numbers) throws IOException {
        return row(cells, Optional.of(head), numbers);
    }

    private Flow.Block row(List<Cell> cells, Optional<Flow.Block> heading, Numbers numbers) throws IOException {
        float height = 0;
        for (int i = 0; i < cells.size(); i++) {
            height = Math.max(height, height(columns.get(i), cells.get(i)));
        }
        float whole = height + 2 * PAD;
        return new Flow.Block(whole, 0, heading, (page, embedding, top) -> {
            draw(page, embedding, top + PAD, cells, numbers);
            page.rule(top + whole);
        });
    }

    private float height(Column column, Cell cell) throws IOException {
        if (cell instanceof Cell.Picture picture) {
            float side = column.width() - GAP;
            return side
                    * Math.min(
                            1,
                            (float) picture.image().height() / picture.image().width());
        }
        if (!(cell instanceof Cell.Text text)) {
            return Style.BODY.leading();
        }
        float height = 0;
        for (Paragraph one : text.paragraphs()) {
            height += lines(one, column).size() * one.style().leading();
        }
        return height;
    }

    private List<String> lines(Paragraph one, Column column) throws IOException {
        return Wrapping.wrap(one.text(), column.width() - GAP, LINES, part -> ruler.width(one.style(), part));
    }

    private void draw(Page page, Embedding embedding, float top, List<Cell> cells, Numbers numbers) throws IOException {
        float x = Page.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            if (cells.get(i) instanceof Cell.Picture picture) {
                picture(page, embedding, picture.image(), x, top, column.width() - GAP);
            } else if (cells.get(i) instanceof Cell.PageOf wanted) {
                String number = String.valueOf(numbers.of(wanted.image()));
                write(page, column, x, top, List.of(new Paragraph(Style.BODY, number)));
            } else if (cells.get(i) instanceof Cell.Text text) {
                write(page, column, x, top, text.paragraphs());
            }
            x += column.width();
        }
    }

    private static void picture(Page page, Embedding embedding, RgbImage image, float x, float top, float side)
            throws IOException {
        float scale = side / Math.max(image.width(), image.height());
        page.image(embedding.photo(image), x, top, image.width() * scale, image.height() * scale);
    }

    private void write(Page page, Column column, float x, float top, List<Paragraph> paragraphs) throws IOException {
        float y = top + 8;
        for (Paragraph one : paragraphs) {
            for (String line : lines(one, column)) {
                float at = column.right() ? x + column.width() - RIGHT_GAP - page.width(one.style(), line) : x;
                page.text(at, y, one.style(), one.colour(), line);
                y += one.style().leading();
            }
        }
    }
}
