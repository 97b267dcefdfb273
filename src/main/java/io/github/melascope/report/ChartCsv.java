package io.github.melascope.report;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The data of charts and tables as CSV, numbers with a point and all their digits. */
public final class ChartCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private ChartCsv() {}

    /** One row for each spot, span, bar and dot: {@code kind, name, x, x_to, y, low, high, count}. */
    public static String of(Plot plot) {
        StringBuilder text = new StringBuilder();
        row(text, "kind", "name", "x", "x_to", "y", "low", "high", "count");
        for (Plot.Line line : plot.lines()) {
            line.spots().forEach(spot -> row(text, "line", line.name(), spot.x(), "", spot.y(), "", "", ""));
        }
        for (Plot.Band band : plot.bands()) {
            band.spans().forEach(span -> row(text, "band", band.name(), span.x(), "", "", span.low(), span.high(), ""));
        }
        for (Plot.Bar bar : plot.bars()) {
            row(
                    text,
                    "bar",
                    bar.name(),
                    bar.from(),
                    bar.to(),
                    bar.height(),
                    bar.hasInterval() ? bar.low() : "",
                    bar.hasInterval() ? bar.high() : "",
                    bar.count());
        }
        for (Plot.Dot dot : plot.dots()) {
            row(text, "dot", dot.name(), dot.x(), "", dot.y(), "", "", "");
        }
        return text.toString();
    }

    /** The table as it stands. */
    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        row(text, sheet.head().toArray());
        for (List<String> cells : sheet.rows()) {
            row(text, cells.toArray());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Object... cells) {
        text.append(FORMAT.format(cells)).append('\n');
    }
}
