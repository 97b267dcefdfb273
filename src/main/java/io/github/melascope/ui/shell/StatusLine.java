package io.github.melascope.ui.shell;

import io.github.melascope.base.Words;
import io.github.melascope.ui.export.LongWork;
import io.github.melascope.ui.export.WorkBar;
import io.github.melascope.ui.review.ModelState;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line at the window's foot: what was done last, the model, the device. */
final class StatusLine extends HBox {
    private final Label said = new Label();

    StatusLine(Words words, LongWork work, ObservableValue<ModelState> state, int threads) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        said.setId("said");
        HBox.setHgrow(said, Priority.ALWAYS);
        Label model = new Label();
        model.setId("status-model");
        model.textProperty().bind(Bindings.createStringBinding(() -> text(words, state.getValue()), state));
        Label device = new Label(words.of("status.device", threads));
        Label note = new Label(words.of("app.not-a-diagnosis"));
        model.setMinWidth(USE_PREF_SIZE);
        device.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(said, new WorkBar(words, work), note, model, device);
    }

    private static String text(Words words, ModelState state) {
        if (state instanceof ModelState.InUse inUse) {
            return words.of("status.model", inUse.bundle().spec().id());
        }
        return words.of(state instanceof ModelState.Opening ? "status.opening" : "status.no-model");
    }

    void say(String text) {
        said.setText(text);
    }
}
