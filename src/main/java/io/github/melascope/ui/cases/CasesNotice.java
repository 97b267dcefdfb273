package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Agreement;
import io.github.melascope.ui.fx.Icons;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What the cases page says while there are no rows to show, and what to do next. */
final class CasesNotice extends VBox {
    private final Words words;
    private final CasesModel model;
    private final Label title = centred("title-3");
    private final Label text = centred("text-muted");
    private final FlowPane buttons = new FlowPane(12, 12);
    private final Button review;
    private final Button clear;
    private final Button again;
    private final Button restore;
    private final Button another;

    /** @param clearSearch leaves nothing out of the search any more */
    CasesNotice(Words words, CasesModel model, LibraryMenu menu, CasesView.Wishes wishes, Runnable clearSearch) {
        super(16);
        this.words = words;
        this.model = model;
        review = button("cases.empty.review", "notice-review", Feather.EYE, wishes::goToReview);
        clear = button("cases.filter.clear", "notice-clear", Feather.X, clearSearch);
        again = button("cases.failed.again", "notice-again", Feather.REFRESH_CW, menu::again);
        restore = button("cases.menu.restore", "notice-restore", Feather.ARCHIVE, menu::restore);
        another = button("cases.menu.another", "notice-another", Feather.FOLDER, menu::another);
        title.setId("notice-title");
        text.setId("notice-text");
        buttons.setAlignment(Pos.CENTER);
        setAlignment(Pos.CENTER);
        getStyleClass().add("welcome");
        getChildren().addAll(title, text, buttons);
    }

    private static Label centred(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        label.setMaxWidth(640);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Button button(String key, String id, Feather icon, Runnable action) {
        Button button = Icons.put(new Button(words.of(key)), icon);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    void refresh() {
        LibraryState state = model.stateProperty().get();
        Map<Agreement, Long> counts = model.agreementsProperty().get();
        boolean empty = counts.values().stream().allMatch(count -> count == 0);
        setVisible(true);
        if (model.pageProperty().get().total() > 0) {
            setVisible(false);
        } else if (state instanceof LibraryState.Failed failed) {
            say(words.of("cases.failed"), failed.problem().message(words), again, restore, another);
        } else if (!(state instanceof LibraryState.Open) || counts.isEmpty()) {
            say(words.of("cases.opening"), "");
        } else if (empty) {
            say(words.of("cases.empty"), words.of("cases.empty.text"), review, restore);
        } else {
            say(words.of("cases.nothing"), words.of("cases.nothing.text"), clear);
        }
    }

    private void say(String what, String more, Button... next) {
        title.setText(what);
        text.setText(more);
        text.setManaged(!more.isEmpty());
        buttons.getChildren().setAll(next);
    }
}
