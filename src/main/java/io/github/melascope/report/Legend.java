package io.github.melascope.report;

import java.util.ArrayList;
import java.util.List;

/** What the signs of a chart stand for. */
public final class Legend {
    private Legend() {}

    /** How a thing is drawn. */
    public enum Sign {
        LINE,
        DASHES,
        BAR,
        BAND,
        DOT
    }

    /** A sign and its name. */
    public record Entry(Sign sign, Plot.Tone tone, String name) {}

    /** The named things of a chart, each name once. */
    public static List<Entry> of(Plot plot) {
        List<Entry> entries = new ArrayList<>();
        plot.lines()
                .forEach(line ->
                        add(entries, new Entry(line.dashed() ? Sign.DASHES : Sign.LINE, line.tone(), line.name())));
        plot.bands().forEach(band -> add(entries, new Entry(Sign.BAND, band.tone(), band.name())));
        plot.bars().forEach(bar -> add(entries, new Entry(Sign.BAR, bar.tone(), bar.name())));
        plot.dots().forEach(dot -> add(entries, new Entry(Sign.DOT, dot.tone(), dot.name())));
        return entries;
    }

    private static void add(List<Entry> entries, Entry entry) {
        if (!entry.name().isEmpty() && !entries.contains(entry)) {
            entries.add(entry);
        }
    }
}
