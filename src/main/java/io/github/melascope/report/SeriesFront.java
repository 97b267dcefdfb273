package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The summary of many images: each with its answer and its page, then those that are not in the file, and why. */
public final class SeriesFront extends Front {
    private static final float FIRST_TOP = 116;
    private static final int THUMBNAIL = 120;

    private final List<Row> rows = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** An image without a page. */
    private record LeftOut(String name, String why) {}

    /** An image and what it was answered; the order of rows is the order of pages. */
    private record Row(RgbImage thumbnail, String name, Prediction prediction) {}

    /** @param name of the image, or what stands for it */
    public void add(RgbImage image, String name, Prediction prediction) {
        rows.add(new Row(Embedding.atMost(image, THUMBNAIL), name, prediction));
    }

    /** An image that could not be put in. */
    public void leaveOut(String name, String why) {
        leftOut.add(new LeftOut(name, why));
    }

    /** Images that have no page. */
    public int leftOut() {
        return leftOut.size();
    }

    /** Images that have one. */
    public int images() {
        return rows.size();
    }

    @Override
    String title(Words words) {
        return words.of("report.series.title");
    }

    @Override
    String content() {
        StringBuilder content = new StringBuilder();
        rows.forEach(row -> content.append(row.name()).append(row.prediction()).append('\n'));
        leftOut.forEach(one -> content.append(one).append('\n'));
        return content.toString();
    }

    @Override
    void footer(Page page, Words words) throws IOException {
        if (rows.isEmpty()) {
            Footer.plain(page, words);
        } else {
            Footer.draw(page, words, rows.get(0).prediction());
        }
    }

    @Override
    Flow flow(Page ruler, Words words, Table.Numbers numbers) throws IOException {
        Flow flow = new Flow(FIRST_TOP - 16, NEXT_TOP, Footer.TOP - 8);
        flow.add(small(Style.VALUE, Style.VALUE.colour(), words.of("report.series.count", rows.size())));
        flow.add(small(Style.STRONG, Style.STRONG.colour(), words.of("app.not-a-diagnosis")));
        images(flow, ruler, words, numbers);
        if (!leftOut.isEmpty()) {
            leftOut(flow, ruler, words, numbers);
        }
        return flow;
    }

    private void images(Flow flow, Page ruler, Words words, Table.Numbers numbers) throws IOException {
        Table table = new Table(
                ruler,
                List.of(
                        new Table.Column("", 52, false),
                        new Table.Column(words.of("report.column.file"), 127, false),
                        new Table.Column(words.of("report.column.outcome"), 88, false),
                        new Table.Column(words.of("report.column.melanoma"), 66, true),
                        new Table.Column(words.of("report.column.likeliest"), 122, false),
                        new Table.Column(words.of("report.column.page"), 56, true)));
        flow.add(table.headBlock());
        for (int i = 0; i < rows.size(); i++) {
            flow.add(table.row(cells(words, rows.get(i), i), numbers));
        }
        if (rows.stream().anyMatch(row -> row.prediction().otherMalignancy().isPresent())) {
            flow.add(small(Style.STRONG, Palette.AMBER, words.of("report.other")));
        }
    }

    private static List<Table.Cell> cells(Words words, Row row, int index) {
        Prediction prediction = row.prediction();
        boolean answered = prediction.outcome() != Outcome.NO_ANSWER;
        boolean other = prediction.otherMalignancy().isPresent();
        String none = words.of("report.none");
        String likeliest = prediction
                .likeliest()
                .filter(diagnosis -> answered)
                .map((Diagnosis diagnosis) -> words.of("dx", diagnosis) + (other ? " *" : ""))
                .orElse(none);
        return List.of(
                new Table.Cell.Picture(row.thumbnail()),
                Table.text(row.name()),
                Table.text(new Table.Paragraph(
                        Style.STRONG, Palette.of(prediction.outcome()), words.of("outcome", prediction.outcome()))),
                Table.text(answered ? Percent.of(words, prediction.melanoma()) : none),
                other ? Table.text(new Table.Paragraph(Style.STRONG, Palette.AMBER, likeliest)) : Table.text(likeliest),
                new Table.Cell.PageOf(index));
    }

    private void leftOut(Flow flow, Page ruler, Words words, Table.Numbers numbers) throws IOException {
        Table table = new Table(
                ruler,
                List.of(
                        new Table.Column(words.of("report.column.file"), 160, false),
                        new Table.Column(words.of("report.why"), 335, false)));
        flow.add(heading(words.of("report.left-out")));
        flow.add(table.headBlock());
        for (LeftOut one : leftOut) {
            flow.add(table.row(List.of(Table.text(one.name()), Table.text(one.why())), numbers));
        }
    }
}
