package io.github.melascope.ui.image;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** What mouse, touchpad and fingers do to an image: wheel and pinch zoom, drag pans, double click is 1:1 and back. */
final class PaneMouse {
    /** One notch of a wheel, in units of the scroll event, and what it zooms by. */
    private static final double NOTCH = 40;

    private static final double ZOOM_PER_NOTCH = 1.25;

    private final ImagePane pane;
    private final Ruler ruler;
    private Point2D last = Point2D.ZERO;
    private boolean begunNow;

    PaneMouse(ImagePane pane, Ruler ruler) {
        this.pane = pane;
        this.ruler = ruler;
    }

    void listen() {
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::release);
        pane.setOnMouseMoved(event -> place(event).ifPresent(ruler::stretch));
        pane.setOnMouseClicked(this::click);
        pane.setOnScroll(this::scroll);
        pane.setOnZoom(this::pinch);
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        last = new Point2D(event.getX(), event.getY());
        if (measures(event)) {
            ruler.crossProperty().set(Optional.empty());
            begunNow = !ruler.open();
            if (begunNow) {
                place(event).ifPresent(ruler::point);
            }
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (measures(event)) {
            place(event).ifPresent(ruler::stretch);
        } else {
            pane.setCursor(Cursor.CLOSED_HAND);
            pane.viewport()
                    .map(viewport -> viewport.pannedBy(event.getX() - last.getX(), event.getY() - last.getY()))
                    .ifPresent(pane.viewpointProperty()::set);
        }
        last = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    /** A line ends where a drag does, or by a second click. */
    private void release(MouseEvent event) {
        pane.setCursor(ruler.measuringProperty().get() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        if (measures(event) && ruler.open() && !(begunNow && event.isStillSincePress())) {
            place(event).ifPresent(ruler::point);
        }
        event.consume();
    }

    private boolean measures(MouseEvent event) {
        return ruler.measuringProperty().get() && event.getButton() == MouseButton.PRIMARY;
    }

    private void click(MouseEvent event) {
        boolean twice = event.getClickCount() % 2 == 0 && event.getButton() == MouseButton.PRIMARY;
        if (twice && event.isStillSincePress() && !ruler.measuringProperty().get()) {
            pane.viewport()
                    .ifPresent(viewport -> pane.viewpointProperty()
                            .set(
                                    viewport.viewpoint().fits()
                                            ? viewport.oneToOneAt(event.getX(), event.getY())
                                            : viewport.viewpoint().fitted()));
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        pane.viewport().ifPresent(viewport -> {
            // Shift turns a wheel sideways; what then comes is a wish to pan.
            pane.viewpointProperty()
                    .set(
                            event.getDeltaY() == 0
                                    ? viewport.pannedBy(event.getDeltaX(), 0)
                                    : viewport.zoomedAt(
                                            Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / NOTCH),
                                            event.getX(),
                                            event.getY()));
            event.consume();
        });
    }

    private void pinch(ZoomEvent event) {
        pane.viewport()
                .map(viewport -> viewport.zoomedAt(event.getZoomFactor(), event.getX(), event.getY()))
                .ifPresent(pane.viewpointProperty()::set);
        event.consume();
    }

    /** The place of the image under the pointer, or the nearest there is. */
    private Optional<Point2D> place(MouseEvent event) {
        return pane.viewport().map(viewport -> viewport.nearest(event.getX(), event.getY()));
    }
}
