package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Icons;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The wizard: its steps at the top, the present one below, and the way on at the foot. */
public final class TrainingView extends BorderPane {
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final TrainingModel model;
    private final Words words;
    private final StepBar steps;
    private final Map<WizardStep, Node> views = new EnumMap<>(WizardStep.class);
    private final ScrollPane page = new ScrollPane();
    private final Button back;
    private final Button next;

    /** What this feature asks of the window. */
    public interface Wishes {
        /** Shows a saved model's errors, down to the images; empty where there is no such page. */
        java.util.Optional<java.util.function.Consumer<String>> dashboard();

        /** Says at the window's foot what was done. */
        void say(String text);
    }

    public TrainingView(Words words, TrainingModel model, Dialogs dialogs, FileChoice files, Wishes wishes) {
        this.words = words;
        this.model = model;
        this.steps = new StepBar(words, model);
        views.put(WizardStep.DATA, new DataView(words, model, files));
        views.put(WizardStep.EXAM, new ExamView(words, model.exam()));
        views.put(WizardStep.RECIPE, new RecipeView(words, model, files, dialogs));
        views.put(WizardStep.RUN, new RunView(words, model, dialogs));
        views.put(WizardStep.RESULT, new ResultView(words, model, wishes));
        back = Icons.put(new Button(words.of("training.back")), Feather.ARROW_LEFT);
        back.setId("training-back");
        back.setOnAction(
                event -> model.go(WizardStep.ALL.get(model.stepProperty().get().place() - 1)));
        next = new Button();
        next.setId("training-next");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> next());
        next.setTooltip(new Tooltip(words.of("training.next.key", NEXT.getDisplayText())));
        page.setFitToWidth(true);
        page.setId("training-page");
        page.getStyleClass().addAll("edge-to-edge", "training-page");
        setTop(steps);
        setCenter(page);
        setBottom(foot());
        getStyleClass().add("training");
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        show(model.stepProperty().get());
        model.stepProperty().addListener((property, was, is) -> {
            show(is);
            page.requestFocus(); // the button that led here may be disabled now
        });
        follow();
    }

    private Node foot() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(back, space, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("training-foot");
        return foot;
    }

    /** Every property that decides where the user can go. */
    private void follow() {
        Runnable refresh = this::refresh;
        model.data().stateProperty().subscribe(refresh);
        model.exam().stateProperty().subscribe(refresh);
        model.recipe().recipeProperty().subscribe(refresh);
        model.recipe().problemProperty().subscribe(refresh);
        model.result().stateProperty().subscribe(refresh);
        model.startingProperty().subscribe(refresh);
        model.list().items().addListener((javafx.beans.InvalidationListener) list -> refresh());
        refresh();
    }

    private void refresh() {
        steps.refresh();
        WizardStep step = model.stepProperty().get();
        boolean starts = step == WizardStep.RECIPE;
        back.setDisable(step == WizardStep.DATA);
        next.setText(words.of(
                switch (step) {
                    case DATA, EXAM -> "training.next";
                    case RECIPE -> "training.start";
                    case RUN -> "training.to-result";
                    case RESULT -> "training.another";
                }));
        Icons.put(next, starts ? Feather.PLAY : Feather.ARROW_RIGHT);
        next.setDisable(
                switch (step) {
                    case DATA -> !model.can(WizardStep.EXAM);
                    case EXAM -> !model.can(WizardStep.RECIPE);
                    case RECIPE -> !model.canStart();
                    case RUN -> !model.can(WizardStep.RESULT);
                    case RESULT -> false;
                });
    }

    private void next() {
        switch (model.stepProperty().get()) {
            case DATA -> model.go(WizardStep.EXAM);
            case EXAM -> model.go(WizardStep.RECIPE);
            case RECIPE -> model.start();
            case RUN -> model.go(WizardStep.RESULT);
            case RESULT -> model.go(WizardStep.DATA);
        }
    }

    private void keys(KeyEvent event) {
        if (NEXT.match(event) && !next.isDisabled()) {
            next.fire();
            event.consume();
        }
    }

    private void show(WizardStep step) {
        page.setContent(Objects.requireNonNull(views.get(step)));
        page.setVvalue(0);
        refresh();
    }
}
