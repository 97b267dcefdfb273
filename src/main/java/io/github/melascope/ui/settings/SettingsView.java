package io.github.melascope.ui.settings;

import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Choices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;

/** The settings page: one row a setting, each in force as soon as it is changed. */
public final class SettingsView extends ScrollPane {
    private static final int TEXT_STEP = 10;

    private final Words words;
    private final SettingsModel model;
    private final Wishes wishes;
    private final ComboBox<String> models;
    private final Rows rows;

    /** What the page asks of the window. */
    public interface Wishes extends DevicePane.Wishes {
        /** A folder that the user chooses; empty when they change their mind. */
        Optional<Path> chooseFolder();

        /** @param folder of the case library that is to be used; empty for the usual place */
        void useLibrary(Optional<Path> folder);

        /** Where the case library is without a choice. */
        Path usualLibrary();

        /** Shows again what the program said at its first start. */
        void showFirstStart();
    }

    /** @param usual id of the model that is used unless another is chosen */
    public SettingsView(Words words, SettingsModel model, DeviceModel devices, String usual, Wishes wishes) {
        this.words = words;
        this.model = model;
        this.wishes = wishes;
        this.rows = new Rows(words);
        setId("settings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
        Label title = new Label(words.of("settings.title"));
        title.getStyleClass().add("title-2");
        VBox page = new VBox(title, rows);
        page.getStyleClass().add("page");
        setContent(page);
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
        ownReading(now);
        look(now);
        rows.heading("settings.heat");
        new HeatRows(words, model, rows);
        folders();
        rows.heading("settings.machine");
        DevicePane device = new DevicePane(words, devices, wishes);
        rows.add("settings.device", device.button(), device);
    }

    /** Offers models beside those that are offered already: finding them takes time, the page does not wait. */
    public void offer(List<String> ids) {
        ids.stream().filter(id -> !models.getItems().contains(id)).forEach(models.getItems()::add);
    }

    private void look(Settings now) {
        rows.heading("settings.look");
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
        rows.explain(words.of("settings.restart"));
        Button again = new Button(words.of("settings.first.again"));
        again.setId("settings-first");
        again.setOnAction(event -> wishes.showFirstStart());
        rows.add("settings.first", again);
    }

    private void ownReading(Settings now) {
        CheckBox first = new CheckBox(words.of("settings.own-reading"));
        first.setId("settings-own-reading");
        first.setSelected(now.ownReadingFirst());
        first.selectedProperty().addListener((property, was, is) -> model.change(s -> s.withOwnReadingFirst(is)));
        rows.add(first);
        first.setAccessibleHelp(
                rows.explain(words.of("settings.own-reading.what")).getText());
    }

    private void folders() {
        rows.heading("settings.folders");
        FolderRow library = new FolderRow(
                "settings-library",
                words.of("settings.folder.choose"),
                words.of("settings.library.usual"),
                wishes::chooseFolder,
                wishes::useLibrary);
        rows.add("settings.library", library.button(), library);
        FolderRow dataset = new FolderRow(
                "settings-dataset",
                words.of("settings.folder.choose"),
                words.of("settings.dataset.clear"),
                wishes::chooseFolder,
                folder -> model.change(s -> s.withDataset(
                        folder.map(path -> path.toAbsolutePath().toString()).orElse(""))));
        rows.add("settings.dataset", dataset.button(), dataset);
        rows.explain(words.of("settings.dataset.what"));
        ScaleRows scales = new ScaleRows(words, model);
        rows.add("settings.scales", scales);
        rows.explain(words.of("settings.scales.what"));
        model.settingsProperty().subscribe(settings -> {
            boolean own = !settings.library().isEmpty();
            library.show(own ? settings.library() : wishes.usualLibrary().toString(), own);
            boolean known = !settings.dataset().isEmpty();
            dataset.show(known ? settings.dataset() : words.of("settings.dataset.none"), known);
        });
    }

    private <T> ComboBox<T> choice(String key, List<T> values, T now, Function<T, String> name, Consumer<T> chosen) {
        ComboBox<T> box = Choices.of(key.replace('.', '-'), values, name);
        box.setValue(now);
        box.valueProperty().addListener((property, was, is) -> chosen.accept(is));
        rows.add(key, box);
        return box;
    }

    private void textSize(Settings now) {
        Spinner<Integer> percent =
                new Spinner<>(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, now.textPercent(), TEXT_STEP);
        percent.setId("settings-text");
        percent.valueProperty().addListener((property, was, is) -> model.change(s -> s.withTextPercent(is)));
        rows.add("settings.text", percent);
    }
}
