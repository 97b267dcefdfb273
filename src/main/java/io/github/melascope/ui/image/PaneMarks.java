package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import java.util.OptionalDouble;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What is written over an image: its caption, the scale bar, the distance, and the ring that shows the focus. */
final class PaneMarks extends Region {
    private static final double MARGIN = 10;

    private final Ruler ruler;
    private final ScaleBar scaleBar;
    private final Label caption = new Label();
    private final Region focusRing = new Region();

    PaneMarks(Words words, Ruler ruler) {
        this.ruler = ruler;
        this.scaleBar = new ScaleBar(words);
        setManaged(false);
        setMouseTransparent(true);
        caption.getStyleClass().addAll("image-chip", "image-caption");
        caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
        caption.setWrapText(true);
        focusRing.getStyleClass().add("image-focus-ring");
        getChildren().addAll(ruler, scaleBar, caption, focusRing);
    }

    StringProperty captionProperty() {
        return caption.textProperty();
    }

    /** Whether the ring may be seen; it is only while the pane has the focus. */
    void showRing(boolean shown) {
        focusRing.setVisible(shown);
    }

    /** Draws all of it for this view of an image. */
    void show(Viewport viewport, OptionalDouble micrometresPerPixel) {
        ruler.setVisible(true);
        ruler.show(viewport, micrometresPerPixel);
        OptionalDouble perUnit = micrometresPerPixel.isPresent()
                ? OptionalDouble.of(micrometresPerPixel.getAsDouble() / viewport.scale())
                : OptionalDouble.empty();
        scaleBar.show(perUnit, viewport.viewWidth());
        requestLayout();
    }

    /** Without an image there is nothing to measure. */
    void clear() {
        ruler.setVisible(false);
        scaleBar.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        ruler.resizeRelocate(0, 0, getWidth(), getHeight());
        focusRing.resizeRelocate(0, 0, getWidth(), getHeight());
        double room = Math.max(0, getWidth() - 2 * MARGIN);
        double captionWidth = Math.min(room, caption.prefWidth(-1));
        caption.resizeRelocate(MARGIN, MARGIN, captionWidth, caption.prefHeight(captionWidth));
        ruler.freeBelow(caption.isVisible() ? caption.getHeight() + 1.5 * MARGIN : MARGIN);
        scaleBar.autosize();
        scaleBar.relocate(MARGIN, getHeight() - scaleBar.getHeight() - MARGIN);
    }
}
