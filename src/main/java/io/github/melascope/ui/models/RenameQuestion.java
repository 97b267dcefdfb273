package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.model.ModelId;
import io.github.melascope.ui.fx.Dialogs;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for a model's new id and title. */
final class RenameQuestion {
    private final Words words;
    private final Dialogs dialogs;

    RenameQuestion(Words words, Dialogs dialogs) {
        this.words = words;
        this.dialogs = dialogs;
    }

    /** @param answered hears id and title */
    void ask(ModelShelf.Item item, BiConsumer<String, String> answered) {
        TextField id = field("rename-id", item.id());
        TextField title = field(
                "rename-title",
                item.content().map(content -> content.spec().title()).orElse(""));
        Label problem = Dialogs.text("");
        problem.setId("rename-problem");
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox form = new VBox(
                6,
                label("models.rename.id", id),
                id,
                Dialogs.text(words.of("models.rename.rule")),
                problem,
                label("models.rename.what", title),
                title);
        dialogs.ask(words.of("models.rename.title"), form, id, words.of("models.rename.yes"), () -> {
            boolean good = ModelId.isValid(id.getText()) && !title.getText().isBlank();
            problem.setText(good ? "" : words.of("models.rename.wrong"));
            if (good) {
                answered.accept(id.getText(), title.getText().strip());
            }
            return good;
        });
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private Label label(String key, TextField field) {
        Label label = new Label(words.of(key));
        label.setLabelFor(field);
        return label;
    }
}
