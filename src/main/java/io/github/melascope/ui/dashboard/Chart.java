package io.github.melascope.ui.dashboard;

import io.github.melascope.report.Plot;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A chart and the marks on it that can be opened, in the order in which arrow keys go through them.
 *
 * @param plot what is drawn
 * @param marks may be none
 */
record Chart(Plot plot, List<Mark> marks) {
    Chart {
        marks = List.copyOf(marks);
    }

    /**
     * A place that opens its images.
     *
     * @param x in units of the axis
     * @param y in units of the axis
     * @param text what it says, in the reader's language
     * @param selection its images
     * @param threshold that the place stands for
     */
    record Mark(double x, double y, String text, Selection selection, OptionalDouble threshold) {
        /** Whether another mark is the same place; its words may have grown an interval. */
        boolean isAt(Mark other) {
            return x == other.x && y == other.y && selection.equals(other.selection);
        }
    }
}
