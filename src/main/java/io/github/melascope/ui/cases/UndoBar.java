package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Offers to bring back what was deleted last. */
final class UndoBar extends HBox {
    private final Words words;
    private final CasesModel model;
    private final Label what = new Label();

    UndoBar(Words words, CasesModel model) {
        super(8);
        this.words = words;
        this.model = model;
        what.setId("deleted");
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Button undo = Icons.put(new Button(words.of("cases.undo")), Feather.CORNER_UP_LEFT);
        undo.setId("undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        Button hide = Icons.put(new Button(), Feather.X);
        hide.setAccessibleText(words.of("cases.undo.hide"));
        hide.setTooltip(new javafx.scene.control.Tooltip(words.of("cases.undo.hide")));
        hide.getStyleClass().addAll("flat", "button-icon");
        hide.setOnAction(event -> show(false));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("undo-bar");
        getChildren().addAll(what, undo, hide);
        model.deleted().addListener((ListChangeListener<Deleted>) change -> say());
        show(false);
    }

    private void say() {
        boolean any = !model.deleted().isEmpty();
        if (any) {
            Deleted last = model.deleted().get(model.deleted().size() - 1);
            what.setText(words.of("cases.deleted", words.of("cases.kind", last.kind()), last.name()));
        }
        show(any);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
