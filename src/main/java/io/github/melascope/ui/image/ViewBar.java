package io.github.melascope.ui.image;

import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** The buttons over an image: zoom, fit, 1:1, turn, side by side, the lesion's outline, distance and scale. */
final class ViewBar extends FoldingBar {
    private final Words words;
    private final ImagePane pane;
    private final Label percent = new Label();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(this, "sideBySide");

    private final ToggleButton outline;
    private final ToggleButton distance;
    private final Button scale;

    /**
     * @param pane what the buttons act on
     * @param scaleWanted the user wants to say what a pixel shows
     */
    ViewBar(Words words, ImagePane pane, Runnable scaleWanted) {
        super(words, "image-more");
        this.words = words;
        this.pane = pane;
        getStyleClass().addAll("image-bar", "view-bar");
        percent.getStyleClass().add("zoom-percent");
        outline = toggle("image-outline", words.of("image.outline"), Feather.CROSSHAIR, "L");
        outline.selectedProperty().bindBidirectional(pane.outlineShownProperty());
        outline.disableProperty().bind(pane.outlineProperty().map(Optional::isEmpty));
        distance = toggle("image-distance", words.of("image.distance"), Feather.MAXIMIZE_2, "D");
        distance.selectedProperty().bindBidirectional(pane.measuringProperty());
        scale = Icons.put(new Button(words.of("image.scale")), Feather.EDIT_2);
        scale.setId("image-scale");
        scale.setOnAction(event -> scaleWanted.run());
        scale.visibleProperty().bind(pane.measuringProperty());
        scale.managedProperty().bind(scale.visibleProperty());
        pane.measuringProperty().subscribe(now -> {
            if (now) {
                pane.requestFocus();
            }
        });
        fill();
        pane.viewportProperty().subscribe(this::show);
    }

    private void fill() {
        Button fit = icon("image-fit", words.of("image.fit"), Feather.MAXIMIZE, "0");
        Button oneToOne = Controls.named(new Button("1:1"), words, words.of("image.one-to-one"), "1");
        oneToOne.setId("image-one-to-one");
        Button out = icon("image-zoom-out", words.of("image.zoom-out"), Feather.ZOOM_OUT, "−");
        Button in = icon("image-zoom-in", words.of("image.zoom-in"), Feather.ZOOM_IN, "+");
        does(fit, viewport -> viewport.viewpoint().fitted());
        does(oneToOne, viewport -> viewport.oneToOneAt(viewport.viewWidth() / 2, viewport.viewHeight() / 2));
        does(out, viewport -> PaneKeys.zoomed(viewport, 1 / PaneKeys.ZOOM));
        does(in, viewport -> PaneKeys.zoomed(viewport, PaneKeys.ZOOM));
        ToggleButton beside = toggle("image-side-by-side", words.of("image.side-by-side"), Feather.COLUMNS, "S");
        beside.selectedProperty().bindBidirectional(sideBySide);
        FlowPane zoom = group(out, percent, in, fit);
        contents(
                List.of(zoom, group(oneToOne, turns()), beside, outline, distance, scale),
                Set.of(zoom, distance, scale));
    }

    private FlowPane turns() {
        String shift = words.of("image.shift", "R");
        Button left = icon("image-turn-left", words.of("image.turn-left"), Feather.ROTATE_CCW, shift);
        Button right = icon("image-turn-right", words.of("image.turn-right"), Feather.ROTATE_CW, "R");
        does(left, viewport -> viewport.turnedBy(-1));
        does(right, viewport -> viewport.turnedBy(1));
        return group(left, right);
    }

    /** Where there is no room the icons must do. */
    @Override
    void folded(boolean now) {
        percent.setVisible(!now);
        percent.setManaged(!now);
        distance.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private Button icon(String id, String name, Feather icon, String key) {
        Button button = Controls.icon(new Button(), icon, words, name, key);
        button.setId(id);
        return button;
    }

    private ToggleButton toggle(String id, String name, Feather icon, String key) {
        ToggleButton toggle = Controls.named(Icons.put(new ToggleButton(name), icon), words, name, key);
        toggle.setId(id);
        return toggle;
    }

    private void does(Button button, Function<Viewport, Viewpoint> change) {
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(event -> pane.viewport().map(change).ifPresent(pane.viewpointProperty()::set));
    }

    private void show(Optional<Viewport> viewport) {
        setDisable(viewport.isEmpty());
        percent.setText(viewport.map(now -> words.of("image.percent", words.number(100 * now.zoom(), 0)))
                .orElse(""));
    }

    BooleanProperty sideBySideProperty() {
        return sideBySide;
    }
}
