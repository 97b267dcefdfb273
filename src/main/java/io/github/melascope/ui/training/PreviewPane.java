package io.github.melascope.ui.training;

import io.github.melascope.app.Recipe;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.FxPictures;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How far training images are changed, and what that looks like. */
final class PreviewPane extends VBox {
    private static final double SIDE = 112;

    private final Words words;
    private final FlowPane pictures = new FlowPane();

    PreviewPane(Words words, RecipeModel model) {
        this.words = words;
        getStyleClass().add("explained");
        ComboBox<Recipe.Strength> strength =
                Choices.of("recipe-strength", List.of(Recipe.Strength.values()), s -> words.of("training.strength", s));
        model.recipeProperty().subscribe(now -> strength.setValue(now.strength()));
        strength.valueProperty().addListener((property, was, is) -> model.change(r -> r.withStrength(is)));
        pictures.getStyleClass().add("pictures");
        pictures.setId("augmented");
        getChildren()
                .addAll(
                        Parts.explained(
                                words.of("training.augmentation"), strength, words.of("training.augmentation.what")),
                        pictures);
        strength.setMaxWidth(USE_PREF_SIZE);
        model.viewsProperty().subscribe(this::show);
    }

    private void show(List<RgbImage> views) {
        pictures.getChildren().clear();
        for (int i = 0; i < views.size(); i++) {
            ImageView view = new ImageView(FxPictures.of(views.get(i)));
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            view.setAccessibleText(words.of("training.augmentation.view", i + 1));
            pictures.getChildren().add(view);
        }
    }
}
