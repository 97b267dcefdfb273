package io.github.melascope.ui.review;

import io.github.melascope.app.Cautions;
import io.github.melascope.app.Review;
import io.github.melascope.app.SensitivityScale;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.report.AnswerWords;
import io.github.melascope.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
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
    private final Label otherMalignancy = wrapped("notice");
    private final Label heatOutside = wrapped("notice");
    private final Label computed = wrapped();
    private final VBox numbers = new VBox();
    private final TitledPane withheld;
    private final Node cover;
    private final Node diagnoses;
    private final Node thresholds;
    private final Node qualities;
    private final Node alike;
    private final PatientPane patient;
    private final Node person;
    private final Node about;
    private final Label disclaimer = wrapped("text-muted", "disclaimer");
    private @Nullable RgbImage seen;

    /**
     * @param similar the list of similar cases
     * @param sensitivityChanged hears what the user wants, as {@link SensitivityBox}
     * @param examWanted the figures of the model's exam are to be shown
     * @param cover stands in place of an answer that is covered: the way to see it
     */
    AnswerPane(
            Words words,
            ReviewModel model,
            SimilarList similar,
            DoubleConsumer sensitivityChanged,
            Runnable examWanted,
            Node cover) {
        this.cover = cover;
        this.words = words;
        this.model = model;
        bars = new DiagnosisBars(words);
        this.similar = similar;
        sensitivity = new SensitivityBox(words, sensitivityChanged);
        exam = new Hyperlink(words.of("answer.exam"));
        exam.setId("exam");
        exam.setOnAction(event -> examWanted.run());
        withheld = new TitledPane(words.of("answer.withheld"), null);
        withheld.setExpanded(false);
        withheld.setId("withheld");
        withheld.setMinWidth(0); // else its title makes the pane wider than its room
        diagnoses = section("answer.diagnoses", bars);
        thresholds = section("answer.threshold", sensitivity);
        qualities = section("answer.quality", quality);
        patient = new PatientPane(words);
        person = section("patient.title", patient);
        alike = section("answer.similar", similar);
        about = section("answer.about", new VBox(2, modelName, exam));
        disclaimer.setText(words.of("app.not-a-diagnosis"));
        otherMalignancy.setId("other-malignancy");
        heatOutside.setId("heat-outside");
        model.heatOutsideProperty().subscribe(this::warnOfHeatOutside);
        outcome.setId("outcome");
        sentence.setId("sentence");
        content.getStyleClass().add("answer");
        numbers.getStyleClass().add("answer-numbers");
        setId("answer");
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
            answer(ready);
        } else if (reading instanceof Reading.Covered) {
            headline(words.of("ownreading.title"), "waiting", Feather.EYE_OFF);
            sentence.setText(words.of("ownreading.text"));
            lay(content, outcome, sentence, cover);
            seen = null;
            setVvalue(0);
        } else if (reading instanceof Reading.Failed failed) {
            headline(words.of("answer.failed"), "no-answer", Feather.X_OCTAGON);
            sentence.setText(failed.problem().message(words));
            lay(content, outcome, sentence);
        } else if (model.modelProperty().get() instanceof ModelState.Failed failed) {
            headline(words.of("answer.no-model"), "no-answer", Feather.X_OCTAGON);
            sentence.setText(failed.problem().message(words));
            lay(content, outcome, sentence);
        } else {
            boolean opening = model.modelProperty().get() instanceof ModelState.Opening;
            headline(
                    words.of(
                            opening
                                    ? "answer.opening"
                                    : reading instanceof Reading.Coming ? "answer.coming" : "answer.none"),
                    "waiting",
                    Feather.CLOCK);
            lay(content, outcome);
        }
    }

    private void headline(String text, String style, Feather icon) {
        outcome.setText(text);
        Icons.put(outcome, icon);
        outcome.getStyleClass().setAll("label", "outcome", "headline", style);
        outcome.setWrapText(true);
    }

    private void answer(Reading.Ready ready) {
        Review review = ready.review();
        Prediction prediction = review.prediction();
        headline(
                words.of("outcome", prediction.outcome()),
                OutcomeBadge.styleClass(prediction.outcome()),
                OutcomeBadge.icon(prediction.outcome()));
        fill(review);
        if (prediction.outcome() == Outcome.NO_ANSWER) {
            sentence.setText(words.of("answer.because", issues(prediction)));
            lay(numbers, computed, bar, diagnoses);
            withheld.setContent(numbers);
            lay(content, outcome, sentence, heatOutside, withheld, qualities, about, disclaimer);
        } else {
            sentence.setText(sentence(prediction));
            withheld.setContent(null);
            numbers.setVisible(true); // a folded pane hides its content, and leaves it hidden when it lets it go
            lay(numbers, bar, experience, diagnoses, thresholds, qualities);
            List<Node> all = new ArrayList<>(List.of(outcome, sentence, otherMalignancy, heatOutside, numbers));
            if (patient(ready)) {
                all.add(person);
            }
            all.addAll(List.of(alike, about, disclaimer));
            lay(content, all.toArray(Node[]::new));
        }
        if (!review.image().equals(seen)) {
            seen = review.image();
            setVvalue(0); // an answer that is only decided anew stays where the reader is
        }
    }

    /** Whether the model in use can be told of the patient. */
    private boolean patient(Reading.Ready ready) {
        if (model.modelProperty().get() instanceof ModelState.InUse inUse
                && inUse.patient().isPresent()) {
            patient.show(
                    inUse.patient().get(),
                    ready.item(),
                    ready.review().prediction().melanoma());
            return true;
        }
        return false;
    }

    /** What is there already stays where it is: a slider that is taken out of the window loses focus and pointer. */
    private static void lay(VBox box, Node... nodes) {
        List<Node> wanted = List.of(nodes);
        if (!box.getChildren().equals(wanted)) {
            box.getChildren().setAll(wanted);
        }
    }

    private void fill(Review review) {
        Prediction prediction = review.prediction();
        computed.setText(sentence(prediction));
        bar.show(prediction.melanoma(), prediction.threshold());
        bar.setAccessibleText(sentence(prediction));
        bars.show(prediction);
        similar.show(review);
        quality.setText(quality(prediction));
        warnOfOtherMalignancy(prediction);
        if (model.modelProperty().get() instanceof ModelState.InUse inUse) {
            experience.setText(
                    inUse.scale().map(scale -> experience(scale, prediction)).orElse(""));
            modelName.setText(words.of("answer.model", inUse.bundle().spec().id()));
        }
    }

    /** The outcome speaks of melanoma; whoever reads "lower concern" must hear of another cancer in the same breath. */
    private void warnOfOtherMalignancy(Prediction prediction) {
        Optional<String> other = new AnswerWords(words).otherMalignancy(prediction);
        otherMalignancy.setText(other.orElse(""));
        otherMalignancy.setVisible(other.isPresent());
        otherMalignancy.setManaged(other.isPresent());
    }

    /** A model that looks beside the lesion has reasons of its own; words say so, for a contour alone is easily overlooked. */
    private void warnOfHeatOutside(OptionalDouble share) {
        Optional<String> caution = Cautions.heatOutside(words, share);
        heatOutside.setText(caution.orElse(""));
        heatOutside.setVisible(caution.isPresent());
        heatOutside.setManaged(caution.isPresent());
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
        return new AnswerWords(words).issues(prediction.quality());
    }

    private String quality(Prediction prediction) {
        boolean poor = prediction.quality().issues().stream().anyMatch(issue -> issue != QualityIssue.NOT_A_LESION);
        String size = words.of(
                "answer.size",
                prediction.quality().width(),
                prediction.quality().height());
        return (poor ? issues(prediction) + "." : words.of("answer.quality.good")) + " " + size;
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
