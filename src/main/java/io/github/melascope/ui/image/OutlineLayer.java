package io.github.melascope.ui.image;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;

/** The outline of what looks like the lesion: dashed, so that nobody takes it for a line of heat. */
final class OutlineLayer extends Group {
    private static final double WIDTH = 1.8;
    private static final double RIM = 1.2;
    private static final double DASH = 7;
    private static final double GAP = 6;

    private final Path rim = path(Color.gray(0.06));
    private final Path line = path(Color.web("#7fe3ff"));

    OutlineLayer() {
        setMouseTransparent(true);
        getStyleClass().add("lesion-outline");
        getChildren().addAll(rim, line);
    }

    private static Path path(Color stroke) {
        Path path = new Path();
        path.setStroke(stroke);
        path.setFill(null);
        path.setStrokeLineCap(StrokeLineCap.BUTT);
        return path;
    }

    void show(List<List<Point2D>> lines) {
        List<PathElement> elements = Chains.elements(lines);
        rim.getElements().setAll(elements);
        line.getElements().setAll(elements);
    }

    /** @param scale units of the toolkit per image pixel, so that the line keeps its width on the screen */
    void scale(double scale) {
        rim.setStrokeWidth((WIDTH + 2 * RIM) / scale);
        line.setStrokeWidth(WIDTH / scale);
        rim.getStrokeDashArray().setAll(DASH / scale, GAP / scale);
        line.getStrokeDashArray().setAll(DASH / scale, GAP / scale);
    }
}
