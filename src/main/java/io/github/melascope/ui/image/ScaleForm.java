package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Dialogs;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks the user what a pixel shows: by a line of known length, or outright. */
public final class ScaleForm extends VBox {
    private static final int DIGITS = 10;

    private final ScaleEntry entry;
    private final TextField length;
    private final TextField pixel;
    private final Button remove;

    private ScaleForm(Words words, ScaleEntry entry, String what) {
        super(10);
        this.entry = entry;
        getStyleClass().add("scale-form");
        length = field("scale-length", entry.lengthProperty());
        pixel = field("scale-pixel", entry.pixelProperty());
        getChildren().add(Dialogs.text(what));
        if (entry.line().isPresent()) {
            String pixels = words.number(entry.line().getAsDouble(), 0);
            getChildren().addAll(label(words.of("image.scale.line", pixels), length), length);
        } else {
            getChildren().add(Dialogs.text(words.of("image.scale.no-line")));
        }
        Label told = Dialogs.text("");
        told.setId("scale-told");
        told.textProperty().bind(entry.toldProperty());
        remove = new Button(words.of("image.scale.remove"));
        remove.setId("scale-remove");
        getChildren().addAll(label(words.of("image.scale.pixel"), pixel), pixel, told, remove);
    }

    private static Label label(String text, TextField field) {
        Label label = Dialogs.text(text);
        label.setLabelFor(field);
        return label;
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(DIGITS);
        field.setMaxWidth(USE_PREF_SIZE);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    /**
     * Opens the dialog and returns at once.
     *
     * @param image that the scale is of
     * @param line that was measured, if any
     * @param known what is known so far, in micrometres a pixel
     * @param decided hears the scale, or empty when there is to be none
     */
    public static void ask(
            Words words,
            Dialogs dialogs,
            RgbImage image,
            OptionalDouble line,
            OptionalDouble known,
            Consumer<OptionalDouble> decided) {
        ScaleEntry entry = new ScaleEntry(words, image.width(), image.height(), line, known);
        ScaleForm form = new ScaleForm(words, entry, words.of("image.scale.what", image.width(), image.height()));
        form.removable(known.isPresent(), decided);
        dialogs.ask(
                words.of("image.scale.title"),
                form,
                line.isPresent() ? form.length : form.pixel,
                words.of("image.scale.save"),
                () -> form.accept(decided));
    }

    private void removable(boolean known, Consumer<OptionalDouble> decided) {
        remove.setVisible(known);
        remove.setManaged(known);
        remove.setOnAction(event -> {
            decided.accept(OptionalDouble.empty());
            getScene().getWindow().hide();
        });
    }

    private boolean accept(Consumer<OptionalDouble> decided) {
        if (entry.usable().isEmpty()) {
            entry.miss();
            return false;
        }
        decided.accept(entry.usable());
        return true;
    }
}
