package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One part of the dashboard: a title, a menu of exports, what is shown. */
final class Card extends VBox {
    /** Something that a card can be saved as. */
    record Export(String name, Runnable action) {}

    Card(Words words, String title, List<Export> exports, Node... content) {
        getStyleClass().add("dashboard-card");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        heading.setWrapText(true);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(heading);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!exports.isEmpty()) {
            MenuButton menu = Icons.put(new MenuButton(), Feather.DOWNLOAD);
            menu.setAccessibleText(words.of("dashboard.export.of", title));
            menu.getStyleClass().addAll("flat", "button-icon");
            for (Export export : exports) {
                MenuItem item = new MenuItem(export.name());
                item.setOnAction(event -> export.action().run());
                menu.getItems().add(item);
            }
            head.getChildren().add(menu);
        }
        getChildren().add(head);
        getChildren().addAll(content);
    }
}
