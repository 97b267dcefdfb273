package io.github.melascope.ui.training;

import io.github.melascope.app.Recipe;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The third step: quick or full, from where, and everything else under a fold. */
final class RecipeView extends VBox {
    private final Words words;
    private final RecipeModel model;
    private final Label problem = Parts.text("", "notice");

    RecipeView(Words words, TrainingModel wizard, FileChoice files, Dialogs dialogs) {
        this.words = words;
        this.model = wizard.recipe();
        getStyleClass().add("page");
        FlowPane cards = new FlowPane(new RecipeCard(words, model, true), new RecipeCard(words, model, false));
        cards.getStyleClass().add("cards");
        TitledPane advanced =
                new TitledPane(words.of("training.recipe.advanced"), new AdvancedPane(words, model, wizard.exam()));
        advanced.setId("recipe-advanced");
        advanced.setAnimated(false);
        advanced.setExpanded(false);
        problem.setId("recipe-problem");
        getChildren()
                .addAll(
                        Parts.heading(words.of("training.recipe.title")),
                        cards,
                        new StartPane(words, model, wizard.download(), files, dialogs),
                        problem,
                        new PreviewPane(words, model),
                        advanced);
        model.problemProperty().subscribe(why -> show());
        model.recipeProperty().subscribe(recipe -> show());
    }

    private void show() {
        Recipe recipe = model.recipeProperty().get();
        Optional<String> fault = recipe.fault().map(what -> words.of("training.fault", what));
        String text = fault.orElseGet(() ->
                model.problemProperty().get().map(why -> why.message(words)).orElse(""));
        problem.setText(text);
        Parts.show(problem, !text.isEmpty());
    }
}
