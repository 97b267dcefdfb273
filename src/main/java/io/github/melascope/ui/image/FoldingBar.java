package io.github.melascope.ui.image;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A bar of controls; where there is little room, those that are used less go behind one button. */
class FoldingBar extends Wrapping {
    /** Where the button stands among what stays: before what is wide and would push it down. */
    private static final int PLACE = 2;

    private final Button more = new Button();
    private final VBox behind = new VBox();
    private final Popover popover = new Popover(behind);
    private final Map<Node, Double> widths = new HashMap<>();
    private List<Node> all = List.of();
    private Set<Node> used = Set.of();
    private boolean folded;

    /** @param name id of the button */
    FoldingBar(Words words, String name) {
        more.setId(name);
        Icons.put(more, Feather.MORE_HORIZONTAL);
        more.getStyleClass().add(Styles.BUTTON_ICON);
        more.setAccessibleText(words.of("image.more"));
        more.setTooltip(new Tooltip(words.of("image.more")));
        more.setOnAction(event -> open());
        behind.getStyleClass().add("folded-controls");
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
    }

    /**
     * Sets what is in the bar.
     *
     * @param nodes all of it, in order
     * @param often used: these always stay
     */
    final void contents(List<Node> nodes, Set<Node> often) {
        all = nodes;
        used = often;
        getChildren().setAll(nodes);
    }

    private void open() {
        behind.setStyle("-fx-font-size: " + more.getFont().getSize() + "px;");
        popover.setArrowLocation(
                more.localToScene(0, 0).getY() > getScene().getHeight() / 2
                        ? Popover.ArrowLocation.BOTTOM_CENTER
                        : Popover.ArrowLocation.TOP_CENTER);
        popover.show(more);
        behind.getChildren().stream().filter(Node::isVisible).findFirst().ifPresent(Node::requestFocus);
    }

    /** How high the bar would be with all its controls in it; asked for in a layout, when sizes are known. */
    final double unfoldedHeight(double width) {
        double em = more.getFont().getSize();
        double room = width - snappedLeftInset() - snappedRightInset();
        double rowHeight = 0;
        double rows = 0;
        double left = 0;
        for (Node node : all) {
            if (!folded || used.contains(node)) {
                widths.put(
                        node,
                        node.prefWidth(-1) / em); // what is folded away is measured no more, but grows with the text
                rowHeight = Math.max(rowHeight, node.prefHeight(-1));
            }
            double wanted = node.isVisible() ? widths.getOrDefault(node, 0.0) * em : 0;
            if (wanted > left) {
                rows += Math.max(1, Math.ceil(wanted / Math.max(1, room)));
                left = room - wanted;
            } else {
                left -= wanted;
            }
            left -= wanted > 0 ? getHgap() : 0;
        }
        return rows * (rowHeight + getVgap()) + snappedTopInset() + snappedBottomInset();
    }

    /** Puts what is used less behind the button, or back. */
    final void fold(boolean wanted) {
        if (wanted == folded) {
            return;
        }
        folded = wanted;
        popover.hide();
        behind.getChildren().clear();
        if (wanted) {
            getChildren().setAll(all.stream().filter(used::contains).toList());
            getChildren().add(Math.min(PLACE, getChildren().size()), more);
            behind.getChildren()
                    .setAll(all.stream().filter(node -> !used.contains(node)).toList());
        } else {
            getChildren().setAll(all);
        }
        folded(wanted);
    }

    /** Hears that the bar has been folded or unfolded. */
    void folded(boolean now) {}

    final boolean isFolded() {
        return folded;
    }

    /** What is behind the button. */
    final VBox behind() {
        return behind;
    }
}
