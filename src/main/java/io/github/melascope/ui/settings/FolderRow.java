package io.github.melascope.ui.settings;

import atlantafx.base.theme.Styles;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A folder that the user may choose: where it is, and the ways to change that. */
final class FolderRow extends VBox {
    private final Label path = Rows.wrapped("");
    private final Button choose;
    private final Button reset;

    /**
     * @param id of the row
     * @param chooseText on the button that asks for a folder
     * @param resetText on the button that goes back to what holds without a choice
     * @param ask asks the user
     * @param chosen hears the folder, or empty for the one that holds without a choice
     */
    FolderRow(
            String id,
            String chooseText,
            String resetText,
            Supplier<Optional<Path>> ask,
            Consumer<Optional<Path>> chosen) {
        super(6);
        path.setId(id);
        choose = Icons.put(new Button(chooseText), Feather.FOLDER);
        choose.setId(id + "-choose");
        choose.setOnAction(event -> ask.get().ifPresent(folder -> chosen.accept(Optional.of(folder))));
        reset = new Button(resetText);
        reset.setId(id + "-reset");
        reset.getStyleClass().add(Styles.FLAT);
        reset.setOnAction(event -> {
            choose.requestFocus(); // the button is about to go
            chosen.accept(Optional.empty());
        });
        FlowPane buttons = new FlowPane(8, 6, choose, reset);
        buttons.prefWrapLengthProperty().bind(widthProperty());
        getChildren().addAll(path, buttons);
    }

    /** The button that the row's name belongs to. */
    Button button() {
        return choose;
    }

    /** @param own whether it is the user's own choice, which can be taken back */
    void show(String text, boolean own) {
        path.setText(text);
        choose.setAccessibleHelp(text);
        reset.setVisible(own);
        reset.setManaged(own);
    }
}
