package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ImageMark;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.Case;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One image of the gallery: plain, with heat, what it is, what the model said, what is known of it. */
final class GalleryCell extends ListCell<Case> {
    private static final double PICTURE_EM = 5.5;

    private final Words words;
    private final Naming naming;
    private final Numbers numbers;
    private final DashboardModel model;
    private final GalleryPictures pictures;
    private final ImageView plain = new ImageView();
    private final ImageView heat = new ImageView();
    private final Label absent = new Label();
    private final Label id = new Label();
    private final Label truth = new Label();
    private final Label answer = new Label();
    private final Label likeliest = new Label();
    private final Label facts = new Label();
    private final Label mark = new Label();
    private final Label person = new Label();
    private final VBox row;
    /** Read on other threads, to pass over what has been scrolled away. */
    private volatile @Nullable Case shown;

    private @Nullable Path shownFile;

    GalleryCell(Words words, DashboardModel model, GalleryPictures pictures) {
        this.words = words;
        this.naming = new Naming(words);
        this.numbers = new Numbers(words);
        this.model = model;
        this.pictures = pictures;
        id.getStyleClass().add("strong");
        facts.getStyleClass().add("hint");
        person.getStyleClass().add("hint");
        mark.getStyleClass().add("image-mark");
        for (Label label : new Label[] {id, truth, answer, likeliest, facts, person, mark}) {
            label.setMinWidth(0);
        }
        VBox text = new VBox(id, truth, answer, mark);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        absent.getStyleClass().add("hint");
        HBox seen = new HBox(new StackPane(frame(plain), absent), frame(heat), text);
        seen.getStyleClass().add("gallery-row");
        row = new VBox(seen, likeliest, facts, person);
        row.getStyleClass().add("gallery-item");
        setPrefWidth(0); // as wide as the list
        fontProperty().subscribe(font -> {
            for (ImageView view : new ImageView[] {plain, heat}) {
                view.setPreserveRatio(true);
                view.setFitWidth(PICTURE_EM * font.getSize());
                view.setFitHeight(PICTURE_EM * font.getSize());
            }
        });
    }

    private static Region frame(ImageView view) {
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("gallery-picture");
        return frame;
    }

    @Override
    protected void updateItem(@Nullable Case one, boolean empty) {
        super.updateItem(one, empty);
        setText(null);
        if (empty || one == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(row);
        Path file = model.imagesProperty().get().get(one.id());
        if (!one.equals(shown) || !Objects.equals(file, shownFile)) {
            shown = one;
            shownFile = file;
            picture(one, file);
        }
        id.setText(one.id());
        truth.setText(words.of("dashboard.fact.truth", naming.brief(one)));
        answer.setText(words.of("dashboard.answer.melanoma", numbers.threshold(one.melanomaProbability())));
        boolean seven = !one.probabilities().isEmpty();
        likeliest.setText(seven ? likeliest(one) : "");
        show(likeliest, seven);
        facts.setText(naming.origin(one));
        person.setText(naming.person(one));
        Optional<ImageMark> marked = model.markOf(one);
        mark.setText(marked.map(m ->
                        "⚑ " + words.of("dashboard.mark", m.kind()) + (m.note().isEmpty() ? "" : ": " + m.note()))
                .orElse(""));
        show(mark, marked.isPresent());
        setAccessibleText(words.of(
                "dashboard.item.aloud", one.id(), naming.truth(one), numbers.threshold(one.melanomaProbability())));
    }

    private String likeliest(Case one) {
        double highest = one.probabilities().stream().mapToDouble(p -> p).max().orElse(Double.NaN);
        return words.of("dashboard.answer.first", Selection.likeliest(one).code(), numbers.share(highest));
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private void picture(Case one, @Nullable Path file) {
        pictures(null, null, "");
        if (file == null) {
            pictures(null, null, words.of("dashboard.gallery.missing"));
            return;
        }
        pictures.request(model.modelIdProperty().get(), file, () -> one.equals(shown), found -> {
            if (one.equals(shown)) {
                found.ifPresentOrElse(
                        pair -> pictures(pair.plain(), pair.heat(), ""),
                        () -> pictures(null, null, words.of("dashboard.gallery.unreadable")));
            }
        });
    }

    private void pictures(@Nullable Image first, @Nullable Image second, String instead) {
        plain.setImage(first);
        heat.setImage(second);
        absent.setText(instead);
    }
}
