package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Contours;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.Latest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import javafx.stage.Window;

/**
 * Shows an image, and a heat map over it: zoomed, panned and turned by mouse or keys, with a scale bar and a distance tool.
 * Pixels are prepared in the background; while that lasts nothing is shown, never the image before.
 */
public final class ImagePane extends Region {
    private final Words words;
    private final Latest pictures;
    private final Latest drawings;
    private final Latest outlines;
    private final ObjectProperty<Optional<Picture>> picture = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Viewport>> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Optional.empty());
    private final ObjectProperty<Viewpoint> viewpoint = new SimpleObjectProperty<>(this, "viewpoint", Viewpoint.FIT);
    private final ObjectProperty<Optional<HeatMap>> heatMap =
            new SimpleObjectProperty<>(this, "heatMap", Optional.empty());
    private final ObjectProperty<HeatLook> heatLook = new SimpleObjectProperty<>(this, "heatLook", HeatLook.USUAL);
    private final ObjectProperty<Optional<LesionMask>> outline =
            new SimpleObjectProperty<>(this, "outline", Optional.empty());
    private final BooleanProperty heatShown = new SimpleBooleanProperty(this, "heatShown", true);
    private final ObjectProperty<OptionalDouble> micrometresPerPixel =
            new SimpleObjectProperty<>(this, "micrometresPerPixel", OptionalDouble.empty());
    private final ObservableValue<Number> density;

    private final PictureLayer layer = new PictureLayer();
    private final Ruler ruler;
    private final PaneKeys keys;
    private final PaneMarks marks;

    /**
     * @param words of the window's language
     * @param background prepares pixels
     * @param window the window's thread
     */
    public ImagePane(Words words, Executor background, Executor window) {
        this.words = words;
        this.pictures = new Latest(background, window);
        this.drawings = new Latest(background, window);
        this.outlines = new Latest(background, window);
        this.ruler = new Ruler(words);
        this.keys = new PaneKeys(this, ruler);
        this.marks = new PaneMarks(words, ruler);
        this.density = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .orElse(1.0);
        build();
        listen();
        keys.listen();
        new PaneMouse(this, ruler).listen();
    }

    private void build() {
        getStyleClass().add("image-pane");
        getChildren().addAll(layer, marks);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.of("image.none"));
        setAccessibleHelp(words.of("image.keys"));
        layer.heatVisibleProperty().bind(heatShown);
        layer.look(heatLook.get());
        layer.outlineVisibleProperty().set(false);
    }

    private void listen() {
        picture.addListener((property, before, now) -> {
            layer.show(now);
            ruler.measuringProperty().set(false);
            drawHeat();
            drawOutline();
            look();
            redraw(); // an image of the same size at the same place has the viewport of the one before
        });
        heatMap.addListener((property, before, now) -> drawHeat());
        outline.addListener((property, before, now) -> drawOutline());
        heatLook.addListener((property, before, now) -> {
            layer.look(now);
            if (!before.colours().equals(now.colours())) {
                drawHeat();
            }
        });
        viewpoint.subscribe(this::look);
        widthProperty().subscribe(this::look);
        heightProperty().subscribe(this::look);
        density.subscribe(this::look);
        viewport.subscribe(this::redraw);
        micrometresPerPixel.subscribe(this::redraw);
        ruler.distanceProperty().subscribe(this::redraw);
        ruler.crossProperty().subscribe(this::redraw);
        ruler.measuringProperty().subscribe(now -> {
            setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT);
            redraw();
        });
    }

    /** Shows an image, the whole of it, and no heat map until there is one for it. */
    public void show(RgbImage image) {
        clear();
        viewpoint.set(Viewpoint.FIT);
        pictures.submit(() -> Picture.of(image), made -> picture.set(Optional.of(made)), ImagePane::defect);
    }

    /** Shows nothing. */
    public void clear() {
        pictures.forget();
        heatMap.set(Optional.empty());
        outline.set(Optional.empty());
        picture.set(Optional.empty());
    }

    /** The heat goes at once where there is none, or another; the new one comes when it is drawn. */
    private void drawHeat() {
        drawings.forget();
        layer.showHeat(Optional.empty());
        Optional<HeatMap> map = heatMap.get().filter(any -> !any.flat());
        if (map.isPresent() && picture.get().isPresent()) {
            HeatMap wanted = map.get();
            ColorMap colours = HeatLayer.colours(heatLook.get());
            Picture under = picture.get().get();
            drawings.submit(
                    () -> HeatLayer.draw(wanted, colours, under.width(), under.height()),
                    drawing -> layer.showHeat(Optional.of(drawing)),
                    ImagePane::defect);
        }
    }

    private void drawOutline() {
        outlines.forget();
        layer.showOutline(List.of());
        if (outline.get().isPresent() && picture.get().isPresent()) {
            LesionMask mask = outline.get().get();
            Picture under = picture.get().get();
            outlines.submit(
                    () -> Chains.of(Contours.of(mask, under.width(), under.height())),
                    layer::showOutline,
                    ImagePane::defect);
        }
    }

    private static void defect(Exception e) {
        throw new IllegalStateException("pixels could not be prepared", e);
    }

    private void look() {
        boolean seen = getWidth() > 0 && getHeight() > 0;
        viewport.set(picture.get()
                .filter(any -> seen)
                .map(shown -> new Viewport(
                        shown.width(),
                        shown.height(),
                        getWidth(),
                        getHeight(),
                        density.getValue().doubleValue(),
                        viewpoint.get())));
    }

    /** Puts all that is drawn where it belongs now. */
    private void redraw() {
        viewport.get().ifPresentOrElse(this::drawAt, () -> {
            marks.clear();
            setAccessibleText(words.of("image.none"));
        });
    }

    private void drawAt(Viewport now) {
        layer.place(now);
        marks.show(now, micrometresPerPixel.get());
        setAccessibleText(
                words.of("image.described", now.imageWidth(), now.imageHeight(), words.number(100 * now.zoom(), 0)));
    }

    @Override
    protected void layoutChildren() {
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 80;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 360;
    }

    /**
     * What is seen now, without the ring that shows the focus; the window's thread only.
     *
     * @param scale pixels per unit of the toolkit, above 0
     */
    public WritableImage snapshot(double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        marks.showRing(false);
        try {
            return snapshot(parameters, null);
        } finally {
            marks.showRing(true);
        }
    }

    /** Keys that zoom and turn whatever has the focus, and the one that ends measuring; whether this was one. */
    boolean handles(KeyEvent event) {
        return keys.view(event);
    }

    /** The prepared image, which another pane may show too. */
    ObjectProperty<Optional<Picture>> pictureProperty() {
        return picture;
    }

    /** What is seen; panes whose viewpoints are bound to each other are linked. */
    public ObjectProperty<Viewpoint> viewpointProperty() {
        return viewpoint;
    }

    /** The viewpoint in numbers of this image and this pane; empty while nothing is shown. */
    public Optional<Viewport> viewport() {
        return viewport.get();
    }

    public ReadOnlyObjectProperty<Optional<Viewport>> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** The heat map of the image that is shown; a flat one is not drawn. */
    public ObjectProperty<Optional<HeatMap>> heatMapProperty() {
        return heatMap;
    }

    public ObjectProperty<HeatLook> heatLookProperty() {
        return heatLook;
    }

    /** Which part of the image looks like the lesion. */
    public ObjectProperty<Optional<LesionMask>> outlineProperty() {
        return outline;
    }

    /** Whether the lesion's outline is drawn; it is not unless asked for. */
    public BooleanProperty outlineShownProperty() {
        return layer.outlineVisibleProperty();
    }

    /** False while the user hides the heat map to look at the image. */
    public BooleanProperty heatShownProperty() {
        return heatShown;
    }

    /** What a pixel of the image shows; with it come a scale bar, and distances in millimetres. */
    public ObjectProperty<OptionalDouble> micrometresPerPixelProperty() {
        return micrometresPerPixel;
    }

    /** Text over the image's upper left corner; empty for none. */
    public StringProperty captionProperty() {
        return marks.captionProperty();
    }

    /** Whether mouse and arrow keys mark a distance instead of panning. */
    public BooleanProperty measuringProperty() {
        return ruler.measuringProperty();
    }

    /** The distance that was marked last; none once measuring ends. */
    public ObjectProperty<Optional<Distance>> distanceProperty() {
        return ruler.distanceProperty();
    }
}
