package io.github.melascope.ui.image;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;

/** What keys do to an image: + − 0 1 R zoom and turn, arrows pan, or move the cross of the distance tool. */
final class PaneKeys {
    /** What a key zooms by. */
    static final double ZOOM = 1.25;

    private static final double STEP = 40;
    private static final double CROSS_STEP = 10;

    private final ImagePane pane;
    private final Ruler ruler;

    PaneKeys(ImagePane pane, Ruler ruler) {
        this.pane = pane;
        this.ruler = ruler;
    }

    void listen() {
        pane.setOnKeyPressed(event -> {
            if (plain(event) && (view(event) || move(event) || mark(event))) {
                event.consume();
            }
        });
    }

    private static boolean plain(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    }

    /** Keys that mean the same wherever the focus is; whether this was one. */
    boolean view(KeyEvent event) {
        return plain(event)
                && switch (event.getCode()) {
                    case PLUS, ADD, EQUALS -> set(viewport -> zoomed(viewport, ZOOM));
                    case MINUS, SUBTRACT -> set(viewport -> zoomed(viewport, 1 / ZOOM));
                    case DIGIT0, NUMPAD0 -> set(viewport -> viewport.viewpoint().fitted());
                    case DIGIT1, NUMPAD1 ->
                        set(viewport -> viewport.oneToOneAt(viewport.viewWidth() / 2, viewport.viewHeight() / 2));
                    case R -> set(viewport -> viewport.turnedBy(event.isShiftDown() ? -1 : 1));
                    case ESCAPE -> endMeasuring();
                    default -> false;
                };
    }

    private boolean endMeasuring() {
        boolean was = ruler.measuringProperty().get();
        ruler.measuringProperty().set(false);
        return was;
    }

    static Viewpoint zoomed(Viewport viewport, double factor) {
        return viewport.zoomedAt(factor, viewport.viewWidth() / 2, viewport.viewHeight() / 2);
    }

    private boolean move(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> move(-1, 0, event.isShiftDown());
            case RIGHT, KP_RIGHT -> move(1, 0, event.isShiftDown());
            case UP, KP_UP -> move(0, -1, event.isShiftDown());
            case DOWN, KP_DOWN -> move(0, 1, event.isShiftDown());
            default -> false;
        };
    }

    /** With Shift by a single unit of the screen. */
    private boolean move(int right, int down, boolean finely) {
        if (!ruler.measuringProperty().get()) {
            double step = finely ? 1 : STEP;
            return set(viewport -> viewport.pannedBy(-right * step, -down * step));
        }
        double step = finely ? 1 : CROSS_STEP;
        pane.viewport().ifPresent(viewport -> {
            Point2D place = ruler.crossProperty().get().orElse(middle(viewport));
            Point2D at = viewport.toScreen(place.getX(), place.getY()).add(right * step, down * step);
            Point2D there = viewport.nearest(
                    Math.clamp(at.getX(), 0, viewport.viewWidth()), Math.clamp(at.getY(), 0, viewport.viewHeight()));
            ruler.crossProperty().set(Optional.of(there));
            ruler.stretch(there);
        });
        return true;
    }

    private boolean mark(KeyEvent event) {
        if (!ruler.measuringProperty().get()) {
            return false;
        }
        return switch (event.getCode()) {
            case ENTER, SPACE -> {
                pane.viewport().ifPresent(viewport -> {
                    Point2D place = ruler.crossProperty().get().orElse(middle(viewport));
                    ruler.crossProperty().set(Optional.of(place));
                    ruler.point(place);
                });
                yield true;
            }
            default -> false;
        };
    }

    private static Point2D middle(Viewport viewport) {
        return viewport.nearest(viewport.viewWidth() / 2, viewport.viewHeight() / 2);
    }

    private boolean set(Function<Viewport, Viewpoint> change) {
        pane.viewport().map(change).ifPresent(pane.viewpointProperty()::set);
        return true;
    }
}
