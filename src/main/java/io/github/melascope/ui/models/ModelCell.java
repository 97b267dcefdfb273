package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Figure;
import io.github.melascope.ui.fx.Icons;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A model in the list: its name, what it answers, its first figure, or why it cannot be used. */
final class ModelCell extends ListCell<ModelShelf.Item> {
    private final Words words;
    private final Predicate<ModelShelf.Item> inUse;
    private final Label name = new Label();
    private final Label about = line();
    private final Label state = line();
    private final VBox lines = new VBox(2, name, about, state);

    ModelCell(Words words, Predicate<ModelShelf.Item> inUse) {
        this.words = words;
        this.inUse = inUse;
        name.getStyleClass().add("strong");
        setPrefWidth(0); // as wide as the list, so that long names wrap
        name.setWrapText(true);
    }

    private static Label line() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("text-muted", "item-answer");
        return label;
    }

    @Override
    protected void updateItem(ModelShelf.@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(item.id());
        about.setText(item.content()
                .map(this::about)
                .orElseGet(
                        () -> item.problem().map(problem -> problem.why(words)).orElse("")));
        boolean used = inUse.test(item);
        boolean broken = item.content().isEmpty();
        state.setText(broken ? words.of("models.broken") : used ? words.of("models.in-use") : "");
        state.setVisible(broken || used);
        state.setManaged(broken || used);
        state.getStyleClass().removeAll("closer-look", "strong");
        state.getStyleClass().add(broken ? "closer-look" : "strong");
        Icons.put(state, broken ? Feather.ALERT_TRIANGLE : Feather.CHECK);
        setGraphic(lines);
        setAccessibleText(String.join(", ", item.id(), state.getText(), about.getText()));
    }

    private String about(ModelShelf.Content content) {
        Figure auc = content.exam().get(BinaryMeasure.ROC_AUC);
        return words.of(
                "models.about",
                words.of("models.task", content.spec().task()),
                auc.defined() ? words.number(auc.value(), 3) : words.of("models.figure.none"));
    }
}
