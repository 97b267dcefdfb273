package io.github.melascope.ui.review;

import io.github.melascope.app.WithPatient;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.PatientFacts.Fact;
import io.github.melascope.metrics.PatientFusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Where the user says what is known of the patient, and reads at once what the melanoma probability is with it. */
final class PatientPane extends VBox {
    private final Words words;
    private final GridPane form = new GridPane();
    private final TextField age = new TextField();
    private final ChoiceBox<String> sex = new ChoiceBox<>();
    private final ChoiceBox<String> site = new ChoiceBox<>();
    private final Label wrong = new Label();
    private final Label result = new Label();
    private @Nullable PatientFusion shown;
    private @Nullable ReviewItem item;
    private double model;
    private boolean filling;

    PatientPane(Words words) {
        super(6);
        this.words = words;
        setId("patient");
        form.setHgap(8);
        form.setVgap(6);
        age.setId("patient-age");
        age.setPrefColumnCount(4);
        age.textProperty().addListener((property, was, is) -> changed());
        choice(sex, "patient-sex");
        choice(site, "patient-site");
        wrong.setId("patient-wrong");
        wrong.setText(words.of("patient.age.wrong", (int) PatientFacts.GREATEST_AGE));
        wrong.getStyleClass().add("notice");
        result.setId("patient-result");
        for (Label label : List.of(wrong, result)) {
            label.setWrapText(true);
        }
        getChildren().addAll(form, wrong, result);
    }

    private void choice(ChoiceBox<String> box, String id) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return switch (word == null ? PatientFacts.UNKNOWN : word) {
                    case PatientFacts.UNKNOWN -> words.of("patient.unknown");
                    case "female" -> words.of("patient.female");
                    case "male" -> words.of("patient.male");
                    default -> String.valueOf(word); // a site is called as the dataset calls it
                };
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        box.valueProperty().addListener((property, was, is) -> changed());
    }

    /**
     * Shows what was said of an image's patient.
     *
     * @param fusion of the model in use
     * @param about remembers what is said
     * @param melanoma the model's own probability, 0 … 1
     */
    void show(PatientFusion fusion, ReviewItem about, double melanoma) {
        boolean same = about == item && fusion.equals(shown);
        model = melanoma;
        item = about;
        if (!fusion.equals(shown)) {
            shown = fusion;
            lay(fusion);
        }
        if (!same) {
            filling = true;
            PatientFacts facts = about.known();
            age.setText(facts.age().isPresent() ? words.number(facts.age().getAsDouble(), 0) : "");
            choose(sex, facts.sex());
            choose(site, facts.site());
            filling = false;
        }
        tell();
    }

    private void lay(PatientFusion fusion) {
        form.getChildren().clear();
        int row = 0;
        for (Fact fact : fusion.facts()) {
            var field = switch (fact) {
                case AGE -> age;
                case SEX -> sex;
                case SITE -> site;
            };
            Label name = new Label(words.of("patient", fact));
            name.setLabelFor(field);
            form.addRow(row++, name, field);
        }
        filling = true;
        options(sex, fusion.words(Fact.SEX));
        options(site, fusion.words(Fact.SITE));
        filling = false;
    }

    private static void options(ChoiceBox<String> box, List<String> known) {
        List<String> all = new ArrayList<>(List.of(PatientFacts.UNKNOWN));
        all.addAll(known);
        box.getItems().setAll(all);
        box.setValue(PatientFacts.UNKNOWN);
    }

    /** What another model knew and this one does not is unknown to it. */
    private static void choose(ChoiceBox<String> box, String word) {
        box.setValue(box.getItems().contains(word) ? word : PatientFacts.UNKNOWN);
    }

    private void changed() {
        if (!filling && item != null) {
            item.know(new PatientFacts(years().orElse(OptionalDouble.empty()), word(sex), word(site)));
            tell();
        }
    }

    private static String word(ChoiceBox<String> box) {
        String value = box.getValue();
        return value == null ? PatientFacts.UNKNOWN : value;
    }

    /** Empty for what is no age; an empty age within for an empty field. */
    private Optional<OptionalDouble> years() {
        String text = age.getText().strip();
        if (text.isEmpty()) {
            return Optional.of(OptionalDouble.empty());
        }
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= PatientFacts.GREATEST_AGE
                ? Optional.of(OptionalDouble.of(Integer.parseInt(text)))
                : Optional.empty();
    }

    private void tell() {
        boolean readable = years().isPresent();
        appear(wrong, !readable);
        PatientFusion fusion = shown;
        ReviewItem about = item;
        boolean told = readable && fusion != null && about != null && fusion.helps(about.known());
        result.setText(
                told && fusion != null && about != null
                        ? String.join(" ", WithPatient.sentences(words, fusion, model, about.known()))
                        : words.of("patient.invitation"));
        result.getStyleClass().setAll("label", told ? "patient-told" : "text-muted");
    }

    private static void appear(Label label, boolean wanted) {
        label.setVisible(wanted);
        label.setManaged(wanted);
    }

    /** For a report of this image: what the pane says, or nothing. */
    static List<String> sentences(Words words, ModelState.InUse inUse, Reading.Ready ready) {
        PatientFacts known = ready.item().known();
        boolean answered = ready.review().prediction().outcome() != Outcome.NO_ANSWER;
        return inUse.patient()
                .filter(fusion -> answered && fusion.helps(known))
                .map(fusion -> WithPatient.sentences(
                        words, fusion, ready.review().prediction().melanoma(), known))
                .orElse(List.of());
    }
}
