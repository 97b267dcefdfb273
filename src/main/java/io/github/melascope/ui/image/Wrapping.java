package io.github.melascope.ui.image;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Nodes in a row that breaks where the room ends: large text and long words make it higher, not wider. */
class Wrapping extends FlowPane {
    Wrapping(Node... nodes) {
        super(nodes);
        setPrefWrapLength(Double.MAX_VALUE);
    }

    /** Without this the widest node would count, and push the window's contents out of the window. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** All in one row, where the base class would take the length at which it is to wrap. */
    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset() - snapSpaceX(getHgap());
        for (Node node : getManagedChildren()) {
            double bounded = Math.max(node.minWidth(-1), Math.min(node.prefWidth(-1), node.maxWidth(-1)));
            width += snapSizeX(bounded) + snapSpaceX(getHgap());
        }
        return Math.max(0, width);
    }

    /** A few nodes that stay on one line as long as this has room for them, and then wrap themselves. */
    final Wrapping group(Node... nodes) {
        Wrapping group = new Wrapping();
        group.getStyleClass().add("image-bar-group");
        within(group);
        group.getChildren().addAll(nodes);
        return group;
    }

    /** Lets a group of this pane be as wide as its nodes, but never wider than this pane. */
    final void within(FlowPane group) {
        group.maxWidthProperty()
                .bind(widthProperty()
                        .map(width -> Math.max(0, width.doubleValue() - snappedLeftInset() - snappedRightInset())));
    }
}
