package io.github.melascope.ui.shell;

import io.github.melascope.ui.fx.Icons;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The features at the window's left edge. */
final class Navigation extends VBox {
    /** Widths of the window, in sizes of its text, below which only the icons are shown. */
    private static final double ROOMY = 70;

    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Feature, ToggleButton> buttons = new EnumMap<>(Feature.class);
    private final Consumer<Feature> shown;

    /** @param shown hears which feature is wanted */
    Navigation(Consumer<Feature> shown) {
        this.shown = shown;
        getStyleClass().add("navigation");
        group.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true); // one is always shown
            }
        });
    }

    void feature(Feature feature, String name) {
        ToggleButton button = Icons.put(new ToggleButton(name), feature.icon());
        button.setId("nav-" + feature.id());
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        dress(button, name);
        button.selectedProperty().addListener((property, was, is) -> {
            if (is) {
                shown.accept(feature);
            }
        });
        buttons.put(feature, button);
        getChildren().add(button);
    }

    /** Without its word an icon needs a tooltip, and a name for those who hear the window. */
    private void dress(ButtonBase button, String name) {
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.contentDisplayProperty()
                .bind(compact.map(only -> only ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    /**
     * Gives the features the room of the words where there is little.
     *
     * @param width of the window, in pixels
     * @param textSize in pixels
     */
    void fit(double width, double textSize) {
        compact.set(width < ROOMY * textSize);
    }

    /** Something at the foot that is no feature. */
    void foot(String id, String name, Feather icon, Runnable action) {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button button = Icons.put(new Button(name), icon);
        button.setId("nav-" + id);
        button.getStyleClass().add("flat");
        dress(button, name);
        button.setOnAction(event -> action.run());
        getChildren().addAll(space, button);
    }

    /** Shows a feature that has been added. */
    void select(Feature feature) {
        Objects.requireNonNull(buttons.get(feature)).setSelected(true);
    }
}
