package io.github.melascope.ui.settings;

import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The scales that the user has given, one for each size of images; each can be removed. */
final class ScaleRows extends VBox {
    private final Words words;
    private final SettingsModel model;

    ScaleRows(Words words, SettingsModel model) {
        super(6);
        this.words = words;
        this.model = model;
        setId("settings-scales");
        model.settingsProperty().map(settings -> settings.scales()).subscribe(this::show);
    }

    private void show(Map<String, Double> scales) {
        getChildren().clear();
        if (scales.isEmpty()) {
            getChildren().add(Rows.wrapped(words.of("settings.scales.none")));
        }
        new TreeMap<>(scales).forEach((size, scale) -> {
            String text = words.of("settings.scales.one", size.replace("×", " × "), words.number(scale, 2));
            Button remove = new Button(words.of("settings.scales.remove"));
            remove.getStyleClass().add(Styles.SMALL);
            remove.setAccessibleText(words.of("settings.scales.remove") + ": " + text);
            remove.setOnAction(event -> {
                requestFocus();
                model.change(settings -> settings.withScale(size, OptionalDouble.empty()));
            });
            remove.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(12, Rows.wrapped(text), remove);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        });
    }
}
