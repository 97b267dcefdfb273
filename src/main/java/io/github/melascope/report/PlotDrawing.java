package io.github.melascope.report;

import io.github.melascope.base.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Draws a chart on a page: title, axes, what is in it, a legend and its note. Vectors, so that print stays sharp. */
final class PlotDrawing {
    /** Height of a chart with everything, in points. */
    static final float HEIGHT = 285;

    private static final float AXIS = 26;
    private static final float PLOT_TOP = 34;
    private static final float PLOT_HEIGHT = 170;
    private static final float LINE = 1.3f;
    private static final float HAIR = 0.8f;
    /** Half the width of the ends of a bar's interval. */
    private static final float CAP = 2.5f;

    private final Page page;
    private final Plot plot;
    private final float left;
    private final float top;
    private final float width;

    private PlotDrawing(Page page, Plot plot, float x, float y, float width) {
        this.page = page;
        this.plot = plot;
        this.left = x + AXIS;
        this.top = y + PLOT_TOP;
        this.width = width - AXIS;
    }

    static void draw(Page page, Plot plot, float x, float y, float width) throws IOException {
        page.paragraph(x, y + 10, width, 1, Style.HEADING, plot.title());
        page.paragraph(x, y + 26, width, 1, Style.LABEL, plot.y().name());
        PlotDrawing drawing = new PlotDrawing(page, plot, x, y, width);
        drawing.axes();
        page.inside(drawing.left - 3, drawing.top - 3, drawing.width + 6, PLOT_HEIGHT + 6, drawing::content);
        float legend = drawing.legend(x, drawing.top + PLOT_HEIGHT + 33);
        page.paragraph(x, legend, width, 3, Style.LABEL, plot.note());
    }

    private void axes() throws IOException {
        for (double tick = plot.x().low();
                tick <= plot.x().high() + 1e-9;
                tick += plot.x().tick()) {
            page.stroke(Palette.TRACK, 0.5f, x(tick), top, x(tick), top + PLOT_HEIGHT);
            String number = percent(tick);
            page.text(x(tick) - page.width(Style.LABEL, number) / 2, top + PLOT_HEIGHT + 10, Style.LABEL, number);
        }
        for (double tick = plot.y().low();
                tick <= plot.y().high() + 1e-9;
                tick += plot.y().tick()) {
            page.stroke(Palette.TRACK, 0.5f, left, y(tick), left + width, y(tick));
            page.textRight(left - 4, y(tick) + 3, Style.LABEL, Palette.MUTED, percent(tick));
        }
        page.stroke(Palette.MUTED, 0.7f, left, top, left, top + PLOT_HEIGHT, left + width, top + PLOT_HEIGHT);
        page.textRight(
                left + width,
                top + PLOT_HEIGHT + 20,
                Style.LABEL,
                Palette.MUTED,
                plot.x().name());
    }

    private static String percent(double share) {
        return Words.perCent(String.format(Locale.ROOT, "%.0f", 100 * share));
    }

    private void content() throws IOException {
        for (Plot.Band band : plot.bands()) {
            band(band);
        }
        for (Plot.Bar bar : plot.bars()) {
            float base = y(plot.y().low());
            page.rectangle(
                    colour(bar.tone()),
                    x(bar.from()),
                    y(bar.height()),
                    x(bar.to()) - x(bar.from()),
                    base - y(bar.height()));
        }
        for (Plot.Bar bar : plot.bars()) {
            if (bar.hasInterval()) {
                interval(bar);
            }
        }
        for (Plot.Line line : plot.lines()) {
            line(line);
        }
        for (Plot.Dot dot : plot.dots()) {
            page.disc(Palette.WHITE, x(dot.x()), y(dot.y()), 4.2f);
            page.disc(Palette.AMBER, x(dot.x()), y(dot.y()), 3);
        }
    }

    private void interval(Plot.Bar bar) throws IOException {
        float middle = x(bar.middle());
        page.stroke(Palette.INK, HAIR, middle, y(bar.low()), middle, y(bar.high()));
        for (float end : new float[] {y(bar.low()), y(bar.high())}) {
            page.stroke(Palette.INK, HAIR, middle - CAP, end, middle + CAP, end);
        }
    }

    private void band(Plot.Band band) throws IOException {
        List<Plot.Span> spans = band.spans();
        int n = spans.size();
        if (n < 2) {
            return;
        }
        float[] corners = new float[4 * n];
        for (int i = 0; i < n; i++) {
            corners[2 * i] = x(spans.get(i).x());
            corners[2 * i + 1] = y(spans.get(i).high());
            corners[4 * n - 2 * i - 2] = x(spans.get(i).x());
            corners[4 * n - 2 * i - 1] = y(spans.get(i).low());
        }
        page.area(Palette.TINT, corners);
    }

    private void line(Plot.Line line) throws IOException {
        float[] points = new float[2 * line.spots().size()];
        for (int i = 0; i < line.spots().size(); i++) {
            points[2 * i] = x(line.spots().get(i).x());
            points[2 * i + 1] = y(line.spots().get(i).y());
        }
        if (points.length < 4) {
            return;
        }
        if (line.dashed()) {
            page.dashed(colour(line.tone()), LINE, points);
        } else {
            page.stroke(colour(line.tone()), LINE, points);
        }
    }

    /** Names of bars, lines and dots, as many in a row as fit; returns the next free baseline. */
    private float legend(float from, float baseline) throws IOException {
        float x = from;
        float y = baseline;
        for (Legend.Entry entry : Legend.of(plot)) {
            float needed = 16 + page.width(Style.LABEL, entry.name()) + 10;
            if (x > from && x + needed > left + width) {
                x = from;
                y += Style.LABEL.leading();
            }
            sign(entry, x, y - 3);
            page.text(x + 16, y, Style.LABEL, entry.name());
            x += needed;
        }
        return y + Style.LABEL.leading() + 3;
    }

    private void sign(Legend.Entry entry, float x, float middle) throws IOException {
        switch (entry.sign()) {
            case LINE -> page.stroke(colour(entry.tone()), LINE, x, middle, x + 12, middle);
            case DASHES -> page.dashed(colour(entry.tone()), LINE, x, middle, x + 12, middle);
            case BAR -> page.rectangle(colour(entry.tone()), x + 2, middle - 4, 8, 8);
            case BAND -> page.rectangle(Palette.TINT, x + 1, middle - 4, 10, 8);
            case DOT -> page.disc(Palette.AMBER, x + 6, middle, 3);
        }
    }

    private float x(double value) {
        return (float)
                (left + (value - plot.x().low()) / (plot.x().high() - plot.x().low()) * width);
    }

    private float y(double value) {
        return (float) (top
                + PLOT_HEIGHT
                - (value - plot.y().low()) / (plot.y().high() - plot.y().low()) * PLOT_HEIGHT);
    }

    private static int colour(Plot.Tone tone) {
        return switch (tone) {
            case MODEL -> Palette.TEAL;
            case OTHER -> Palette.SAND;
            case REFERENCE -> Palette.MUTED;
        };
    }
}
