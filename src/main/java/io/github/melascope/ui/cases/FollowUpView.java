package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Icons;
import io.github.melascope.ui.image.Viewpoint;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Two images of one lesion: side by side, zoomed and panned as one; or one at a time in the same place, so that what has
 * changed jumps to the eye. The space bar changes between them, or a clock does.
 */
final class FollowUpView extends BorderPane {
    /** Slow enough for eyes that flashing hurts: well under three changes a second. */
    static final Duration BLINK = Duration.millis(700);

    private final Words words;
    private final FollowUpSide left;
    private final FollowUpSide right;
    private final Label title = new Label();
    private final Label single = new Label();
    private final ToggleButton one;
    private final ToggleButton alternate;
    private final BooleanProperty laterShown = new SimpleBooleanProperty();
    private final Timeline clock;
    private final Runnable leave;

    FollowUpView(
            Words words,
            Executor background,
            Executor window,
            Function<RgbImage, OptionalDouble> scale,
            Runnable leave) {
        this.words = words;
        this.leave = leave;
        left = new FollowUpSide(words, "follow-up-left", words.of("followup.left"), background, window, scale);
        right = new FollowUpSide(words, "follow-up-right", words.of("followup.right"), background, window, scale);
        one = Icons.put(new ToggleButton(words.of("followup.one")), Feather.LAYERS);
        alternate = Icons.put(new ToggleButton(words.of("followup.alternate")), Feather.REPEAT);
        clock = new Timeline(new KeyFrame(BLINK, event -> flip()));
        clock.setCycleCount(Animation.INDEFINITE);
        getStyleClass().add("follow-up");
        left.picture()
                .pane()
                .viewpointProperty()
                .bindBidirectional(right.picture().pane().viewpointProperty());
        setTop(bar());
        setCenter(pictures());
        setBottom(feet());
        listen();
    }

    private VBox bar() {
        Button back = Icons.put(new Button(words.of("followup.back")), Feather.ARROW_LEFT);
        back.setId("follow-up-back");
        back.setTooltip(new Tooltip(words.of("image.with-key", words.of("followup.back"), "Esc")));
        back.setOnAction(event -> leave.run());
        title.setId("follow-up-title");
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        one.setId("follow-up-one");
        one.setTooltip(new Tooltip(words.of("followup.one.tip")));
        alternate.setId("follow-up-alternate");
        alternate.setTooltip(new Tooltip(words.of("followup.alternate.tip")));
        single.setId("follow-up-single");
        single.setText(words.of("followup.single"));
        single.setWrapText(true);
        single.getStyleClass().add("notice");
        FlowPane bar = new FlowPane(12, 8, back, title, one, alternate);
        bar.setRowValignment(javafx.geometry.VPos.CENTER);
        VBox box = new VBox(8, bar, single);
        box.getStyleClass().add("follow-up-bar");
        return box;
    }

    private GridPane feet() {
        GridPane feet = new GridPane();
        for (FollowUpSide side : List.of(left, right)) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            feet.getColumnConstraints().add(half);
            feet.addRow(0, side.foot());
        }
        return feet;
    }

    private HBox pictures() {
        HBox box = new HBox(2);
        box.setAlignment(Pos.CENTER);
        box.setMinHeight(0);
        for (FollowUpSide side : List.of(left, right)) {
            HBox.setHgrow(side.picture(), Priority.ALWAYS);
            side.picture().setPrefWidth(1);
            side.picture().setMinHeight(0);
            box.getChildren().add(side.picture());
        }
        return box;
    }

    private void listen() {
        one.selectedProperty().addListener((property, was, is) -> {
            if (!is) {
                alternate.setSelected(false);
            }
            place();
        });
        alternate.selectedProperty().addListener((property, was, is) -> {
            if (is) {
                one.setSelected(true);
                clock.playFromStart();
            } else {
                clock.stop();
            }
        });
        laterShown.addListener((property, was, is) -> place());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() || event.isAltDown()) {
                return;
            }
            switch (event.getCode()) {
                case SPACE -> blink();
                case ESCAPE -> leave.run();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    /** The first time shows one image in place of both, then the other one each time. */
    private void blink() {
        if (one.isSelected()) {
            flip();
        } else {
            one.setSelected(true);
        }
    }

    private void flip() {
        laterShown.set(!laterShown.get());
    }

    private void place() {
        boolean focused =
                left.picture().pane().isFocused() || right.picture().pane().isFocused();
        boolean both = !one.isSelected();
        show(left, both || !laterShown.get());
        show(right, both || laterShown.get());
        if (focused) {
            (both || !laterShown.get() ? left : right).picture().pane().requestFocus();
        }
    }

    /** What was said of the hidden one stays readable, but steps back. */
    private static void show(FollowUpSide side, boolean shown) {
        side.picture().setVisible(shown);
        side.picture().setManaged(shown);
        side.foot().pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("hidden"), !shown);
    }

    /** Shows a lesion's two latest visits. */
    void show(FollowUp followUp) {
        boolean two = followUp.shots().size() > 1;
        title.setText(words.of(
                "followup.title", followUp.row().pseudonym(), followUp.row().lesionLabel()));
        left.picture().pane().viewpointProperty().set(Viewpoint.FIT);
        left.show(followUp.shots(), two ? followUp.earlier() : followUp.later());
        right.show(followUp.shots(), two ? followUp.later() : java.util.Optional.empty());
        one.setSelected(false);
        laterShown.set(false);
        one.setDisable(!two);
        alternate.setDisable(!two);
        single.setVisible(!two);
        single.setManaged(!two);
        place();
        left.picture().pane().requestFocus();
    }

    /** Stops the clock. */
    void stop() {
        alternate.setSelected(false);
    }
}
