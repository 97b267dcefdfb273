package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The models of this machine: a list, and what is selected in it. */
public final class ModelsView extends BorderPane {
    private static final double LIST_SHARE = 0.3;

    private final Words words;
    private final ModelsModel model;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Wishes wishes;
    private final ListView<ModelShelf.Item> list = new ListView<>();
    private final ModelDetails details;
    private final Label weights = new Label();
    private Optional<String> wanted = Optional.empty();

    /** What the view asks of the window. */
    public interface Wishes {
        /** Answers with this model from now on. */
        void use(String id);

        /** Whether the window answers with it. */
        boolean inUse(String id);

        /** Shows where it fails. */
        void dashboard(String id);

        void say(String text);
    }

    public ModelsView(Words words, ModelsModel model, Dialogs dialogs, FileChoice files, Wishes wishes) {
        this.words = words;
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
        this.wishes = wishes;
        this.details = new ModelDetails(words, model, new Actions());
        getStyleClass().add("models");
        setTop(bar());
        SplitPane parts = new SplitPane(side(), details);
        parts.setDividerPositions(LIST_SHARE);
        parts.getStyleClass().add("review");
        setCenter(parts);
        setBottom(undoBar());
        model.items().addListener((ListChangeListener<ModelShelf.Item>) change -> choose());
    }

    private FlowPane bar() {
        Button bringIn = button("models.import", Feather.UPLOAD);
        bringIn.setOnAction(event -> open(files.models()));
        Button again = button("models.refresh", Feather.REFRESH_CW);
        again.setOnAction(event -> model.refresh());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setAccessibleText(words.of("models.busy"));
        busy.visibleProperty().bind(model.busyProperty());
        busy.setPrefSize(20, 20);
        Label hint = new Label(words.of("models.hint"));
        hint.getStyleClass().add("text-muted");
        FlowPane bar = new FlowPane(8, 8, bringIn, again, hint, busy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("models-bar");
        return bar;
    }

    private Button button(String key, Feather icon) {
        Button button = Icons.put(new Button(words.of(key)), icon);
        button.setId(key.replace('.', '-'));
        return button;
    }

    private VBox side() {
        list.setId("models-list");
        list.setAccessibleText(words.of("nav.models"));
        list.setCellFactory(view -> new ModelCell(words, item -> wishes.inUse(item.id())));
        list.setItems(model.items());
        list.setPlaceholder(new Label(words.of("models.empty")));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ModelShelf.Item>)
                change -> showSelected());
        list.setOnKeyPressed(event -> {
            ModelShelf.Item item = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && item != null && item.changeable()) {
                new Actions().delete(item);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        weights.setWrapText(true);
        weights.setMinHeight(USE_PREF_SIZE);
        weights.setId("start-weights");
        weights.getStyleClass().addAll("text-muted", "models-bar");
        model.startWeights().addListener((ListChangeListener<Path>) change -> showWeights());
        showWeights();
        return new VBox(list, weights);
    }

    private void showWeights() {
        String names = String.join(
                ", ",
                model.startWeights().stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .toList());
        weights.setText(names.isEmpty() ? words.of("models.weights.none") : words.of("models.weights", names));
    }

    private HBox undoBar() {
        Label what = new Label();
        what.setId("model-deleted");
        what.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button undo = button("models.undo", Feather.CORNER_UP_LEFT);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        HBox bar = new HBox(8, what, space, undo);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("undo-bar");
        model.goneProperty().subscribe(gone -> {
            what.setText(gone.map(last -> words.of("models.deleted", last.id())).orElse(""));
            bar.setVisible(gone.isPresent());
            bar.setManaged(gone.isPresent());
        });
        return bar;
    }

    /** Keeps the selection over a new list; the first time, the model in use. */
    private void choose() {
        ModelShelf.Item was = list.getSelectionModel().getSelectedItem();
        String id = wanted.orElseGet(() -> was == null ? "" : was.id());
        list.getSelectionModel().clearSelection();
        model.items().stream()
                .filter(item ->
                        id.isEmpty() ? wishes.inUse(item.id()) : item.id().equals(id))
                .findFirst()
                .ifPresent(item -> {
                    list.getSelectionModel().select(item);
                    wanted = Optional.empty();
                });
        showSelected();
    }

    private void showSelected() {
        details.show(list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList());
    }

    /** Shows anew which model is in use. */
    public void refreshUse() {
        list.refresh();
        showSelected();
    }

    /** Takes in models, and weights to start a training from. */
    public void open(List<Path> paths) {
        model.bringIn(paths, name -> {
            wanted = Optional.of(name);
            wishes.say(words.of("models.imported", name));
        });
    }

    /** Selects a model, as soon as it is listed. */
    public void select(String id) {
        wanted = Optional.of(id);
        choose();
    }

    private final class Actions implements ModelDetails.Actions {
        @Override
        public void use(ModelShelf.Item item) {
            wishes.use(item.id());
        }

        @Override
        public boolean inUse(ModelShelf.Item item) {
            return wishes.inUse(item.id());
        }

        @Override
        public void dashboard(ModelShelf.Item item) {
            wishes.dashboard(item.id());
        }

        @Override
        public void export(ModelShelf.Item item) {
            files.save(item.id() + ".melascope")
                    .ifPresent(file ->
                            model.export(item, file, done -> wishes.say(words.of("models.exported", item.id(), done))));
        }

        @Override
        public void rename(ModelShelf.Item item) {
            new RenameQuestion(words, dialogs).ask(item, (id, title) -> {
                boolean used = wishes.inUse(item.id());
                wanted = Optional.of(id);
                model.rename(item, id, title, done -> {
                    wishes.say(words.of("models.renamed", item.id(), done));
                    if (used) {
                        wishes.use(done);
                    }
                });
            });
        }

        @Override
        public void delete(ModelShelf.Item item) {
            Label text = Dialogs.text(
                    words.of(wishes.inUse(item.id()) ? "models.delete.used" : "models.delete.text", item.id()));
            dialogs.ask(words.of("models.delete.title"), text, text, words.of("models.delete.yes"), () -> {
                if (wishes.inUse(item.id())) {
                    wishes.use("");
                }
                model.remove(item);
                return true;
            });
        }
    }
}
