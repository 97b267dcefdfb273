package io.github.melascope.ui.settings;

import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Choices;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The settings page: one row a setting, each in force as soon as it is changed. */
public final class SettingsView extends VBox {
    private static final int TEXT_STEP = 10;

    private final Words words;
    private final SettingsModel model;
    private final ComboBox<String> models;
    private final GridPane rows = new GridPane();
    private int row;

    /** @param usual id of the model that is used unless another is chosen */
    public SettingsView(Words words, SettingsModel model, String usual) {
        this.words = words;
        this.model = model;
        getStyleClass().add("page");
        Label title = new Label(words.of("settings.title"));
        title.getStyleClass().add("title-2");
        rows.setHgap(24);
        rows.setVgap(14);
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        rows.getColumnConstraints().add(names);
        getChildren().addAll(title, rows);
        Settings now = model.get();
        models = choice(
                "settings.model",
                Stream.of(usual, now.model())
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList(),
                now.model().isEmpty() ? usual : now.model(),
                id -> id.equals(usual) ? words.of("settings.model.usual", id) : id,
                id -> model.change(s -> s.withModel(id.equals(usual) ? "" : id)));
        choices(now);
    }

    /** Offers models beside those that are offered already: finding them takes time, the page does not wait. */
    public void offer(List<String> ids) {
        ids.stream().filter(id -> !models.getItems().contains(id)).forEach(models.getItems()::add);
    }

    private void choices(Settings now) {
        choice(
                "settings.theme",
                List.of(Settings.Theme.values()),
                now.theme(),
                theme -> words.of("settings.theme", theme),
                theme -> model.change(s -> s.withTheme(theme)));
        textSize(now);
        choice(
                "settings.language",
                List.of("", "en", "de"),
                now.language(),
                code -> words.of("settings.language." + (code.isEmpty() ? "system" : code)),
                code -> model.change(s -> s.withLanguage(code)));
        ownReading(now);
        Label restart = new Label(words.of("settings.restart"));
        restart.getStyleClass().add("text-muted");
        rows.add(restart, 1, row++);
    }

    private void ownReading(Settings now) {
        CheckBox first = new CheckBox(words.of("settings.own-reading"));
        first.setId("settings-own-reading");
        first.setSelected(now.ownReadingFirst());
        first.selectedProperty().addListener((property, was, is) -> model.change(s -> s.withOwnReadingFirst(is)));
        Label what = new Label(words.of("settings.own-reading.what"));
        what.getStyleClass().add("text-muted");
        what.setWrapText(true);
        first.setAccessibleHelp(what.getText());
        rows.add(first, 1, row++);
        rows.add(what, 1, row++);
    }

    private <T> ComboBox<T> choice(String key, List<T> values, T now, Function<T, String> name, Consumer<T> chosen) {
        ComboBox<T> box = Choices.of(key.replace('.', '-'), values, name);
        box.setValue(now);
        box.setPrefWidth(320);
        box.valueProperty().addListener((property, was, is) -> chosen.accept(is));
        Label label = new Label(words.of(key));
        label.setLabelFor(box);
        rows.addRow(row++, label, box);
        return box;
    }

    private void textSize(Settings now) {
        Spinner<Integer> percent =
                new Spinner<>(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, now.textPercent(), TEXT_STEP);
        percent.setId("settings-text");
        percent.valueProperty().addListener((property, was, is) -> model.change(s -> s.withTextPercent(is)));
        Label label = new Label(words.of("settings.text"));
        label.setLabelFor(percent);
        rows.addRow(row++, label, percent);
    }
}
