package io.github.melascope.ui.dashboard;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** Cards of one width in as many columns as there is room for; the rows of a column follow each other without gaps. */
final class CardGrid extends Pane {
    private static final double LEAST_EM = 25;
    private static final double GAP_EM = 0.8;

    private double em = Font.getDefault().getSize();

    CardGrid() {
        getStyleClass().add("card-grid");
        javafx.scene.control.Label measure = new javafx.scene.control.Label();
        measure.setManaged(false);
        measure.setVisible(false);
        getChildren().add(measure);
        measure.fontProperty().subscribe(font -> {
            em = font.getSize();
            requestLayout();
        });
        widthProperty().subscribe(width -> requestLayout());
    }

    void add(Node card) {
        getChildren().add(card);
    }

    private int columns(double width) {
        return (int) Math.max(1, Math.floor((width + GAP_EM * em) / ((LEAST_EM + GAP_EM) * em)));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return Math.floor((width - (columns - 1) * GAP_EM * em) / columns);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** Each card goes into the column that is shortest so far; returns the height of the longest. */
    private double place(double width, boolean now) {
        int columns = columns(width);
        double card = cardWidth(width);
        double gap = GAP_EM * em;
        double[] bottoms = new double[columns];
        for (Node child : getManagedChildren()) {
            int shortest = 0;
            for (int c = 1; c < columns; c++) {
                if (bottoms[c] < bottoms[shortest] - 1) {
                    shortest = c;
                }
            }
            double height = Math.ceil(((Region) child).prefHeight(card));
            if (now) {
                child.resizeRelocate(shortest * (card + gap), bottoms[shortest], card, height);
            }
            bottoms[shortest] += height + gap;
        }
        double longest = 0;
        for (double bottom : bottoms) {
            longest = Math.max(longest, bottom - gap);
        }
        return longest;
    }
}
