package io.github.melascope.ui.review;

import io.github.melascope.app.Review;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
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
    private final BooleanProperty ofEach = new SimpleBooleanProperty(this, "ofEach");
    private final Label caption = wrapped("");
    private final FlowPane choice;
    private final VBox cases = new VBox(6);
    private Optional<Review> review = Optional.empty();
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
        caption.setId("similar-caption");
        caption.getStyleClass().add("text-muted");
        this.choice = choice();
        ofEach.subscribe(each -> review.ifPresent(this::show));
        pictures.stateProperty().subscribe(this::lay);
    }

    /** Whether the most alike case of each diagnosis is shown; else the most alike of all. */
    BooleanProperty ofEachProperty() {
        return ofEach;
    }

    /** Two switches of which one is always on. */
    private FlowPane choice() {
        ToggleButton nearest = toggle("answer.similar.nearest", "similar-nearest");
        ToggleButton each = toggle("answer.similar.each", "similar-each");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(nearest, each);
        ofEach.subscribe(now -> (now ? each : nearest).setSelected(true));
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                ofEach.set(each.isSelected());
            }
        });
        return new FlowPane(6, 6, nearest, each);
    }

    private ToggleButton toggle(String key, String id) {
        ToggleButton button = new ToggleButton(words.of(key));
        button.setId(id);
        button.setAccessibleText(words.of(key + ".tip"));
        button.setTooltip(new Tooltip(words.of(key + ".tip")));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void show(Review next) {
        review = Optional.of(next);
        caption.setText(caption(next));
        List<SimilarCase> wanted = ofEach.get() ? next.similarOfEach() : next.similar();
        if (!wanted.equals(shown)) { // an answer that is only decided anew has the same cases
            shown = wanted;
            pictures.find(wanted);
            lay(pictures.stateProperty().get());
        }
    }

    /** Whether the neighbours bear the model out, or what is to be seen instead. */
    private String caption(Review next) {
        if (ofEach.get()) {
            return words.of("answer.similar.each.what");
        }
        if (next.agreeing().isEmpty()) {
            return "";
        }
        int agreeing = next.agreeing().getAsInt();
        int all = next.similar().size();
        String likeliest = words.of("dx", next.prediction().likeliest().orElseThrow());
        return words.of(
                2 * agreeing > all ? "answer.similar.agree" : "answer.similar.differ", agreeing, all, likeliest);
    }

    private void lay(SimilarPictures.State state) {
        cases.getChildren().clear();
        if (shown.isEmpty()) {
            getChildren().setAll(wrapped(words.of("answer.similar.none")));
            return;
        }
        if (!getChildren().contains(cases)) { // the switches stay where they are, or they would lose the focus
            getChildren().setAll(choice, caption, cases);
        }
        if (shown.get(0).same()) {
            Label known = wrapped(words.of("answer.similar.same", shown.get(0).name()));
            known.getStyleClass().add("notice");
            cases.getChildren().add(known);
        }
        shown.forEach(one -> cases.getChildren().add(row(one, state)));
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
            cases.getChildren().addAll(notice, choose("answer.similar.choose-another"));
        } else if (state instanceof SimilarPictures.State.NoFolder) {
            cases.getChildren().add(choose("answer.similar.choose"));
        } else if (state instanceof SimilarPictures.State.Found found
                && found.pictures().isEmpty()) {
            cases.getChildren().add(choose("answer.similar.choose-another"));
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
