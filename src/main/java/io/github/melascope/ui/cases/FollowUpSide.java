package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Choices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One of the two images of a follow-up: which one, the picture, and what was said of it. */
final class FollowUpSide {
    private final Words words;
    private final CaseWords cases;
    private final PictureBox picture;
    private final ComboBox<FollowUp.Shot> choice;
    private final Label own = line();
    private final Label answer = line();
    private final VBox foot;

    /**
     * @param name of the side
     * @param scale micrometres that a pixel of an image shows, as far as is known
     */
    FollowUpSide(
            Words words,
            String id,
            String name,
            Executor background,
            Executor window,
            Function<RgbImage, OptionalDouble> scale) {
        this.words = words;
        this.cases = new CaseWords(words);
        picture = new PictureBox(words, background, window, true, scale);
        choice = Choices.of(id, List.of(), this::name);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().addListener((property, was, is) -> show(Optional.ofNullable(is)));
        Label label = new Label(name);
        label.setLabelFor(choice);
        own.setId(id + "-own");
        answer.setId(id + "-answer");
        foot = new VBox(4, label, choice, own, answer);
        foot.getStyleClass().add("follow-up-foot");
    }

    private static Label line() {
        Label label = new Label();
        label.setWrapText(true);
        return label;
    }

    /** A visit's date, and the file where a visit has several. */
    private String name(FollowUp.Shot shot) {
        return words.of(
                "followup.shot",
                cases.day(shot.visit().date()),
                shot.picture().image().fileName());
    }

    void show(List<FollowUp.Shot> shots, Optional<FollowUp.Shot> chosen) {
        choice.setItems(FXCollections.observableArrayList(shots));
        choice.setValue(chosen.orElse(null));
        show(chosen);
    }

    private void show(Optional<FollowUp.Shot> shot) {
        picture.show(shot.map(FollowUp.Shot::picture));
        picture.pane()
                .captionProperty()
                .set(shot.map(now -> cases.day(now.visit().date())).orElse(""));
        own.setText(words.of(
                "followup.own", shot.flatMap(FollowUp.Shot::own).map(cases::own).orElse("–")));
        answer.setText(words.of(
                "followup.model",
                shot.flatMap(FollowUp.Shot::answer)
                        .map(given -> cases.answer(given.outcome(), given.melanoma()))
                        .orElse("–")));
        answer.getStyleClass().removeAll("closer-look", "lower-concern", "no-answer");
        shot.flatMap(FollowUp.Shot::answer)
                .ifPresent(given -> answer.getStyleClass().add(given.outcome().code()));
    }

    PictureBox picture() {
        return picture;
    }

    VBox foot() {
        return foot;
    }
}
