package io.github.melascope.ui.dashboard;

import io.github.melascope.app.Examination;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Part;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** Which model, on which images, against which other; and the exports. */
final class TopBar extends FlowPane {
    private final Words words;
    private final DashboardModel model;
    private final FileChoice files;
    private final ComboBox<String> models;
    private final ComboBox<Optional<String>> other;
    private final List<MenuButton> menus = new ArrayList<>();
    private boolean silent;

    TopBar(Words words, DashboardModel model, FileChoice files, DashboardExports exports) {
        this.words = words;
        this.model = model;
        this.files = files;
        models = Choices.of("dashboard-model", List.of(), id -> id);
        models.setPromptText(words.of("dashboard.choose-model"));
        other = Choices.orNone("dashboard-compare", words.of("dashboard.compare.none"), List.of(), id -> id);
        models.setAccessibleText(words.of("dashboard.choose-model"));
        models.setTooltip(new Tooltip(words.of("dashboard.choose-model")));
        other.setAccessibleText(words.of("dashboard.compare"));
        other.setTooltip(new Tooltip(words.of("dashboard.compare")));
        getStyleClass().add("dashboard-bar");
        getChildren().addAll(models, source(), other, exports(exports));
        listen();
    }

    private Node source() {
        MenuButton menu = Icons.put(new MenuButton(words.of("dashboard.source")), Feather.DATABASE);
        menu.setId("dashboard-source");
        menu.getItems()
                .addAll(
                        item("dashboard.source.test", "source-test", () -> model.use(new Source.Kept(Part.TEST))),
                        item(
                                "dashboard.source.validation",
                                "source-validation",
                                () -> model.use(new Source.Kept(Part.VALIDATION))),
                        item("dashboard.source.folder", "source-folder", () -> choose(Examination.Scope.ALL)),
                        item(
                                "dashboard.source.folder-test",
                                "source-folder-test",
                                () -> choose(Examination.Scope.TEST)),
                        new SeparatorMenuItem(),
                        item(
                                "dashboard.find-images",
                                "source-find-images",
                                () -> files.folder().ifPresent(model::findImages)));
        menu.disableProperty().bind(model.modelIdProperty().map(String::isEmpty));
        menus.add(menu);
        return menu;
    }

    /** Where there is little room, menus show their icons alone and the boxes are narrow, so that all stand in one row. */
    void tight(boolean now) {
        for (MenuButton menu : menus) {
            menu.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            menu.setAccessibleText(menu.getText());
            menu.setTooltip(now ? new Tooltip(menu.getText()) : null);
        }
        for (ComboBox<?> box : List.of(models, other)) {
            box.getStyleClass().remove("narrow");
            if (now) {
                box.getStyleClass().add("narrow");
            }
        }
    }

    private void choose(Examination.Scope scope) {
        files.folder().ifPresent(folder -> model.use(new Source.Folder(folder, scope)));
    }

    private Node exports(DashboardExports exports) {
        MenuItem pdf = item("dashboard.export.pdf", "dashboard-pdf", exports::pdf);
        MenuItem answers = item("dashboard.export.answers", "dashboard-answers", exports::answers);
        MenuItem marks = item("dashboard.export.marks", "dashboard-marks", exports::marks);
        MenuButton menu =
                Icons.put(new MenuButton(words.of("dashboard.export"), null, pdf, answers, marks), Feather.SHARE);
        menu.setId("dashboard-export");
        menus.add(menu);
        menu.setOnShowing(event -> {
            pdf.setDisable(!exports.complete());
            answers.setDisable(model.exhibit().isEmpty());
            marks.setDisable(model.marks().all().isEmpty());
        });
        return menu;
    }

    private MenuItem item(String key, String id, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void listen() {
        model.models().addListener((ListChangeListener<String>) change -> offer());
        model.modelIdProperty().subscribe(id -> offer());
        model.stateProperty().subscribe(state -> other.setDisable(!(state instanceof DashboardState.Shown)));
        model.comparing().stateProperty().subscribe(state -> {
            if (state instanceof Comparing.State.None) {
                silently(() -> other.setValue(Optional.empty()));
            }
        });
        models.valueProperty().addListener((property, was, is) -> {
            if (!silent && is != null) {
                model.open(is);
            }
        });
        other.valueProperty().addListener((property, was, is) -> {
            if (!silent && is != null) {
                model.compareWith(is);
            }
        });
    }

    private void offer() {
        silently(() -> {
            String now = model.modelIdProperty().get();
            Optional<String> held = other.getValue();
            models.getItems().setAll(model.models());
            models.setValue(now.isEmpty() ? null : now);
            List<Optional<String>> others = new ArrayList<>(List.of(Optional.empty()));
            model.models().stream().filter(id -> !id.equals(now)).forEach(id -> others.add(Optional.of(id)));
            other.getItems().setAll(others);
            other.setValue(others.contains(held) ? held : Optional.empty());
        });
    }

    private void silently(Runnable change) {
        boolean before = silent;
        silent = true;
        change.run();
        silent = before;
    }
}
