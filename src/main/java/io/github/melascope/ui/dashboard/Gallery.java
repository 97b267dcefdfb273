package io.github.melascope.ui.dashboard;

import io.github.melascope.metrics.Case;
import java.util.List;

/**
 * The images of a mark.
 *
 * @param selection what was opened
 * @param threshold they were chosen at
 * @param cases worst first
 */
record Gallery(Selection selection, double threshold, List<Case> cases) {
    Gallery {
        cases = List.copyOf(cases);
    }
}
