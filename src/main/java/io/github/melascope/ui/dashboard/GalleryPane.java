package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ImageMark;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.Case;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The images of a mark, worst first; from here into the review, and onto the list of marked images. */
final class GalleryPane extends VBox {
    private static final double ROOMY_EM = 28;

    private final Words words;
    private final Naming naming;
    private final DashboardModel model;
    private final BiConsumer<Path, String> review;
    private final Label title = new Label();
    private final Label count = new Label();
    private final Label notice = new Label();
    private final Button find;
    private final ObservableList<Case> cases = FXCollections.observableArrayList();
    private final ListView<Case> list = new ListView<>(cases);
    private final ComboBox<Optional<ImageMark.Kind>> kind;
    private final TextField note = new TextField();
    private final Button toReview;
    private boolean silent;

    /**
     * @param review opens an image in the review, under a name
     * @param find asks the user where the images lie
     */
    GalleryPane(
            Words words,
            DashboardModel model,
            GalleryPictures pictures,
            BiConsumer<Path, String> review,
            Runnable find) {
        this.words = words;
        this.naming = new Naming(words);
        this.model = model;
        this.review = review;
        this.find = Icons.put(new Button(words.of("dashboard.find-images")), Feather.FOLDER);
        this.find.setId("gallery-find");
        this.find.setOnAction(event -> find.run());
        this.kind = Choices.orNone(
                "mark-kind",
                words.of("dashboard.mark.none"),
                List.of(ImageMark.Kind.values()),
                value -> words.of("dashboard.mark", value));
        this.toReview = Icons.put(new Button(words.of("dashboard.review")), Feather.EYE);
        list.setId("gallery");
        list.setCellFactory(view -> new GalleryCell(words, model, pictures));
        list.setAccessibleText(words.of("dashboard.gallery"));
        list.setPlaceholder(new Label(words.of("dashboard.gallery.empty")));
        VBox.setVgrow(list, Priority.ALWAYS);
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.getStyleClass().add("notice");
        getStyleClass().add("gallery");
        getChildren().addAll(head(), notice, this.find, list, foot());
        listen();
    }

    private VBox head() {
        title.getStyleClass().add("section-title");
        title.setId("gallery-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.setId("gallery-count");
        Button close = Icons.put(new Button(), Feather.X);
        close.setId("gallery-close");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(words.of("dashboard.gallery.close"));
        close.setTooltip(new Tooltip(words.of("dashboard.gallery.close")));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.closeGallery());
        HBox row = new HBox(title, close);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(row, count);
    }

    /** One row: the button's words go first where text is large. */
    private HBox foot() {
        toReview.setId("gallery-review");
        toReview.setOnAction(event -> openInReview());
        kind.setAccessibleText(words.of("dashboard.mark"));
        note.setId("mark-note");
        note.setPromptText(words.of("dashboard.mark.note.prompt"));
        note.setAccessibleText(words.of("dashboard.mark.note"));
        toReview.setAccessibleText(words.of("dashboard.review"));
        toReview.setTooltip(new Tooltip(words.of("dashboard.review")));
        toReview.setMinWidth(Region.USE_PREF_SIZE);
        toReview.contentDisplayProperty()
                .bind(widthProperty()
                        .map(width ->
                                width.doubleValue() < ROOMY_EM * count.getFont().getSize()
                                        ? ContentDisplay.GRAPHIC_ONLY
                                        : ContentDisplay.LEFT));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox foot = new HBox(toReview, kind, note);
        foot.getStyleClass().add("gallery-foot");
        return foot;
    }

    private void listen() {
        model.galleryProperty().subscribe(this::show);
        model.imagesProperty().subscribe(found -> {
            list.refresh();
            anew();
        });
        model.marks().all().addListener((ListChangeListener<ImageMark>) change -> list.refresh());
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openInReview();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openInReview();
                event.consume();
            }
        });
        // A filter, because the list would keep the key to itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.closeGallery();
                event.consume();
            }
        });
        kind.valueProperty().addListener((property, was, is) -> mark());
        note.setOnAction(event -> mark());
        note.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                mark();
            }
        });
    }

    private void show(Optional<Gallery> gallery) {
        if (gallery.isEmpty()) {
            cases.clear();
            return;
        }
        Gallery now = gallery.get();
        title.setText(naming.gallery(now.selection(), now.threshold()));
        count.setText(words.of("dashboard.gallery.count", now.cases().size()));
        Case chosen = list.getSelectionModel().getSelectedItem();
        if (!cases.equals(now.cases())) {
            cases.setAll(now.cases());
            int at = chosen == null ? 0 : Math.max(0, now.cases().indexOf(chosen));
            if (!cases.isEmpty()) {
                list.getSelectionModel().select(at);
                if (at == 0) {
                    list.scrollTo(0);
                }
            }
        }
        anew();
    }

    /** Says what of the images is missing. */
    private void anew() {
        Map<String, Path> files = model.imagesProperty().get();
        long missing =
                cases.stream().filter(one -> !files.containsKey(one.id())).count();
        boolean none = missing == cases.size();
        notice.setText(
                none ? words.of("dashboard.gallery.no-files") : words.of("dashboard.gallery.some-files", missing));
        show(notice, missing > 0);
        show(find, missing > 0);
        selected(list.getSelectionModel().getSelectedItem());
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void selected(@org.jspecify.annotations.Nullable Case one) {
        silent = true;
        Optional<ImageMark> marked = one == null ? Optional.empty() : model.markOf(one);
        kind.setValue(marked.map(ImageMark::kind));
        note.setText(marked.map(ImageMark::note).orElse(""));
        silent = false;
        kind.setDisable(one == null);
        note.setDisable(marked.isEmpty());
        toReview.setDisable(one == null || !model.imagesProperty().get().containsKey(one.id()));
    }

    private void mark() {
        Case one = list.getSelectionModel().getSelectedItem();
        if (silent || one == null) {
            return;
        }
        Optional<ImageMark> before = model.markOf(one);
        Optional<ImageMark.Kind> wanted = kind.getValue();
        String text = wanted.isPresent() ? note.getText().strip() : "";
        boolean same = before.map(ImageMark::kind).equals(wanted)
                && before.map(ImageMark::note).orElse("").equals(text);
        if (!same) {
            model.mark(one, wanted, text);
        }
        note.setDisable(wanted.isEmpty());
    }

    private void openInReview() {
        Case one = list.getSelectionModel().getSelectedItem();
        Path file = one == null ? null : model.imagesProperty().get().get(one.id());
        if (file != null) {
            review.accept(file, String.valueOf(Objects.requireNonNull(file).getFileName()));
        }
    }

    /** Takes the keyboard to the images. */
    void focus() {
        list.requestFocus();
    }
}
