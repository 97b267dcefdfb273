package io.github.melascope.ui.export;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.FxPictures;
import io.github.melascope.ui.fx.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A page of the file as it will be, and the way to its other pages. */
final class PreviewPane extends VBox {
    private static final double MOST = 470;
    private static final double LEAST = 320;
    /** What a screen of 800 pixels has room for, and how many rows of text there are above and below the paper. */
    private static final double SCREEN = 760;

    private static final double ROWS = 13;

    private final Words words;
    private final ImageView picture = new ImageView();
    private final Label waiting = new Label();
    private final Label number = new Label();
    private final Button before;
    private final Button after;
    private final HBox pages;

    PreviewPane(Words words, PreviewModel model) {
        super(6);
        this.words = words;
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        waiting.setWrapText(true);
        waiting.setId("preview-waiting");
        StackPane paper = new StackPane(picture, waiting);
        paper.getStyleClass().add("paper");
        waiting.fontProperty().subscribe(font -> fit(paper, height(font.getSize())));
        paper.setId("preview");
        paper.setAccessibleText(words.of("preview.name"));
        before = turn(Feather.CHEVRON_LEFT, "preview.before", () -> model.turn(-1));
        after = turn(Feather.CHEVRON_RIGHT, "preview.after", () -> model.turn(1));
        number.setId("preview-page");
        number.setMinWidth(USE_PREF_SIZE);
        pages = new HBox(8, before, number, after);
        pages.setAlignment(Pos.CENTER);
        setAlignment(Pos.TOP_CENTER);
        getChildren().addAll(paper, pages);
        model.stateProperty().subscribe(this::show);
    }

    /** The larger the text, the less room is left for the paper. */
    static double height(double textSize) {
        return Math.clamp(SCREEN - ROWS * textSize, LEAST, MOST);
    }

    private void fit(StackPane paper, double height) {
        double width = height / Math.sqrt(2); // A4
        picture.setFitHeight(height);
        picture.setFitWidth(width);
        waiting.setMaxWidth(width - 24);
        paper.setMinSize(width + 2, height + 2);
        paper.setMaxSize(width + 2, height + 2);
    }

    private Button turn(Feather icon, String key, Runnable action) {
        Button button = Icons.put(new Button(), icon);
        button.setId(key.replace('.', '-'));
        button.setAccessibleText(words.of(key));
        button.setTooltip(new Tooltip(words.of(key)));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(PreviewModel.State state) {
        // Its room is kept: a dialog does not grow once it is seen.
        pages.setVisible(state instanceof PreviewModel.State.Shown many && many.pages() > 1);
        if (state instanceof PreviewModel.State.Shown shown) {
            picture.setImage(FxPictures.of(shown.page()));
            waiting.setText("");
            number.setText(words.of("report.page-of", shown.index() + 1, shown.pages()));
            before.setDisable(shown.index() == 0);
            after.setDisable(shown.index() == shown.pages() - 1);
        } else {
            waiting.setText(
                    state instanceof PreviewModel.State.Failed failed
                            ? failed.problem().message(words)
                            : words.of("preview.coming"));
        }
    }
}
