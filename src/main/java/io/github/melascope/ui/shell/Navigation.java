package io.github.melascope.ui.shell;

import io.github.melascope.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The features at the window's left edge. */
final class Navigation extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final Consumer<Node> shown;

    /** @param shown hears which feature's view is wanted */
    Navigation(Consumer<Node> shown) {
        this.shown = shown;
        getStyleClass().add("navigation");
        group.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true); // one is always shown
            }
        });
    }

    void feature(String id, String name, Feather icon, Node view) {
        ToggleButton button = Icons.put(new ToggleButton(name), icon);
        button.setId("nav-" + id);
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        button.selectedProperty().addListener((property, was, is) -> {
            if (is) {
                shown.accept(view);
            }
        });
        buttons.add(button);
        getChildren().add(button);
    }

    /** Something at the foot that is no feature. */
    void foot(String id, String name, Feather icon, Runnable action) {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button button = Icons.put(new Button(name), icon);
        button.setId("nav-" + id);
        button.getStyleClass().add("flat");
        button.setOnAction(event -> action.run());
        getChildren().addAll(space, button);
    }

    void show(int index) {
        buttons.get(index).setSelected(true);
    }
}
