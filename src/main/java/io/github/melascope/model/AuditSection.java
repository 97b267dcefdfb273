package io.github.melascope.model;

import io.github.melascope.metrics.AuditResult;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Miss;
import io.github.melascope.metrics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The part of a model card that tells the audit: first what fails, then every table. */
final class AuditSection {
    private final Markdown text;
    private final AuditResult audit;

    AuditSection(Markdown text, AuditResult audit) {
        this.text = text;
        this.audit = audit;
    }

    void write() {
        text.heading(2, "Robustness");
        about("audit-model");
        failures();
        audit.tables().forEach(table -> table(text, table));
    }

    /** What has no aims, and no place in a card. */
    void write(String subcommand) {
        about(subcommand);
        audit.tables().forEach(table -> table(text, table));
    }

    private void about(String subcommand) {
        text.paragraph(
                "What `" + subcommand + "` found on " + audit.date() + " on **" + audit.part() + "**: " + audit.images()
                        + " images of " + audit.lesions() + " lesions, " + audit.melanomas()
                        + " of the images melanoma. Each figure stands with its 95 % interval: percentiles of "
                        + audit.bootstrap().draws() + " draws of lesions with replacement. Command: `" + audit.command()
                        + "`.");
    }

    /** A reader must not have to look for what is bad. */
    private void failures() {
        List<String> failures = new ArrayList<>();
        int aimed = 0;
        for (AuditTable table : audit.tables()) {
            aimed += table.aimed();
            for (Miss miss : table.missed()) {
                failures.add(table.title() + ", " + miss.row() + ": " + name(miss.column()) + " is "
                        + miss.figure().text() + "; wanted: " + limit(miss.aim()));
            }
        }
        text.heading(3, "What fails");
        text.paragraph(failures.size() + " of " + aimed + " aims are missed" + (failures.isEmpty() ? "." : ":"));
        text.list(failures);
    }

    private static String name(String column) {
        boolean abbreviated = column.length() > 1 && Character.isUpperCase(column.charAt(1));
        return abbreviated ? column : column.substring(0, 1).toLowerCase(Locale.ROOT) + column.substring(1);
    }

    private static String limit(AuditTable.Aim aim) {
        return (aim.atMost() ? "at most " : "at least ") + String.format(Locale.ROOT, "%.3f", aim.limit());
    }

    static void table(Markdown text, AuditTable table) {
        text.heading(3, table.title());
        text.paragraph(table.note());
        List<String> head = Stream.concat(
                        Stream.of(""), table.columns().stream().map(column -> head(table, column)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (AuditTable.Row row : table.rows()) {
            rows.add(Stream.concat(Stream.of(row.name()), row.figures().stream().map(AuditSection::cell))
                    .toList());
        }
        text.table(head, rows);
    }

    /** The column's name, with the aim that holds for all of its rows. */
    private static String head(AuditTable table, String column) {
        return table.aims().stream()
                .filter(aim -> aim.row().isEmpty() && aim.column().equals(column))
                .findFirst()
                .map(aim -> column + " (" + limit(aim) + ")")
                .orElse(column);
    }

    private static String cell(Figure figure) {
        return figure.defined() ? figure.text() : "–";
    }
}
