package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.settings.Settings.HeatLook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;

/**
 * An image with its heat map and all controls of both. It computes no maps: its owner listens to the choice and sets the map.
 * A map of another class or method than the chosen one is not drawn.
 */
public final class ImageViewer extends BorderPane {
    /** Share of the height that the bars over and under the image may take before they fold. */
    private static final double BARS = 0.36;

    private final Words words;
    private final ImagePane plain;
    private final ImagePane pane;
    private final ViewBar viewBar;
    private final HeatBar heatBar;
    private final ObjectProperty<Optional<HeatMap>> heatMap =
            new SimpleObjectProperty<>(this, "heatMap", Optional.empty());
    private final BooleanProperty hideKeyHeld = new SimpleBooleanProperty();
    private Runnable scaleWanted = () -> {};

    /**
     * @param words of the window's language
     * @param background prepares pixels
     * @param window the window's thread
     */
    public ImageViewer(Words words, Executor background, Executor window) {
        this.words = words;
        this.pane = new ImagePane(words, background, window);
        this.plain = new ImagePane(words, background, window);
        this.viewBar = new ViewBar(words, pane, () -> scaleWanted.run());
        this.heatBar = new HeatBar(words);
        getStyleClass().add("image-viewer");
        pane.setId("image-pane");
        plain.setId("image-plain");
        HBox panes = new HBox(plain, pane);
        panes.getStyleClass().add("image-panes");
        panes.setFillHeight(true);
        for (ImagePane each : List.of(plain, pane)) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.prefWidthProperty().bind(panes.widthProperty().divide(2)); // neither grows at the other's expense
        }
        setTop(viewBar);
        setCenter(panes);
        setBottom(heatBar);
        setTargets(List.of());
        link();
        listen();
    }

    /**
     * A key of the viewer as a sheet of shortcuts lists it.
     *
     * @param word key of what it does
     * @param keys as the user reads them
     */
    public record Key(String word, String keys) {}

    /** The keys that work while an image or a control of it has the focus. */
    public static List<Key> keys(Words words) {
        return List.of(
                new Key("shortcuts.zoom", "+  −"),
                new Key("image.fit", "0"),
                new Key("image.one-to-one", "1"),
                new Key("image.turn-right", "R"),
                new Key("image.turn-left", words.of("image.shift", "R")),
                new Key("shortcuts.pan", "← ↑ → ↓"),
                new Key("image.side-by-side", "S"),
                new Key("shortcuts.hide", "H"),
                new Key("shortcuts.outline", "L"),
                new Key("shortcuts.measure", "D"),
                new Key("shortcuts.mark", words.of("key.enter") + ", " + words.of("key.space")),
                new Key("shortcuts.end", words.of("key.escape")));
    }

    private void link() {
        plain.pictureProperty().bind(pane.pictureProperty());
        plain.viewpointProperty().bindBidirectional(pane.viewpointProperty());
        plain.measuringProperty().bindBidirectional(pane.measuringProperty());
        plain.distanceProperty().bindBidirectional(pane.distanceProperty());
        plain.micrometresPerPixelProperty().bind(pane.micrometresPerPixelProperty());
        plain.outlineProperty().bind(pane.outlineProperty());
        plain.outlineShownProperty().bindBidirectional(pane.outlineShownProperty());
        plain.captionProperty().set(words.of("image.plain"));
        plain.visibleProperty().bind(viewBar.sideBySideProperty());
        plain.managedProperty().bind(plain.visibleProperty());
        pane.heatLookProperty().bind(heatBar.lookProperty());
        pane.heatShownProperty().bind(hideKeyHeld.or(heatBar.hidingProperty()).not());
    }

    private void listen() {
        heatMap.subscribe(this::showHeat);
        heatBar.choiceProperty().subscribe(this::showHeat);
        setOnKeyPressed(this::press);
        setOnKeyReleased(event -> {
            if (event.getCode() == KeyCode.H) {
                hideKeyHeld.set(false);
            }
        });
        // A key that is let go elsewhere is never heard of here.
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> hideKeyHeld.set(false));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> hideKeyHeld.set(false));
    }

    /** The image comes first: bars that would take too much of its height fold. */
    @Override
    protected void layoutChildren() {
        double room = getHeight() * BARS;
        double view = viewBar.unfoldedHeight(getWidth());
        double heat = heatBar.isManaged() ? heatBar.unfoldedHeight(getWidth()) : 0;
        heatBar.fold(view + heat > room);
        viewBar.fold(view > room / 3);
        super.layoutChildren();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used = switch (event.getCode()) {
            case H -> set(hideKeyHeld, true);
            case S ->
                set(viewBar.sideBySideProperty(), !viewBar.sideBySideProperty().get());
            case D -> set(pane.measuringProperty(), !pane.measuringProperty().get());
            case L ->
                set(pane.outlineShownProperty(), !pane.outlineShownProperty().get());
            default -> pane.handles(event);
        };
        if (used) {
            event.consume();
        }
    }

    private static boolean set(BooleanProperty property, boolean on) {
        property.set(on);
        return true;
    }

    private void showHeat() {
        Optional<HeatMap> map =
                heatMap.get().filter(any -> heatBar.choiceProperty().get().isOf(any));
        pane.heatMapProperty().set(map);
        pane.captionProperty().set(map.map(this::caption).orElse(""));
    }

    private String caption(HeatMap map) {
        String name = words.of("dx", map.target());
        return map.flat()
                ? words.of("image.caption.flat", name, map.method().title())
                : words.of("image.caption", name, map.method().title());
    }

    /** Shows an image, the whole of it; its heat map and outline are to be set after this. */
    public void show(RgbImage image) {
        heatMap.set(Optional.empty());
        pane.show(image);
    }

    /** Shows nothing. */
    public void clear() {
        heatMap.set(Optional.empty());
        pane.clear();
    }

    /** The classes the user may ask a map for; without any there is nothing about heat maps to be seen. */
    public void setTargets(List<Diagnosis> targets) {
        heatBar.targets(targets);
        heatBar.setVisible(!targets.isEmpty());
        heatBar.setManaged(!targets.isEmpty());
    }

    /** The map of the image that is shown: the owner's answer to the choice. */
    public ObjectProperty<Optional<HeatMap>> heatMapProperty() {
        return heatMap;
    }

    /** Which map the user wants. */
    public ObjectProperty<HeatChoice> choiceProperty() {
        return heatBar.choiceProperty();
    }

    /** How the user wants it drawn. */
    public ObjectProperty<HeatLook> lookProperty() {
        return heatBar.lookProperty();
    }

    /** Whether the plain image stands beside the one with the map. */
    public BooleanProperty sideBySideProperty() {
        return viewBar.sideBySideProperty();
    }

    /** Which part of the image looks like the lesion; the user may have it drawn. */
    public ObjectProperty<Optional<LesionMask>> outlineProperty() {
        return pane.outlineProperty();
    }

    /** @param wanted does what it takes to ask the user what a pixel shows */
    public void onScaleWanted(Runnable wanted) {
        scaleWanted = wanted;
    }

    /** Length of the line that was measured last, in pixels of the image: it could be one of known length. */
    public OptionalDouble measured() {
        return pane.distanceProperty().get().stream()
                .mapToDouble(Distance::pixels)
                .filter(pixels -> pixels > 0)
                .findFirst();
    }

    /** What a pixel of the image shows; empty while nobody knows. */
    public ObjectProperty<OptionalDouble> micrometresPerPixelProperty() {
        return pane.micrometresPerPixelProperty();
    }

    /** The pane with the heat map: for pictures of it, and to link it with another. */
    public ImagePane pane() {
        return pane;
    }
}
