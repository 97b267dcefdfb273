package io.github.melascope.ui.review;

import io.github.melascope.app.Review;
import io.github.melascope.app.SensitivityScale;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.ui.fx.Icons;
import io.github.melascope.ui.fx.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The answer at the window's right: first in words, then in numbers, then what it rests on. */
final class AnswerPane extends ScrollPane {
    private final Words words;
    private final ReviewModel model;
    private final VBox content = new VBox();
    private final Label outcome = new Label();
    private final Label sentence = wrapped();
    private final ProbabilityBar bar = new ProbabilityBar();
    private final Label experience = wrapped("text-muted");
    private final DiagnosisBars bars;
    private final Label quality = wrapped();
    private final SimilarList similar;
    private final SensitivityBox sensitivity;
    private final Label modelName = wrapped("text-muted");
    private final Hyperlink exam;
    private final VBox numbers = new VBox();
    private final TitledPane withheld;
    private final Node cover;

    /**
     * @param sensitivityChanged hears what the user wants, as {@link SensitivityBox}
     * @param examWanted the figures of the model's exam are to be shown
     * @param cover stands in place of an answer that is covered: the way to see it
     */
    AnswerPane(Words words, ReviewModel model, DoubleConsumer sensitivityChanged, Runnable examWanted, Node cover) {
        this.cover = cover;
        this.words = words;
        this.model = model;
        bars = new DiagnosisBars(words);
        similar = new SimilarList(words);
        sensitivity = new SensitivityBox(words, sensitivityChanged);
        exam = new Hyperlink(words.of("answer.exam"));
        exam.setId("exam");
        exam.setOnAction(event -> examWanted.run());
        withheld = new TitledPane(words.of("answer.withheld"), new VBox());
        withheld.setExpanded(false);
        withheld.setId("withheld");
        outcome.setId("outcome");
        sentence.setId("sentence");
        content.getStyleClass().add("answer");
        numbers.getStyleClass().add("answer-numbers");
        getStyleClass().add("edge-to-edge");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(240);
        model.readingProperty().addListener((property, was, is) -> show(is));
        model.modelProperty()
                .addListener((property, was, is) -> show(model.readingProperty().get()));
        show(model.readingProperty().get());
    }

    private static Label wrapped(String... styles) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Shows the sensitivity that is in use. */
    void wanted(double chosen) {
        if (model.modelProperty().get() instanceof ModelState.InUse inUse) {
            double own = inUse.bundle()
                    .spec()
                    .thresholds()
                    .melanoma()
                    .wantedSensitivity()
                    .orElse(0.9);
            sensitivity.show(inUse.scale(), own, chosen);
        }
    }

    private void show(Reading reading) {
        if (reading instanceof Reading.Ready ready) {
            answer(ready.review());
        } else if (reading instanceof Reading.Covered) {
            headline(words.of("ownreading.title"), "waiting", Feather.EYE_OFF);
            sentence.setText(words.of("ownreading.text"));
            content.getChildren().setAll(outcome, sentence, cover);
            setVvalue(0);
        } else if (reading instanceof Reading.Failed failed) {
            headline(words.of("answer.failed"), "no-answer", Feather.X_OCTAGON);
            sentence.setText(String.valueOf(failed.problem().getMessage()));
            content.getChildren().setAll(outcome, sentence);
        } else if (model.modelProperty().get() instanceof ModelState.Failed failed) {
            headline(words.of("answer.no-model"), "no-answer", Feather.X_OCTAGON);
            sentence.setText(String.valueOf(failed.problem().getMessage()));
            content.getChildren().setAll(outcome, sentence);
        } else {
            boolean opening = model.modelProperty().get() instanceof ModelState.Opening;
            headline(
                    words.of(
                            opening
                                    ? "answer.opening"
                                    : reading instanceof Reading.Coming ? "answer.coming" : "answer.none"),
                    "waiting",
                    Feather.CLOCK);
            content.getChildren().setAll(outcome);
        }
    }

    private void headline(String text, String style, Feather icon) {
        outcome.setText(text);
        Icons.put(outcome, icon);
        style(style);
    }

    private void style(String style) {
        outcome.getStyleClass().setAll("label", "outcome", "headline", style);
        outcome.setWrapText(true);
    }

    private void answer(Review review) {
        Prediction prediction = review.prediction();
        outcome.setText(words.of("outcome", prediction.outcome()));
        Icons.put(outcome, OutcomeBadge.icon(prediction.outcome()));
        style(OutcomeBadge.styleClass(prediction.outcome()));
        fillNumbers(review);
        boolean answered = prediction.outcome() != Outcome.NO_ANSWER;
        sentence.setText(answered ? sentence(prediction) : words.of("answer.because", issues(prediction)));
        Label disclaimer = wrapped("text-muted", "disclaimer");
        disclaimer.setText(words.of("app.not-a-diagnosis"));
        List<Node> parts = answered
                ? List.of(
                        outcome,
                        sentence,
                        otherMalignancy(prediction),
                        numbers,
                        section("answer.similar", similar),
                        about(),
                        disclaimer)
                : List.of(outcome, sentence, withheld, section("answer.quality", quality), about(), disclaimer);
        withheld.setContent(answered ? new VBox() : numbers);
        content.getChildren().setAll(parts);
        setVvalue(0);
    }

    /** The outcome speaks of melanoma; whoever reads "lower concern" must hear of another cancer in the same breath. */
    private Label otherMalignancy(Prediction prediction) {
        Label notice = wrapped("notice");
        notice.setId("other-malignancy");
        Optional<Diagnosis> other = prediction
                .likeliest()
                .filter(Diagnosis::isOtherMalignancy)
                .filter(diagnosis -> prediction.outcome() == Outcome.LOWER_CONCERN);
        other.ifPresent(
                diagnosis -> notice.setText(words.of("answer.other-malignancy", words.of("dx." + diagnosis.code()))));
        notice.setVisible(other.isPresent());
        notice.setManaged(other.isPresent());
        return notice;
    }

    private void fillNumbers(Review review) {
        Prediction prediction = review.prediction();
        boolean answered = prediction.outcome() != Outcome.NO_ANSWER;
        bar.show(prediction.melanoma(), prediction.threshold());
        bar.setAccessibleText(sentence(prediction));
        bars.show(prediction);
        similar.show(review.similar());
        quality.setText(quality(prediction));
        if (model.modelProperty().get() instanceof ModelState.InUse inUse) {
            experience.setText(
                    inUse.scale().map(scale -> experience(scale, prediction)).orElse(""));
            modelName.setText(words.of("answer.model", inUse.bundle().spec().id()));
        }
        List<Node> first = answered ? List.of(bar, experience) : List.of(new Label(sentence(prediction)), bar);
        numbers.getChildren().setAll(first);
        numbers.getChildren().add(section("answer.diagnoses", bars));
        if (answered) {
            numbers.getChildren().addAll(section("answer.threshold", sensitivity), section("answer.quality", quality));
        }
    }

    private String sentence(Prediction prediction) {
        boolean reached = prediction.melanoma() >= prediction.threshold();
        return words.of(
                reached ? "answer.reached" : "answer.below",
                words.percent(prediction.melanoma()),
                words.percent(prediction.threshold()));
    }

    private String experience(SensitivityScale scale, Prediction prediction) {
        SensitivityScale.Experience known = scale.around(prediction.melanoma());
        return words.of("answer.experience", known.images(), known.melanomas());
    }

    private String issues(Prediction prediction) {
        return prediction.quality().issues().stream()
                .map(issue -> words.of("issue", issue))
                .collect(Collectors.joining(", "));
    }

    private String quality(Prediction prediction) {
        boolean poor = prediction.quality().issues().stream().anyMatch(issue -> issue != QualityIssue.NOT_A_LESION);
        String size = words.of(
                "answer.size",
                prediction.quality().width(),
                prediction.quality().height());
        return (poor ? issues(prediction) : words.of("answer.quality.good")) + " " + size;
    }

    private Node about() {
        return section("answer.about", new VBox(2, modelName, exam));
    }

    private VBox section(String key, Node body) {
        Label title = new Label(words.of(key));
        title.setWrapText(true);
        title.getStyleClass().add("section-title");
        VBox box = new VBox(6, title, body);
        box.getStyleClass().add("section");
        return box;
    }
}
