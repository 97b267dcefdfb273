package io.github.melascope.model;

import java.util.ArrayList;
import java.util.List;

/** Writes the few elements of Markdown that a model card needs. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(int level, String words) {
        paragraph("#".repeat(level) + " " + oneLine(words));
    }

    void paragraph(String words) {
        text.append(oneLine(words)).append("\n\n");
    }

    void list(List<String> items) {
        items.forEach(item -> text.append("- ").append(oneLine(item)).append('\n'));
        if (!items.isEmpty()) {
            text.append('\n');
        }
    }

    /** @param rows as many cells each as the head */
    void table(List<String> head, List<List<String>> rows) {
        rows.forEach(row -> {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(row + " does not stand under " + head);
            }
        });
        row(head);
        text.append("|---".repeat(head.size())).append("|\n");
        rows.forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        List<String> safe = new ArrayList<>();
        cells.forEach(cell -> safe.add(oneLine(cell).replace("|", "\\|")));
        text.append("| ").append(String.join(" | ", safe)).append(" |\n");
    }

    /** Text from a file must not grow headings or tables of its own. */
    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
