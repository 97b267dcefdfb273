package io.github.melascope.ui.image;

import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** The buttons over an image: zoom, fit, 1:1, turn, side by side, distance. */
final class ViewBar extends Wrapping {
    private final Words words;
    private final ImagePane pane;
    private final Label percent = new Label();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(this, "sideBySide");

    /** @param pane what the buttons act on */
    ViewBar(Words words, ImagePane pane) {
        this.words = words;
        this.pane = pane;
        getStyleClass().addAll("image-bar", "view-bar");
        percent.getStyleClass().add("zoom-percent");
        getChildren().addAll(zoom(), turn(), tools());
        pane.viewportProperty().subscribe(this::show);
    }

    private FlowPane zoom() {
        Button fit = Controls.icon(new Button(), Feather.MAXIMIZE, words, words.of("image.fit"), "0");
        fit.setId("image-fit");
        Button oneToOne = Controls.named(new Button("1:1"), words, words.of("image.one-to-one"), "1");
        oneToOne.setId("image-one-to-one");
        Button out = Controls.icon(new Button(), Feather.ZOOM_OUT, words, words.of("image.zoom-out"), "−");
        out.setId("image-zoom-out");
        Button in = Controls.icon(new Button(), Feather.ZOOM_IN, words, words.of("image.zoom-in"), "+");
        in.setId("image-zoom-in");
        does(fit, viewport -> viewport.viewpoint().fitted());
        does(oneToOne, viewport -> viewport.oneToOneAt(viewport.viewWidth() / 2, viewport.viewHeight() / 2));
        does(out, viewport -> PaneKeys.zoomed(viewport, 1 / PaneKeys.ZOOM));
        does(in, viewport -> PaneKeys.zoomed(viewport, PaneKeys.ZOOM));
        return group(out, percent, in, fit, oneToOne);
    }

    private FlowPane turn() {
        String shift = words.of("image.shift", "R");
        Button left = Controls.icon(new Button(), Feather.ROTATE_CCW, words, words.of("image.turn-left"), shift);
        left.setId("image-turn-left");
        Button right = Controls.icon(new Button(), Feather.ROTATE_CW, words, words.of("image.turn-right"), "R");
        right.setId("image-turn-right");
        does(left, viewport -> viewport.turnedBy(-1));
        does(right, viewport -> viewport.turnedBy(1));
        return group(left, right);
    }

    private FlowPane tools() {
        ToggleButton beside = toggle(words.of("image.side-by-side"), Feather.COLUMNS, "S");
        beside.setId("image-side-by-side");
        beside.selectedProperty().bindBidirectional(sideBySide);
        ToggleButton distance = toggle(words.of("image.distance"), Feather.MAXIMIZE_2, "D");
        distance.setId("image-distance");
        distance.selectedProperty().bindBidirectional(pane.measuringProperty());
        pane.measuringProperty().subscribe(now -> {
            if (now) {
                pane.requestFocus();
            }
        });
        return group(beside, distance);
    }

    private ToggleButton toggle(String name, Feather icon, String key) {
        return Controls.named(Icons.put(new ToggleButton(name), icon), words, name, key);
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
