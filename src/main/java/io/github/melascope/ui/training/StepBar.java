package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** The steps at the top: where the user is, and where they can go. */
final class StepBar extends FlowPane {
    private final TrainingModel model;
    private final Map<WizardStep, Button> buttons = new EnumMap<>(WizardStep.class);
    private final Words words;

    StepBar(Words words, TrainingModel model) {
        this.words = words;
        this.model = model;
        getStyleClass().add("step-bar");
        for (WizardStep step : WizardStep.ALL) {
            Button button = new Button(words.of("training.step", step.place() + 1, words.of("training.step", step)));
            button.setId("step-" + step.id());
            button.getStyleClass().add("step");
            button.setOnAction(event -> model.go(step));
            buttons.put(step, button);
            getChildren().add(button);
        }
        model.stepProperty().subscribe(now -> refresh());
    }

    /** Which steps can be gone to depends on more than one property: asked anew whenever one changes. */
    void refresh() {
        buttons.forEach((step, button) -> {
            boolean here = step == model.stepProperty().get();
            button.getStyleClass().removeAll("here");
            if (here) {
                button.getStyleClass().add("here");
            }
            button.setAccessibleHelp(here ? words.of("training.step.here") : "");
            button.setDisable(!here && !model.can(step));
        });
    }
}
