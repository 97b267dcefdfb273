package io.github.melascope.metrics;

import java.util.List;

/**
 * How often cases of each class were given each answer.
 *
 * @param counts row: the true class, column: the answer; square
 */
public record ConfusionMatrix(List<List<Long>> counts) {
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        int classes = counts.size();
        if (counts.stream().anyMatch(row -> row.size() != classes)) {
            throw new IllegalArgumentException("a confusion matrix is square");
        }
    }

    /**
     * @param labels index of the true class of each case
     * @param answers index of the answered class
     */
    public static ConfusionMatrix of(int classes, int[] labels, int[] answers) {
        Indices.sameLength(answers.length, labels.length);
        return new ConfusionMatrix(boxed(count(classes, labels, answers, Indices.ones(labels.length))));
    }

    /** The cells as an array, case i counted {@code weights[i]} times. */
    static long[][] count(int classes, int[] labels, int[] answers, int[] weights) {
        long[][] cells = new long[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            cells[labels[i]][answers[i]] += weights[i];
        }
        return cells;
    }

    private static List<List<Long>> boxed(long[][] cells) {
        return java.util.Arrays.stream(cells)
                .map(row -> java.util.Arrays.stream(row).boxed().toList())
                .toList();
    }

    public int classes() {
        return counts.size();
    }

    public long count(int truth, int answer) {
        return counts.get(truth).get(answer);
    }

    public long total() {
        return counts.stream().flatMap(List::stream).mapToLong(n -> n).sum();
    }

    /** One class against the rest. */
    public BinaryCounts against(int wanted) {
        long[][] cells = counts.stream()
                .map(row -> row.stream().mapToLong(n -> n).toArray())
                .toArray(long[][]::new);
        return against(wanted, cells);
    }

    static BinaryCounts against(int wanted, long[][] cells) {
        long total = 0;
        long row = 0;
        long column = 0;
        for (int i = 0; i < cells.length; i++) {
            row += cells[wanted][i];
            column += cells[i][wanted];
            for (long cell : cells[i]) {
                total += cell;
            }
        }
        long hits = cells[wanted][wanted];
        return new BinaryCounts(hits, column - hits, total - row - column + hits, row - hits);
    }
}
