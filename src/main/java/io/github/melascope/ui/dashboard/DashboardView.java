package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Part;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dashboard: bars that stay, cards that scroll, and at the side the images of what was opened. */
public final class DashboardView extends StackPane {
    private static final double GALLERY_EM = 30;
    /** Height from which on the bars say everything. */
    private static final double ROOMY_EM = 45;
    /** Fewer images than this deserve a warning. */
    private static final int FEW = 30;

    private final Words words;
    private final DashboardModel model;
    private final DashboardExports exports;
    private final GalleryPictures pictures;
    private final GalleryPane gallery;
    private final ThresholdBar threshold;
    private final Label exam = new Label();
    private final BooleanBinding little; // held here, for listeners to it are weak
    private String brief = "";
    private final Tooltip whole = new Tooltip();
    private final Label warning = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final SplitPane parts = new SplitPane(scroll);
    private @Nullable Cards cards;

    /** What the dashboard asks of the window around it. */
    public interface Wishes {
        /** Shows an image in the review under a name. */
        void openInReview(Path file, String name);

        /** Tells the user what was done. */
        void say(String text);
    }

    /**
     * @param offer shows what is about to be written, and writes it
     * @param window the window's thread
     */
    public DashboardView(
            Words words,
            AppContext context,
            DashboardModel model,
            Dialogs dialogs,
            FileChoice files,
            Consumer<Draft> offer,
            Executor window,
            Wishes wishes) {
        this.words = words;
        this.model = model;
        this.exports = new DashboardExports(
                words, model, offer, files, context.figures(), window, wishes::say, dialogs::problem);
        this.pictures = new GalleryPictures(context, window);
        this.gallery = new GalleryPane(
                words,
                model,
                pictures,
                wishes::openInReview,
                () -> files.folder().ifPresent(model::findImages));
        this.threshold = new ThresholdBar(words, model);
        TopBar bar = new TopBar(words, model, files, exports);
        build(bar, new Notice(words, model, files));
        listen();
        little = Bindings.createBooleanBinding(
                () -> getHeight() > 0 && getHeight() < ROOMY_EM * exam.getFont().getSize(),
                heightProperty(),
                exam.fontProperty());
        little.subscribe(now -> tight(bar, now));
    }

    /** Large text leaves little room: the bars become one row each, and what they no longer say stands in a tooltip. */
    private void tight(TopBar bar, boolean now) {
        bar.tight(now);
        threshold.tight(now);
        exam.setWrapText(!now);
        exam.setMinHeight(now ? Region.USE_COMPUTED_SIZE : Region.USE_PREF_SIZE);
        exam.setTooltip(now ? whole : null);
        name();
    }

    /** The exam's name always stands there; where there is little room, its size stands in the tooltip alone. */
    private void name() {
        exam.setText(little.get() ? brief : whole.getText());
    }

    private void build(TopBar bar, Notice notice) {
        exam.setId("dashboard-exam");
        for (Label label : new Label[] {exam, warning}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        exam.getStyleClass().add("strong");
        warning.getStyleClass().add("notice");
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.setId("dashboard-warning");
        VBox shown = new VBox(exam, warning, threshold);
        shown.getStyleClass().add("dashboard-head");
        scroll.setFitToWidth(true);
        scroll.setId("dashboard-cards");
        scroll.getStyleClass().add("edge-to-edge");
        parts.getStyleClass().add("review");
        SplitPane.setResizableWithParent(gallery, false);
        BorderPane page = new BorderPane(parts);
        page.setTop(shown);
        VBox.setVgrow(page, Priority.ALWAYS);
        StackPane middle = new StackPane(page, notice);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().add(new VBox(bar, middle));
        notice.visibleProperty().bind(model.stateProperty().map(state -> !(state instanceof DashboardState.Shown)));
        page.visibleProperty().bind(notice.visibleProperty().not());
    }

    private void listen() {
        model.stateProperty().subscribe(state -> {
            if (state instanceof DashboardState.Shown shown) {
                show(shown.exhibit());
            } else {
                cards = null;
                scroll.setContent(null);
            }
        });
        model.pointsProperty().subscribe(points -> move());
        model.intervals().resultProperty().subscribe(result -> move());
        model.intervals().predictiveProperty().subscribe(values -> move());
        model.intervals().classesProperty().subscribe(accuracies -> move());
        model.intervals().bandsProperty().subscribe(bands -> {
            if (cards != null && bands.isPresent()) {
                cards.bands(bands);
                move();
            }
        });
        model.comparing().stateProperty().subscribe(state -> {
            if (cards != null) {
                cards.compare(state);
            }
        });
        model.galleryProperty().subscribe(opened -> {
            boolean open = parts.getItems().contains(gallery);
            if (opened.isPresent() && !open) {
                parts.getItems().add(gallery);
                double wide = GALLERY_EM * exam.getFont().getSize() / Math.max(1, parts.getWidth());
                parts.setDividerPositions(1 - Math.min(0.6, wide));
                gallery.focus();
            } else if (opened.isEmpty() && open) {
                parts.getItems().remove(gallery);
                scroll.requestFocus();
            }
        });
    }

    private void show(Exhibit exhibit) {
        cards = new Cards(words, model, exports, exhibit);
        cards.fit(scroll.heightProperty());
        cards.compare(model.comparing().stateProperty().get());
        scroll.setContent(cards);
        scroll.setVvalue(0);
        boolean validation = model.sourceProperty().get() instanceof Source.Kept kept && kept.part() != Part.TEST;
        String openings = validation
                ? ""
                : ", " + words.of("dashboard.exam.openings", exhibit.answers().openings());
        brief = words.of("dashboard.exam", exhibit.answers().name());
        whole.setText(brief + " · "
                + words.of("dashboard.exam.size", exhibit.images(), exhibit.lesions(), exhibit.melanomas())
                + openings);
        name();
        String caution = validation
                ? words.of("dashboard.exam.validation")
                : exhibit.images() < FEW
                        ? words.of("dashboard.few-images", exhibit.images())
                        : exhibit.roc().points().isEmpty() ? words.of("dashboard.one-class") : "";
        warning.setText(caution);
        warning.setVisible(!caution.isEmpty());
        warning.setManaged(!caution.isEmpty());
    }

    private void move() {
        Points points = model.pointsProperty().get();
        if (cards != null && points != null) {
            threshold.show(points);
            cards.show(
                    points,
                    model.intervals().resultProperty().get(),
                    model.intervals().predictiveProperty().get());
        }
    }

    /** Closes what the pictures need; the view is not used after this. */
    public void close() {
        pictures.close();
    }
}
