package io.github.melascope.ui.image;

import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Contours;
import io.github.melascope.imaging.Overlay;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.FxPictures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** A heat map in pixels of the image it lies over: a small picture that the toolkit enlarges, and lines of steady width. */
final class HeatLayer extends Group {
    /** Shares of the strongest heat that lines are drawn at: a thin and a thick one. */
    static final double[] LEVELS = {0.5, 0.75};

    private static final double[] LINES = {1.6, 2.8};
    private static final double RIM = 1.2;
    private static final Color LIGHT = Color.WHITE;
    private static final Color DARK = Color.gray(0.06);
    /** The map has 7 or 14 cells a side; more pixels than this show nothing more. */
    private static final int LONGER_SIDE = 512;

    private final ImageView colour = new ImageView();
    private final List<Path> rims = new ArrayList<>();
    private final List<Path> lines = new ArrayList<>();
    private final Group contour = new Group();

    /** What is slow to make: the colours, and for each level the lines that the heat crosses it at. */
    record Drawing(int width, int height, Image colours, List<List<List<Point2D>>> contours) {}

    HeatLayer() {
        setMouseTransparent(true);
        colour.setSmooth(true);
        for (int i = 0; i < LEVELS.length; i++) {
            rims.add(path(DARK));
            lines.add(path(LIGHT));
            contour.getChildren().addAll(rims.get(i), lines.get(i));
        }
        contour.getStyleClass().add("heat-contour");
        colour.getStyleClass().add("heat-colour");
        getChildren().addAll(colour, contour);
    }

    /** The colours of a look; the usual ones where nobody knows its own. */
    static ColorMap colours(HeatLook look) {
        return ColorMap.ofCode(look.colours()).orElse(ColorMap.CIVIDIS);
    }

    private static Path path(Color stroke) {
        Path path = new Path();
        path.setStroke(stroke);
        path.setFill(null);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return path;
    }

    /** Draws a map that is not flat for an image of this size, on any thread. */
    static Drawing draw(HeatMap map, ColorMap colours, int width, int height) {
        double reduction = Math.min(1, (double) LONGER_SIDE / Math.max(width, height));
        Image picture = FxPictures.of(Overlay.heat(map, colours, (int) Math.max(1, Math.round(width * reduction)), (int)
                Math.max(1, Math.round(height * reduction))));
        List<List<List<Point2D>>> contours = Arrays.stream(LEVELS)
                .mapToObj(level -> Chains.of(Contours.of(map, level, width, height)))
                .toList();
        return new Drawing(width, height, picture, contours);
    }

    /** Shows a drawing, or nothing. */
    void show(Optional<Drawing> drawing) {
        colour.setImage(drawing.map(Drawing::colours).orElse(null));
        colour.setFitWidth(drawing.map(Drawing::width).orElse(0));
        colour.setFitHeight(drawing.map(Drawing::height).orElse(0));
        for (int i = 0; i < LEVELS.length; i++) {
            int level = i;
            List<PathElement> elements =
                    drawing.map(d -> Chains.elements(d.contours().get(level))).orElse(List.of());
            rims.get(i).getElements().setAll(elements);
            lines.get(i).getElements().setAll(elements);
        }
    }

    void look(HeatLook look) {
        contour.setVisible(look.contour());
        colour.setVisible(!look.contour());
        colour.setOpacity(look.opacity());
    }

    /** @param scale units of the toolkit per image pixel, so that lines keep their width on the screen */
    void scale(double scale) {
        for (int i = 0; i < LEVELS.length; i++) {
            lines.get(i).setStrokeWidth(LINES[i] / scale);
            rims.get(i).setStrokeWidth((LINES[i] + 2 * RIM) / scale);
        }
    }
}
