package io.github.melascope.ui.review;

import io.github.melascope.app.SensitivityScale;
import io.github.melascope.base.Words;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Moves the threshold by the sensitivity that is wanted, and says at once what that costs. */
final class SensitivityBox extends VBox {
    private static final double LOWEST = 70;
    private static final double HIGHEST = 99;

    private final Words words;
    private final Slider slider = new Slider(LOWEST, HIGHEST, 90);
    private final Label wanted = new Label();
    private final Label cost = new Label();
    private final Button reset;
    private final DoubleConsumer changed;
    private Optional<SensitivityScale> scale = Optional.empty();
    private double own = 0.9;
    private boolean silent;

    /** @param changed hears the wanted sensitivity, 0 … 1; 0 for the model's own threshold */
    SensitivityBox(Words words, DoubleConsumer changed) {
        super(6);
        this.words = words;
        this.changed = changed;
        reset = new Button(words.of("answer.sensitivity.reset"));
        reset.getStyleClass().add("small");
        reset.setId("sensitivity-reset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> {
            show(scale, own, 0);
            changed.accept(0);
        });
        slider.setId("sensitivity");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(words.of("answer.sensitivity.name"));
        slider.valueProperty().addListener((property, was, is) -> moved());
        wanted.setWrapText(true);
        wanted.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(wanted, Priority.ALWAYS);
        cost.setWrapText(true);
        cost.getStyleClass().add("text-muted");
        getChildren().addAll(new HBox(8, wanted, reset), slider, cost);
    }

    /**
     * Shows a model's scale.
     *
     * @param ownSensitivity for which the model's own threshold was chosen, 0 … 1
     * @param chosen by the user, 0 for the model's own
     */
    void show(Optional<SensitivityScale> known, double ownSensitivity, double chosen) {
        scale = known;
        own = ownSensitivity;
        silent = true;
        slider.setValue(100 * (chosen > 0 ? chosen : own));
        silent = false;
        slider.setDisable(known.isEmpty());
        reset.setDisable(chosen <= 0);
        say();
    }

    private void moved() {
        say();
        if (!silent) {
            reset.setDisable(false);
            changed.accept(Math.round(slider.getValue()) / 100.0);
        }
    }

    private void say() {
        double sensitivity = Math.round(slider.getValue()) / 100.0;
        wanted.setText(words.of("answer.sensitivity", Math.round(slider.getValue())));
        cost.setText(scale.flatMap(known -> known.wanted(sensitivity).map(choice -> known.held(choice.threshold())))
                .map(held -> words.of(
                        "answer.sensitivity.cost",
                        Math.round(100 * held.sensitivity()),
                        Math.round(100 * held.falseAlarms()),
                        words.percent(held.threshold())))
                .orElse(words.of("answer.sensitivity.unknown")));
    }
}
