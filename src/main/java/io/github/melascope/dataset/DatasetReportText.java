package io.github.melascope.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report in words for the command line: counts first, a few examples of each fault, then the tables. */
public final class DatasetReportText {
    private static final int EXAMPLES = 5;

    private final StringBuilder out = new StringBuilder();

    private DatasetReportText() {}

    /** Lines of at most 120 characters or so, each ended by a line feed. */
    public static String of(DatasetReport report) {
        DatasetReportText text = new DatasetReportText();
        text.line(
                "%s: %d images of %d lesions (%s)", report.name(), report.images(), report.lesions(), report.layout());
        text.faults(report);
        text.tables(report.tables());
        text.split(report.split());
        return text.out.toString();
    }

    private void faults(DatasetReport report) {
        list("Missing images", report.missing(), image -> image);
        list("Unreadable images", report.unreadable(), bad -> bad.file() + ": " + bad.reason());
        list(
                "Groups of images with identical pixels",
                report.identical(),
                group -> String.join(", ", group.images())
                        + (group.lesions().size() > 1 ? " (lesions " + String.join(", ", group.lesions()) + ")" : ""));
        list("Look-alikes of different lesions", report.lookAlikes(), DatasetReportText::lookAlike);
        list("Conflicting labels", report.conflicts(), c -> c.about() + ": " + c.detail());
        list("Groups of lesions that stay together", report.merges(), group -> String.join(", ", group));
        Map<Finding.Kind, List<Finding>> others = report.others().stream()
                .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
        others.forEach(
                (kind, findings) -> list(kind.title().toString(), findings, f -> f.subject() + ": " + f.detail()));
    }

    private static String lookAlike(DatasetReport.LookAlike pair) {
        return String.format(
                Locale.ROOT,
                "%s (%s) and %s (%s), %.3f alike%s",
                pair.image(),
                pair.lesion(),
                pair.otherImage(),
                pair.otherLesion(),
                pair.similarity(),
                pair.turned() ? ", turned or mirrored" : "");
    }

    private void tables(DatasetTables tables) {
        table("Class", tables.classes());
        table("Sex", tables.sex());
        table("Age", tables.age());
        table("Site", tables.site());
        table("Diagnosis by", tables.dxType());
    }

    private void table(String title, List<DatasetTables.Row> rows) {
        line("");
        line("%-24s %8s %8s", title, "images", "lesions");
        rows.forEach(row -> line("%-24s %8d %8d", row.value(), row.images(), row.lesions()));
    }

    private void split(SplitPreview preview) {
        line("");
        line("A split by lesion (seed %d) would be, in images / lesions:", preview.seed());
        List<SplitPreview.PartRow> parts = preview.parts();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-12s", ""));
        parts.forEach(part -> head.append(String.format(Locale.ROOT, "%18s", part.part())));
        line("%s", head);
        parts.stream()
                .flatMap(part -> part.classes().stream())
                .map(DatasetTables.Row::value)
                .distinct()
                .sorted()
                .forEach(name -> splitLine(
                        name,
                        parts,
                        part -> part.classes().stream()
                                .filter(row -> row.value().equals(name))
                                .findFirst()
                                .orElse(new DatasetTables.Row(name, 0, 0))));
        splitLine("all", parts, part -> new DatasetTables.Row("all", part.images(), part.lesions()));
    }

    private void splitLine(
            String name, List<SplitPreview.PartRow> parts, Function<SplitPreview.PartRow, DatasetTables.Row> cell) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
        for (SplitPreview.PartRow part : parts) {
            DatasetTables.Row row = cell.apply(part);
            text.append(String.format(Locale.ROOT, "%9d / %6d", row.images(), row.lesions()));
        }
        line("%s", text);
    }

    private <T> void list(String title, Collection<T> items, Function<T, String> words) {
        line("%s: %s", title, items.isEmpty() ? "none" : items.size());
        items.stream().limit(EXAMPLES).forEach(item -> line("  %s", words.apply(item)));
        if (items.size() > EXAMPLES) {
            line("  and %d more", items.size() - EXAMPLES);
        }
    }

    @com.google.errorprone.annotations.FormatMethod
    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
