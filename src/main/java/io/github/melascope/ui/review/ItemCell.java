package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the list: thumbnail, name, answer. */
final class ItemCell extends ListCell<ReviewItem> {
    private static final double THUMBNAIL = 48;

    private final Words words;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label answer = new Label();
    private final Label figure = new Label();
    private final Tooltip tip = new Tooltip();
    private final HBox row;
    private @Nullable Feather icon;
    private String style = "";
    private final ChangeListener<Object> changed = (property, was, is) -> show(getItem());

    ItemCell(Words words) {
        this.words = words;
        picture.setPreserveRatio(true);
        picture.setFitWidth(THUMBNAIL);
        picture.setFitHeight(THUMBNAIL);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(THUMBNAIL, THUMBNAIL);
        frame.setMaxSize(THUMBNAIL, THUMBNAIL);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the number at a file's end tells it apart
        name.getStyleClass().add("item-name");
        answer.getStyleClass().add("item-answer");
        answer.setMinWidth(0);
        figure.getStyleClass().add("item-answer");
        figure.setMinWidth(USE_PREF_SIZE);
        FlowPane said = new FlowPane(8, 0, answer, figure); // the figure goes under the word where there is no room
        said.setMinWidth(0);
        answer.maxWidthProperty().bind(said.widthProperty());
        VBox texts = new VBox(2, name, said);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(10, frame, texts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable ReviewItem item, boolean empty) {
        ReviewItem old = getItem();
        if (old != null) {
            old.stateProperty().removeListener(changed);
            old.thumbnailProperty().removeListener(changed);
            old.coveredProperty().removeListener(changed);
        }
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        item.stateProperty().addListener(changed);
        item.thumbnailProperty().addListener(changed);
        item.coveredProperty().addListener(changed);
        show(item);
    }

    private void show(@Nullable ReviewItem item) {
        if (item == null) {
            return;
        }
        ReviewItem.State state = item.state();
        boolean covered = item.isCovered() && state instanceof ReviewItem.State.Answered;
        picture.setImage(item.thumbnailProperty().get());
        name.setText(item.name());
        answer.setText(covered ? words.of("ownreading.covered") : text(state));
        figure.setText(covered ? "" : figure(state));
        dress(covered ? Feather.EYE_OFF : sign(state), covered ? "waiting" : style(state));
        tip.setText(
                state instanceof ReviewItem.State.Refused refused
                        ? refused.problem().message(words)
                        : item.path().toString());
        setTooltip(tip);
        setAccessibleText(item.name() + ", " + answer.getText() + " " + figure.getText());
        setGraphic(row);
    }

    /** Only what differs from the row before: icons and style classes cost most of a row while the list is scrolled. */
    private void dress(Feather nowIcon, String nowStyle) {
        if (icon != nowIcon) {
            icon = nowIcon;
            Icons.put(answer, nowIcon);
        }
        if (!style.equals(nowStyle)) {
            for (Label label : List.of(answer, figure)) {
                label.getStyleClass().remove(style);
                label.getStyleClass().add(nowStyle);
            }
            style = nowStyle;
        }
    }

    private String text(ReviewItem.State state) {
        if (state instanceof ReviewItem.State.Answered answered) {
            return words.of("outcome", answered.prediction().outcome());
        }
        return words.of(
                state instanceof ReviewItem.State.Refused
                        ? "list.refused"
                        : state instanceof ReviewItem.State.Skipped ? "list.skipped" : "list.waiting");
    }

    /** Nothing where there is no answer: a number would be taken for one. */
    private String figure(ReviewItem.State state) {
        return state instanceof ReviewItem.State.Answered answered
                        && answered.prediction().outcome() != Outcome.NO_ANSWER
                ? words.percent(answered.prediction().melanoma())
                : "";
    }

    private static Feather sign(ReviewItem.State state) {
        if (state instanceof ReviewItem.State.Answered answered) {
            return OutcomeBadge.icon(answered.prediction().outcome());
        }
        return state instanceof ReviewItem.State.Refused ? Feather.X_OCTAGON : Feather.CLOCK;
    }

    private static String style(ReviewItem.State state) {
        if (state instanceof ReviewItem.State.Answered answered) {
            return OutcomeBadge.styleClass(answered.prediction().outcome());
        }
        return state instanceof ReviewItem.State.Refused ? "refused" : "waiting";
    }
}
