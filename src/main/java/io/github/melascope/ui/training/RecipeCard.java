package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Quick or full: what it is, and how long it will take here. */
final class RecipeCard extends ToggleButton {
    private final Words words;
    private final TrainingWords told;
    private final String name;
    private final Label time = Parts.text("", "strong");
    private final VBox content;

    RecipeCard(Words words, RecipeModel model, boolean quick) {
        this.words = words;
        this.told = new TrainingWords(words);
        String key = quick ? "quick" : "full";
        this.name = words.of("training.recipe." + key);
        setId("recipe-" + key);
        getStyleClass().add("card");
        Label title = Icons.put(Parts.text(name, "title-4"), quick ? Feather.ZAP : Feather.LAYERS);
        content = new VBox(title, Parts.text(words.of("training.recipe." + key + ".what")), time);
        content.getStyleClass().add("explained");
        content.setMouseTransparent(true);
        content.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                        widthProperty(),
                        insetsProperty()));
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(event -> {
            setSelected(true); // one of the two always is
            model.choose(quick);
        });
        model.recipeProperty().subscribe(recipe -> setSelected(recipe.quick() == quick));
        model.timeProperty(quick).subscribe(this::show);
    }

    private void show(Expected expected) {
        String text = "";
        if (expected instanceof Expected.Known known) {
            text = words.of("training.recipe.time", told.about(known.seconds()));
        } else if (expected instanceof Expected.Measuring) {
            text = words.of("training.recipe.measuring");
        } else if (expected instanceof Expected.Busy) {
            text = words.of("training.recipe.busy");
        } else if (expected instanceof Expected.Failed) {
            text = words.of("training.recipe.not-measured");
        }
        time.setText(text);
        setAccessibleText(name + ". " + text);
    }

    /** A button does not ask how high its content is at its width: texts that wrap need it. */
    @Override
    protected double computePrefHeight(double width) {
        double inside = prefWidth(-1) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + content.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
