package io.github.melascope.ui.settings;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.Choices;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;

/** How heat maps are drawn: the same that the controls under the image say. */
final class HeatRows {
    private static final int PERCENT = 100;
    private static final int STEP = 5;

    private final SettingsModel model;
    private final ComboBox<Boolean> contour;
    private final ComboBox<String> colours;
    private final Slider opacity = new Slider(0, PERCENT, PERCENT);
    private boolean showing;

    HeatRows(Words words, SettingsModel model, Rows rows) {
        this.model = model;
        contour = Choices.of(
                "settings-heat-look",
                List.of(true, false),
                lines -> words.of(lines ? "image.contour" : "image.colour"));
        colours = Choices.of(
                "settings-heat-colours",
                Arrays.stream(ColorMap.values()).map(ColorMap::code).toList(),
                code -> words.of("image.colours." + code));
        opacity.setId("settings-heat-opacity");
        opacity.setBlockIncrement(STEP);
        opacity.setMajorTickUnit(STEP);
        rows.add("settings.heat.look", contour);
        rows.add("image.colour-map", colours);
        rows.add("image.opacity", opacity);
        contour.valueProperty().subscribe(this::read);
        colours.valueProperty().subscribe(this::read);
        opacity.valueProperty().subscribe(this::read);
        model.settingsProperty().map(settings -> settings.heat()).subscribe(this::show);
    }

    private void show(HeatLook look) {
        showing = true;
        contour.setValue(look.contour());
        colours.setValue(
                ColorMap.ofCode(look.colours()).orElse(ColorMap.CIVIDIS).code());
        opacity.setValue(PERCENT * look.opacity());
        colours.setDisable(look.contour());
        opacity.setDisable(look.contour());
        showing = false;
    }

    private void read() {
        if (!showing && colours.getValue() != null) {
            HeatLook look = new HeatLook(contour.getValue(), colours.getValue(), opacity.getValue() / PERCENT);
            model.change(settings -> settings.withHeat(look));
        }
    }
}
