package io.github.melascope.ui.review;

import javafx.scene.layout.Region;

/**
 * A probability as a bar from 0 to 1, with a mark where the threshold lies. The probability is also written beside it:
 * the bar alone says nothing to whoever cannot see it.
 */
final class ProbabilityBar extends Region {
    private static final double HEIGHT = 10;
    private static final double MARK = 3;
    private static final double MARK_OVERHANG = 4;

    private final Region fill = new Region();
    private final Region mark = new Region();
    private double probability;
    private double threshold = Double.NaN;

    ProbabilityBar() {
        getStyleClass().add("probability-bar");
        fill.getStyleClass().add("fill");
        mark.getStyleClass().add("mark");
        getChildren().addAll(fill, mark);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** @param limit where the mark is; NaN for none */
    void show(double value, double limit) {
        probability = value;
        threshold = limit;
        mark.setVisible(!Double.isNaN(limit));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        fill.resizeRelocate(0, 0, width * probability, getHeight());
        if (!Double.isNaN(threshold)) {
            double x = Math.clamp(width * threshold - MARK / 2, 0, Math.max(0, width - MARK));
            mark.resizeRelocate(x, -MARK_OVERHANG, MARK, getHeight() + 2 * MARK_OVERHANG);
        }
    }
}
