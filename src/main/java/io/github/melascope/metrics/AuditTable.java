package io.github.melascope.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One table of an audit: what was tried, the figures each try gave, and what they should reach.
 *
 * @param id stable name, {@code "robustness"}
 * @param title for people
 * @param note how it was measured, in sentences
 * @param columns names of the figures
 * @param rows in the order they are shown
 * @param aims what the figures should reach
 */
public record AuditTable(String id, String title, String note, List<String> columns, List<Row> rows, List<Aim> aims) {
    public AuditTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        aims = List.copyOf(aims);
        for (Row row : rows) {
            if (row.figures.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.name + " has " + row.figures.size() + " figures for " + columns.size() + " columns");
            }
        }
        for (Aim aim : aims) {
            if (!columns.contains(aim.column)) {
                throw new IllegalArgumentException("an aim is set for " + aim.column + ", which is no column");
            }
        }
    }

    /**
     * @param name what was tried
     * @param figures one a column; undefined where the column says nothing of this row
     */
    public record Row(String name, List<Figure> figures) {
        public Row {
            figures = List.copyOf(figures);
        }

        public Row(String name, Figure... figures) {
            this(name, List.of(figures));
        }
    }

    /**
     * What a figure should reach.
     *
     * @param row its name, or empty for every row
     * @param column its name
     * @param atMost whether the limit is an upper one
     * @param limit itself still good
     */
    public record Aim(String row, String column, boolean atMost, double limit) {
        /** Of every row. */
        public static Aim atMost(String column, double limit) {
            return new Aim("", column, true, limit);
        }

        /** Of every row. */
        public static Aim atLeast(String column, double limit) {
            return new Aim("", column, false, limit);
        }

        /** The same for one row alone. */
        public Aim of(String name) {
            return new Aim(name, column, atMost, limit);
        }

        private boolean concerns(Row which) {
            return row.isEmpty() || row.equals(which.name);
        }

        private boolean met(double value) {
            return atMost ? value <= limit : value >= limit;
        }
    }

    /** A figure that does not reach its aim. */
    public record Miss(String row, String column, Figure figure, Aim aim) {}

    /** The figures that do not reach their aim; an undefined figure is none. */
    public List<Miss> missed() {
        List<Miss> missed = new ArrayList<>();
        for (Row row : rows) {
            for (Aim aim : aims) {
                Figure figure = Objects.requireNonNull(row.figures.get(columns.indexOf(aim.column)));
                if (aim.concerns(row) && figure.defined() && !aim.met(figure.value())) {
                    missed.add(new Miss(row.name, aim.column, figure, aim));
                }
            }
        }
        return missed;
    }

    /** How many figures have an aim. */
    public int aimed() {
        int count = 0;
        for (Row row : rows) {
            for (Aim aim : aims) {
                boolean defined = row.figures.get(columns.indexOf(aim.column)).defined();
                count += aim.concerns(row) && defined ? 1 : 0;
            }
        }
        return count;
    }
}
