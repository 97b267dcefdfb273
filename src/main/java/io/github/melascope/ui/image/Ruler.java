package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** The distance tool: takes points of the image, draws the line between them and its length. */
final class Ruler extends Pane {
    private static final double END = 6;
    private static final double CROSS = 12;
    private static final double GAP = 10;

    private final Words words;
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring");
    private final ObjectProperty<Optional<Distance>> distance =
            new SimpleObjectProperty<>(this, "distance", Optional.empty());
    /** Where a line has begun that has no end yet. */
    private Optional<Point2D> open = Optional.empty();
    /** The cross that the arrow keys move, in pixels of the image. */
    private final ObjectProperty<Optional<Point2D>> cross = new SimpleObjectProperty<>(this, "cross", Optional.empty());

    private Optional<Viewport> seen = Optional.empty();
    private double top = GAP;

    private final Path rim = new Path();
    private final Path line = new Path();
    private final Label text = new Label();

    Ruler(Words words) {
        this.words = words;
        rim.getStyleClass().add("ruler-rim");
        line.getStyleClass().add("ruler-line");
        text.getStyleClass().addAll("image-chip", "ruler-text");
        text.setWrapText(true);
        setMouseTransparent(true);
        getChildren().addAll(rim, line, text);
        measuring.addListener((property, before, now) -> {
            open = Optional.empty();
            cross.set(Optional.empty());
            if (!now) {
                distance.set(Optional.empty());
            }
        });
    }

    BooleanProperty measuringProperty() {
        return measuring;
    }

    ObjectProperty<Optional<Distance>> distanceProperty() {
        return distance;
    }

    ObjectProperty<Optional<Point2D>> crossProperty() {
        return cross;
    }

    /** Whether a line has been begun and waits for its end. */
    boolean open() {
        return open.isPresent();
    }

    /** Begins a line at a point of the image, or ends the one that was begun. */
    void point(Point2D place) {
        if (open.isPresent()) {
            stretch(place);
            open = Optional.empty();
        } else {
            open = Optional.of(place);
            distance.set(Optional.of(new Distance(place, place)));
        }
    }

    /** Lets the line that was begun reach to this point of the image. */
    void stretch(Point2D place) {
        open.ifPresent(from -> distance.set(Optional.of(new Distance(from, place))));
    }

    /** Draws all of it anew. */
    void show(Viewport viewport, OptionalDouble micrometresPerPixel) {
        List<PathElement> elements = new ArrayList<>();
        distance.get().ifPresent(shown -> line(elements, viewport, shown));
        cross.get().ifPresent(place -> cross(elements, viewport.toScreen(place.getX(), place.getY())));
        rim.getElements().setAll(elements);
        line.getElements().setAll(elements);
        text.setVisible(measuring.get());
        text.setText(distance.get()
                .map(shown -> shown.text(words, micrometresPerPixel))
                .orElseGet(() -> words.of("image.distance.hint")));
        seen = Optional.of(viewport);
        requestLayout();
    }

    private static void line(List<PathElement> elements, Viewport viewport, Distance shown) {
        Point2D from = viewport.toScreen(shown.from().getX(), shown.from().getY());
        Point2D to = viewport.toScreen(shown.to().getX(), shown.to().getY());
        Point2D across = from.equals(to)
                ? new Point2D(0, END)
                : new Point2D(from.getY() - to.getY(), to.getX() - from.getX())
                        .normalize()
                        .multiply(END);
        stroke(elements, from, to);
        stroke(elements, from.subtract(across), from.add(across));
        stroke(elements, to.subtract(across), to.add(across));
    }

    private static void cross(List<PathElement> elements, Point2D at) {
        stroke(elements, at.subtract(CROSS, 0), at.add(CROSS, 0));
        stroke(elements, at.subtract(0, CROSS), at.add(0, CROSS));
    }

    private static void stroke(List<PathElement> elements, Point2D from, Point2D to) {
        elements.add(new MoveTo(from.getX(), from.getY()));
        elements.add(new LineTo(to.getX(), to.getY()));
    }

    /** Below the lower end of the line, or, with no line yet, where the view's top is free; never outside it. */
    private void placeText(Viewport viewport) {
        double room = viewport.viewWidth() - 2 * GAP;
        text.setMaxWidth(Math.max(0, room));
        double width = Math.min(room, text.prefWidth(-1));
        double height = text.prefHeight(width);
        Point2D at = distance.get()
                .map(shown -> lower(viewport, shown).add(-width / 2, 2 * GAP))
                .orElse(new Point2D((viewport.viewWidth() - width) / 2, top));
        text.resizeRelocate(
                within(at.getX(), viewport.viewWidth() - width - GAP),
                within(at.getY(), viewport.viewHeight() - height - GAP),
                width,
                height);
    }

    private static Point2D lower(Viewport viewport, Distance shown) {
        Point2D from = viewport.toScreen(shown.from().getX(), shown.from().getY());
        Point2D to = viewport.toScreen(shown.to().getX(), shown.to().getY());
        return from.getY() > to.getY() ? from : to;
    }

    private static double within(double wanted, double most) {
        return Math.max(GAP, Math.min(wanted, most));
    }

    /** @param y where the view is free, below what else is written at its top */
    void freeBelow(double y) {
        top = y;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        seen.ifPresent(this::placeText);
    }
}
