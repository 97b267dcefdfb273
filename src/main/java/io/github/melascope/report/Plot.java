package io.github.melascope.report;

import java.util.List;

/**
 * A chart as data: what is drawn and how it is named, in the reader's language. Window, PDF, PNG and CSV show the same one.
 *
 * @param id a short name for files: {@code "roc"}
 * @param title above it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param bands areas, behind all else
 * @param bars from the lower end of the axis upwards
 * @param lines in order of drawing
 * @param dots in front
 * @param note a sentence under it; empty for none
 */
public record Plot(
        String id,
        String title,
        Axis x,
        Axis y,
        List<Band> bands,
        List<Bar> bars,
        List<Line> lines,
        List<Dot> dots,
        String note) {
    public Plot {
        bands = List.copyOf(bands);
        bars = List.copyOf(bars);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
    }

    /** What a thing stands for, which decides its colour. */
    public enum Tone {
        /** The model; melanoma. */
        MODEL,
        /** What it is held against: all others, another policy. */
        OTHER,
        /** Chance, or perfection. */
        REFERENCE
    }

    /**
     * An axis of shares, numbered in per cent.
     *
     * @param name of what it measures
     * @param low lower end
     * @param high upper end, above it
     * @param tick distance of its numbers
     */
    public record Axis(String name, double low, double high, double tick) {}

    /** A place in units of the axes. */
    public record Spot(double x, double y) {}

    /** A line through spots; {@code dashed} tells it from others without colour. */
    public record Line(String name, Tone tone, boolean dashed, List<Spot> spots) {
        public Line {
            spots = List.copyOf(spots);
        }
    }

    /** A part of a band: between {@code low} and {@code high} at x. */
    public record Span(double x, double low, double high) {}

    /** An interval along a curve. */
    public record Band(String name, Tone tone, List<Span> spans) {
        public Band {
            spans = List.copyOf(spans);
        }
    }

    /**
     * One bar.
     *
     * @param count how many images it stands for
     * @param low lower end of the interval of its height; NaN for none
     * @param high upper end; NaN for none
     */
    public record Bar(
            String name, Tone tone, double from, double to, double height, int count, double low, double high) {
        /** One without an interval. */
        public Bar(String name, Tone tone, double from, double to, double height, int count) {
            this(name, tone, from, to, height, count, Double.NaN, Double.NaN);
        }

        public boolean hasInterval() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }

        /** Where its interval is drawn. */
        public double middle() {
            return (from + to) / 2;
        }
    }

    /** A marked place, such as where the model works now. */
    public record Dot(String name, Tone tone, double x, double y) {}

    /** The same with other dots. */
    public Plot withDots(List<Dot> now) {
        return new Plot(id, title, x, y, bands, bars, lines, now, note);
    }
}
