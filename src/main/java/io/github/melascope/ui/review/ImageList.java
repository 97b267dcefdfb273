package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.ui.fx.Icons;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of images at the window's left, with its progress. */
final class ImageList extends VBox {
    private static final double CELL_HEIGHT = 64;
    private static final double USUAL_TEXT = 14;
    private static final double LARGEST_SCALE = 1.25;
    /** Height of a row in sizes of its text. */
    private static final double CELL_TEXTS = 4.2;

    private final Words words;
    private final ReviewModel model;
    private final ListView<ReviewItem> list = new ListView<>();
    private final Label count = new Label();
    private final ToggleButton urgent;
    private final SortedList<ReviewItem> sorted;
    /** Rows that move with every single answer can be neither read nor clicked. */
    private final PauseTransition settling = new PauseTransition(Duration.seconds(1));

    ImageList(Words words, ReviewModel model) {
        this.words = words;
        this.model = model;
        sorted = new SortedList<>(model.items());
        urgent = Icons.put(new ToggleButton(words.of("list.urgent-first")), Feather.ARROW_UP);
        getStyleClass().add("image-list");
        getChildren().addAll(header(), list, progress(), rest());
        VBox.setVgrow(list, Priority.ALWAYS);
        fill();
        setMinWidth(200);
    }

    private FlowPane header() {
        count.getStyleClass().add("list-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.of("list.count", model.items().size()), model.items()));
        urgent.setId("urgent-first");
        urgent.getStyleClass().add("small");
        urgent.setTooltip(new Tooltip(words.of("list.urgent-first.hint")));
        FlowPane header = new FlowPane(12, 6, count, urgent); // the button goes under the count where there is no room
        header.setMinWidth(0);
        urgent.setWrapText(true);
        urgent.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> header.getWidth()
                                - header.getInsets().getLeft()
                                - header.getInsets().getRight(),
                        header.widthProperty(),
                        header.insetsProperty()));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("list-header");
        return header;
    }

    private void fill() {
        urgent.selectedProperty().addListener((property, was, is) -> {
            settling.stop();
            sorted.setComparator(is ? urgentFirst() : null);
            if (is) {
                list.scrollTo(0);
            } else {
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
            }
        });
        settling.setOnFinished(event -> sorted.setComparator(urgentFirst()));
        model.changesProperty().subscribe(() -> {
            if (urgent.isSelected() && settling.getStatus() != Animation.Status.RUNNING) {
                settling.play();
            }
        });
        list.setItems(sorted);
        list.setId("images");
        list.setAccessibleText(words.of("list.name"));
        list.fixedCellSizeProperty()
                .bind(count.fontProperty().map(font -> Math.max(CELL_HEIGHT, CELL_TEXTS * font.getSize())));
        list.setCellFactory(view -> new ItemCell(words));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null) {
                model.expect(neighbour(was));
                model.selectedProperty().set(is);
            }
        });
        model.selectedProperty().addListener((property, was, is) -> select(is));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                removeChosen();
                event.consume();
            }
        });
    }

    /** Takes the chosen rows out, and goes on with the row that then stands in the place of the first. */
    private void removeChosen() {
        Set<ReviewItem> chosen = new HashSet<>(list.getSelectionModel().getSelectedItems());
        int first = 0;
        while (first < sorted.size() && !chosen.contains(sorted.get(first))) {
            first++;
        }
        int next = first;
        while (next < sorted.size() && chosen.contains(sorted.get(next))) {
            next++;
        }
        int to = next < sorted.size() ? next : first - 1;
        @Nullable ReviewItem following = to >= 0 ? sorted.get(to) : null;
        model.remove(List.copyOf(chosen));
        model.selectedProperty().set(following);
    }

    /** The image that comes next in the direction the reader goes; null at the list's end. */
    private @Nullable ReviewItem neighbour(@Nullable ReviewItem was) {
        int index = list.getSelectionModel().getSelectedIndex();
        boolean upwards = index + 1 < sorted.size() && sorted.get(index + 1).equals(was);
        int next = upwards ? index - 1 : index + 1;
        return next >= 0 && next < sorted.size() ? sorted.get(next) : null;
    }

    /** A new one each time, for a list puts itself in order only when it is given another. */
    private static Comparator<ReviewItem> urgentFirst() {
        return Comparator.comparingInt(ReviewItem::urgency)
                .thenComparingDouble(
                        item -> -item.prediction().map(Prediction::melanoma).orElse(0.0));
    }

    private void select(@Nullable ReviewItem item) {
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != item) {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(item);
            list.scrollTo(item);
        }
    }

    /** The images that are selected, in the order shown. */
    List<ReviewItem> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    /** How much larger than usual the text is, at most by what leaves room for the image. */
    double textScale() {
        return Math.clamp(count.getFont().getSize() / USUAL_TEXT, 1, LARGEST_SCALE);
    }

    void step(int by) {
        int index = list.getSelectionModel().getSelectedIndex() + by;
        if (index >= 0 && index < list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        }
    }

    private VBox progress() {
        ListReading reading = model.listReading();
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> reading.totalProperty().get() == 0
                                ? 0
                                : (double) reading.doneProperty().get()
                                        / reading.totalProperty().get(),
                        reading.doneProperty(),
                        reading.totalProperty()));
        Label text = new Label();
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> progressText(reading), reading.doneProperty(), reading.totalProperty()));
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button stop = Icons.put(new Button(words.of("list.stop")), Feather.SQUARE);
        stop.setId("stop");
        stop.getStyleClass().add("small");
        stop.setOnAction(event -> reading.cancel());
        HBox line = new HBox(8, text, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, bar, line);
        box.getStyleClass().add("list-progress");
        box.visibleProperty().bind(reading.runningProperty());
        box.managedProperty().bind(reading.runningProperty());
        return box;
    }

    /** What was stopped can go on; what could not be read says why. */
    private VBox rest() {
        ListReading reading = model.listReading();
        Label why = new Label();
        why.setWrapText(true);
        why.textProperty().bind(reading.problemProperty().map(problem -> problem.message(words)));
        why.visibleProperty().bind(reading.problemProperty().isNotNull());
        why.managedProperty().bind(why.visibleProperty());
        Button again = Icons.put(new Button(words.of("list.again")), Feather.PLAY);
        again.setId("again");
        again.getStyleClass().add("small");
        again.setOnAction(event -> model.readRest());
        VBox box = new VBox(6, why, again);
        box.getStyleClass().add("list-progress");
        box.visibleProperty()
                .bind(reading.runningProperty()
                        .not()
                        .and(reading.skippedProperty().greaterThan(0)));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private String progressText(ListReading reading) {
        String counted = words.of(
                "list.progress",
                reading.doneProperty().get(),
                reading.totalProperty().get());
        double left = reading.secondsLeft();
        return Double.isNaN(left) || left < 3 ? counted : counted + ", " + words.of("list.left", Math.round(left));
    }
}
