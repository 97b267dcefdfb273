package io.github.melascope.report;

import java.util.List;

/**
 * A table as data, in the reader's language.
 *
 * @param id a short name for files: {@code "slices"}
 * @param title above it
 * @param head names of its columns
 * @param rows as many cells each
 * @param note a sentence under it; empty for none
 */
public record Sheet(String id, String title, List<String> head, List<List<String>> rows, String note) {
    public Sheet {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = head.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("a row of " + id + " has not " + columns + " cells");
        }
    }
}
