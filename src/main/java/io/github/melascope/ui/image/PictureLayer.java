package io.github.melascope.ui.image;

import io.github.melascope.settings.Settings.HeatLook;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;

/** The image and its heat map, in pixels of the image, and how those come onto the screen. */
final class PictureLayer extends Group {
    private final ImageView view = new ImageView();
    private final HeatLayer heat = new HeatLayer();
    private final OutlineLayer outline = new OutlineLayer();
    private final Affine affine = new Affine();
    private Optional<Picture> picture = Optional.empty();

    PictureLayer() {
        view.getStyleClass().add("image-picture");
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(affine);
        getChildren().addAll(view, outline, heat);
    }

    BooleanProperty heatVisibleProperty() {
        return heat.visibleProperty();
    }

    void show(Optional<Picture> shown) {
        picture = shown;
        setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            view.setImage(null);
        }
    }

    BooleanProperty outlineVisibleProperty() {
        return outline.visibleProperty();
    }

    void showOutline(List<List<Point2D>> lines) {
        outline.show(lines);
    }

    void showHeat(Optional<HeatLayer.Drawing> drawing) {
        heat.show(drawing);
    }

    void look(HeatLook look) {
        heat.look(look);
    }

    void place(Viewport viewport) {
        picture.ifPresent(shown -> {
            int level = shown.levelFor(viewport.zoom());
            Image image = shown.levels().get(level);
            view.setImage(image);
            // The last column of a level may stand for half a column too much: it must not be squeezed.
            view.setFitWidth(image.getWidth() * (1 << level));
            view.setFitHeight(image.getHeight() * (1 << level));
        });
        double x = aligned(viewport, viewport.toScreen(0, 0).getX());
        double y = aligned(viewport, viewport.toScreen(0, 0).getY());
        double cos = viewport.scale() * cosine(viewport.viewpoint().turns());
        double sin = viewport.scale() * cosine(viewport.viewpoint().turns() + 3);
        affine.setToTransform(cos, -sin, x, sin, cos, y);
        heat.scale(viewport.scale());
        outline.scale(viewport.scale());
    }

    /** On whole device pixels, for at 1:1 half a pixel would blur all of them. */
    private static double aligned(Viewport viewport, double place) {
        return Math.round(place * viewport.density()) / viewport.density();
    }

    /** The cosine of so many right angles. */
    private static int cosine(int turns) {
        return switch (turns % 4) {
            case 0 -> 1;
            case 2 -> -1;
            default -> 0;
        };
    }
}
