package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.FxPictures;
import java.util.List;
import java.util.Map;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A few images of each class. */
final class ExamplesPane extends VBox {
    private static final double SIDE_EM = 6;

    private final TrainingWords told;
    private final FlowPane classes = new FlowPane();

    ExamplesPane(Words words, DataModel model) {
        told = new TrainingWords(words);
        getStyleClass().add("examples");
        classes.getStyleClass().add("count-tables");
        getChildren().addAll(Parts.section(words.of("training.data.examples")), classes);
        show(model.examplesProperty().get());
        model.examplesProperty().addListener((property, was, is) -> show(is));
    }

    private void show(Map<String, List<DataModel.Example>> examples) {
        classes.getChildren().clear();
        examples.forEach((name, some) -> {
            FlowPane row = new FlowPane();
            row.getStyleClass().add("pictures");
            some.forEach(example -> row.getChildren()
                    .add(picture(
                            example,
                            told.className(name) + ", " + example.sample().imageId())));
            row.setPrefWrapLength(480);
            classes.getChildren().add(new VBox(Parts.text(told.className(name)), row));
        });
    }

    private static ImageView picture(DataModel.Example example, String name) {
        ImageView view = new ImageView(FxPictures.of(example.image()));
        view.setFitHeight(SIDE_EM * 14);
        view.setPreserveRatio(true);
        view.setAccessibleText(name);
        return view;
    }
}
