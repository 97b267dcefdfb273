package io.github.melascope.ui.review;

import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The confirmed cases that look most alike to the network, with their pictures where those are on this machine. */
public final class SimilarList extends VBox {
    private static final double PICTURE_EM = 3.5;

    private final Words words;
    private final SimilarPictures pictures;
    private final Wishes wishes;
    private List<SimilarCase> shown = List.of();

    /** What the list asks of the window. */
    public interface Wishes {
        /** A case is to be seen large. */
        void showSimilar(SimilarCase one, Path file);

        /** The user wants to say where the pictures are. */
        void chooseDataset();
    }

    public SimilarList(Words words, SimilarPictures pictures, Wishes wishes) {
        super(6);
        this.words = words;
        this.pictures = pictures;
        this.wishes = wishes;
        setId("similar");
        pictures.stateProperty().subscribe(this::lay);
    }

    void show(List<SimilarCase> cases) {
        if (!cases.equals(shown)) { // an answer that is only decided anew has the same cases
            shown = cases;
            pictures.find(cases);
            lay(pictures.stateProperty().get());
        }
    }

    private void lay(SimilarPictures.State state) {
        getChildren().clear();
        if (shown.isEmpty()) {
            getChildren().add(wrapped(words.of("answer.similar.none")));
            return;
        }
        if (shown.get(0).same()) {
            Label known = wrapped(words.of("answer.similar.same", shown.get(0).name()));
            known.getStyleClass().add("notice");
            getChildren().add(known);
        }
        shown.forEach(one -> getChildren().add(row(one, state)));
        hint(state);
    }

    private Node row(SimilarCase one, SimilarPictures.State state) {
        VBox texts = texts(one);
        if (!(state instanceof SimilarPictures.State.Found found)) {
            return texts;
        }
        SimilarPictures.Picture picture = found.pictures().get(one.name());
        HBox content = new HBox(10, frame(picture), texts);
        content.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        if (picture == null) {
            Label missing = wrapped(words.of("answer.similar.missing"));
            missing.getStyleClass().add("text-muted");
            texts.getChildren().add(missing);
            return content;
        }
        content.getStyleClass().add("similar-case");
        Press.on(
                content,
                words.of(
                        "answer.similar.open",
                        words.of("dx", one.diagnosis()),
                        one.name(),
                        words.number(one.similarity(), 2)),
                () -> wishes.showSimilar(one, picture.file()));
        return content;
    }

    private static StackPane frame(SimilarPictures.@org.jspecify.annotations.Nullable Picture picture) {
        ImageView view = new ImageView();
        Label sign = new Label();
        view.setPreserveRatio(true);
        sign.fontProperty().subscribe(font -> {
            view.setFitWidth(PICTURE_EM * font.getSize());
            view.setFitHeight(PICTURE_EM * font.getSize());
        });
        StackPane frame = new StackPane(view, sign);
        frame.getStyleClass().addAll("thumbnail", "similar-picture");
        if (picture == null) {
            Icons.put(sign, Feather.IMAGE);
        } else {
            view.setImage(picture.small());
        }
        return frame;
    }

    private VBox texts(SimilarCase one) {
        Label diagnosis = wrapped(words.of("dx", one.diagnosis()));
        Label similarity = new Label(words.number(one.similarity(), 2));
        similarity.getStyleClass().addAll("figure", "text-muted");
        similarity.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(one.name());
        name.getStyleClass().add("text-muted");
        name.setMinWidth(0);
        FlowPane foot = new FlowPane(10, 0, name, similarity);
        foot.setMinWidth(0);
        return new VBox(2, diagnosis, foot);
    }

    /** What the user could do to see more. */
    private void hint(SimilarPictures.State state) {
        if (state instanceof SimilarPictures.State.Gone gone) {
            Label notice = wrapped(words.of("answer.similar.gone", gone.folder()));
            notice.getStyleClass().add("notice");
            getChildren().addAll(notice, choose("answer.similar.choose-another"));
        } else if (state instanceof SimilarPictures.State.NoFolder) {
            getChildren().add(choose("answer.similar.choose"));
        } else if (state instanceof SimilarPictures.State.Found found
                && found.pictures().isEmpty()) {
            getChildren().add(choose("answer.similar.choose-another"));
        }
    }

    private Hyperlink choose(String key) {
        Hyperlink link = new Hyperlink(words.of(key));
        link.setId("similar-choose");
        link.setWrapText(true);
        link.setOnAction(event -> wishes.chooseDataset());
        return link;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
