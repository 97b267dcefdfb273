package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.Provenance;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What there is to know of the models that are selected, and what can be done with one. */
final class ModelDetails extends ScrollPane {
    private static final double MEBIBYTE = 1 << 20;
    private static final int HASH_SHOWN = 16;

    private final Words words;
    private final ModelsModel model;
    private final Actions actions;
    private final VBox content = new VBox();
    private final Label checked = wrapped("", "strong");

    /** What the user can do with a model. */
    interface Actions {
        void use(ModelShelf.Item item);

        boolean inUse(ModelShelf.Item item);

        void dashboard(ModelShelf.Item item);

        void export(ModelShelf.Item item);

        void rename(ModelShelf.Item item);

        void delete(ModelShelf.Item item);
    }

    ModelDetails(Words words, ModelsModel model, Actions actions) {
        this.words = words;
        this.model = model;
        this.actions = actions;
        checked.setId("model-checked");
        checked.managedProperty().bind(checked.textProperty().isNotEmpty());
        content.getStyleClass().add("model-details");
        getStyleClass().add("edge-to-edge");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    void show(List<ModelShelf.Item> selected) {
        setVvalue(0);
        if (selected.isEmpty()) {
            content.getChildren().setAll(wrapped(words.of("models.none-selected"), "text-muted"));
        } else if (selected.size() == 1) {
            one(selected.get(0));
        } else {
            content.getChildren()
                    .setAll(wrapped(words.of("models.compare"), "title-3"), new FiguresTable(words, selected));
        }
    }

    private void one(ModelShelf.Item item) {
        checked.setText("");
        if (item.content().isEmpty()) {
            content.getChildren()
                    .setAll(
                            wrapped(item.id(), "title-3"),
                            wrapped(
                                    item.problem()
                                            .map(problem -> problem.message(words))
                                            .orElse(""),
                                    "notice"),
                            facts(item),
                            new FlowPane(8, 8, delete(item)));
            return;
        }
        ModelSpec spec = item.content().get().spec();
        content.getChildren()
                .setAll(
                        wrapped(spec.id(), "title-3"),
                        wrapped(spec.title(), "text-muted"),
                        buttons(item),
                        checked,
                        new FiguresTable(words, List.of(item)),
                        wrapped(words.of("models.origin"), "section-title"),
                        origin(spec),
                        wrapped(words.of("models.files"), "section-title"),
                        facts(item),
                        card(item));
    }

    private FlowPane buttons(ModelShelf.Item item) {
        Button use = button("models.use", Feather.CHECK, actions::use, item);
        use.setDisable(actions.inUse(item));
        Button rename = button("models.rename", Feather.EDIT_2, actions::rename, item);
        rename.setDisable(!item.changeable());
        return new FlowPane(
                8,
                8,
                use,
                button("models.export", Feather.DOWNLOAD, actions::export, item),
                button("models.verify", Feather.SHIELD, this::verify, item),
                rename,
                delete(item));
    }

    private Button delete(ModelShelf.Item item) {
        Button delete = button("models.delete", Feather.TRASH_2, actions::delete, item);
        delete.setDisable(!item.changeable());
        return delete;
    }

    private Button button(String key, Feather icon, Consumer<ModelShelf.Item> action, ModelShelf.Item item) {
        Button button = Icons.put(new Button(words.of(key)), icon);
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> action.accept(item));
        return button;
    }

    private void verify(ModelShelf.Item item) {
        checked.setText(words.of("models.verifying"));
        model.verify(item, tensors -> {
            checked.setText(words.of("models.verified", item.id(), tensors));
            Icons.put(checked, Feather.CHECK);
        });
    }

    private GridPane origin(ModelSpec spec) {
        Provenance from = spec.provenance();
        GridPane rows = rows();
        row(rows, "models.created", spec.created());
        row(
                rows,
                "models.data",
                words.of("models.data.value", from.dataset(), from.datasetImages(), from.datasetLesions()));
        row(rows, "models.start", from.startWeights());
        row(rows, "models.seed", String.valueOf(from.seed()));
        row(
                rows,
                "models.calibration",
                words.of(
                        "models.calibration."
                                + spec.calibration().melanoma().kind().code(),
                        words.number(spec.calibration().temperature(), 3)));
        row(rows, "models.views", words.of("models.views.value", spec.views()));
        row(
                rows,
                "models.device",
                words.of("models.device.value", from.device(), Math.round(from.trainingSeconds() / 60)));
        row(rows, "models.program", from.programVersion());
        row(rows, "models.command", copyable(from.command(), words.of("models.command")));
        row(rows, "models.licence", spec.licence());
        return rows;
    }

    private GridPane facts(ModelShelf.Item item) {
        GridPane rows = rows();
        row(rows, "models.size", words.of("models.size.value", words.number(item.bytes() / MEBIBYTE, 1)));
        row(rows, "models.folder", copyable(item.folder().toString(), words.of("models.folder")));
        item.content()
                .ifPresent(there ->
                        row(rows, "models.hash", copyable(there.spec().weightsSha256(), words.of("models.hash"))));
        if (!item.changeable()) {
            row(rows, "models.fixed", words.of("models.fixed.value"));
        }
        return rows;
    }

    private static GridPane rows() {
        GridPane rows = new GridPane();
        rows.setHgap(20);
        rows.setVgap(5);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(names, values);
        return rows;
    }

    private void row(GridPane rows, String key, String value) {
        row(rows, key, wrapped(value, "value"));
    }

    private void row(GridPane rows, String key, Node value) {
        Label name = new Label(words.of(key));
        name.getStyleClass().add("text-muted");
        name.setLabelFor(value);
        rows.addRow(rows.getRowCount(), name, value);
    }

    private static TextField copyable(String text, String name) {
        TextField field = new TextField(text);
        field.setEditable(false);
        field.setAccessibleText(name);
        field.setPrefColumnCount(HASH_SHOWN);
        return field;
    }

    private TitledPane card(ModelShelf.Item item) {
        TextArea text = new TextArea();
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(24);
        text.setAccessibleText(words.of("models.card"));
        TitledPane pane = new TitledPane(words.of("models.card"), text);
        pane.setId("model-card");
        pane.setExpanded(false);
        pane.expandedProperty().addListener((property, was, is) -> {
            if (is && text.getText().isEmpty()) {
                model.card(item, text::setText);
            }
        });
        return pane;
    }
}
