package io.github.melascope.ui.review;

import io.github.melascope.app.Review;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Icons;
import io.github.melascope.ui.image.ImageViewer;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The review feature: the list, the image, the answer; while the list is empty, what to do next. */
public final class ReviewView extends StackPane {
    private static final double LIST_WIDTH = 270;
    private static final double ANSWER_WIDTH = 350;
    private static final double VIEWER_LEAST = 320;
    /** Shares of the width that list and answer may take at large text: the image is what is looked at. */
    private static final double LIST_MOST = 0.25;

    private static final double ANSWER_MOST = 0.34;

    private final ReviewModel model;
    private final ImageViewer viewer;
    private final AnswerPane answer;
    private final SimilarList similar;
    private final ImageList list;
    private @Nullable RgbImage shown;
    private boolean placed;

    /** What the view asks of the window around it. */
    public interface Wishes extends SimilarList.Wishes {
        void openFiles();

        void openFolder();

        void openSamples();

        void showExam();

        /** The image that is looked at is to be saved as a case. */
        void saveCase();
    }

    /**
     * @param sensitivityChanged hears the wanted sensitivity, 0 … 1, or 0 for the model's own threshold
     * @param cover stands in place of an answer that is covered
     */
    public ReviewView(
            Words words,
            ReviewModel model,
            ImageViewer viewer,
            Exports exports,
            SimilarPictures pictures,
            Wishes wishes,
            DoubleConsumer sensitivityChanged,
            Node cover) {
        this.model = model;
        this.viewer = viewer;
        this.similar = new SimilarList(words, pictures, wishes);
        this.answer = new AnswerPane(words, model, similar, sensitivityChanged, wishes::showExam, cover);
        this.list = new ImageList(words, model);
        list.setPrefWidth(LIST_WIDTH);
        BorderPane right = new BorderPane(answer);
        right.setBottom(exportBar(words, exports, wishes));
        right.setPrefWidth(ANSWER_WIDTH);
        SplitPane parts = new SplitPane(list, viewer, right);
        parts.getStyleClass().add("review");
        viewer.setMinWidth(VIEWER_LEAST);
        parts.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0 && !placed) {
                placed = true; // from now on the user moves them
                double scale = list.textScale() / width.doubleValue();
                parts.setDividerPositions(
                        Math.min(LIST_MOST, LIST_WIDTH * scale), 1 - Math.min(ANSWER_MOST, ANSWER_WIDTH * scale));
            }
        });
        SplitPane.setResizableWithParent(list, false);
        SplitPane.setResizableWithParent(right, false);
        Welcome welcome = new Welcome(words, wishes::openFiles, wishes::openFolder, wishes::openSamples);
        welcome.visibleProperty().bind(Bindings.isEmpty(model.items()));
        parts.visibleProperty().bind(welcome.visibleProperty().not());
        getChildren().addAll(parts, welcome);
        connect();
    }

    private FlowPane exportBar(Words words, Exports exports, Wishes wishes) {
        ExportMenu menu = new ExportMenu(
                words, model, exports, list::chosen, () -> viewer.pane().snapshot(1));
        Button save = Icons.put(new Button(words.of("savecase.button")), Feather.SAVE);
        save.setId("save-case");
        save.setOnAction(event -> wishes.saveCase());
        save.disableProperty().bind(model.readingProperty().map(reading -> !(reading instanceof Reading.Ready)));
        FlowPane bar = new FlowPane(8, 8, save, menu);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("export-bar");
        return bar;
    }

    /** Goes to another image of the list: 1 for the next, −1 for the one before. */
    public void step(int by) {
        list.step(by);
    }

    private void connect() {
        model.choiceProperty().bindBidirectional(viewer.choiceProperty());
        model.heatMapProperty().subscribe(map -> viewer.heatMapProperty().set(Optional.ofNullable(map)));
        model.readingProperty().subscribe(this::show);
        model.modelProperty().subscribe(state -> {
            if (state instanceof ModelState.InUse inUse) {
                boolean seven = inUse.bundle().spec().task().outputs() > 1;
                viewer.setTargets(seven ? Diagnosis.ALL : List.of(Diagnosis.MEL));
            }
        });
    }

    private void show(Reading reading) {
        if (reading instanceof Reading.Ready ready) {
            show(ready.review());
        } else if (reading instanceof Reading.Covered covered) {
            show(covered.review());
        } else {
            shown = null;
            viewer.clear();
        }
    }

    /** An answer that is only decided anew, or uncovered, keeps zoom and place. */
    private void show(Review review) {
        RgbImage image = review.image();
        if (!image.equals(shown)) {
            shown = image;
            viewer.show(image);
            viewer.outlineProperty().set(review.lesion());
            viewer.heatMapProperty()
                    .set(Optional.ofNullable(model.heatMapProperty().get()));
        }
    }

    /** Whether the most alike case of each diagnosis is shown; else the most alike of all. */
    public BooleanProperty similarOfEachProperty() {
        return similar.ofEachProperty();
    }

    /** Shows the sensitivity in use, 0 for the model's own. */
    public void sensitivity(double chosen) {
        answer.wanted(chosen);
    }
}
