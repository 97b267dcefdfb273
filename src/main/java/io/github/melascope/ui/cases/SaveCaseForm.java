package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.Lesion;
import io.github.melascope.cases.Patient;
import io.github.melascope.ui.fx.Choices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** Asks where in the library an image belongs. */
final class SaveCaseForm {
    private final Words words;
    private final CaseWords cases;
    private final CasesModel model;
    private final LocalDate today;
    private final FormRows rows;
    private final PatientField patient;
    private final Label whose = new Label();
    private final ComboBox<Optional<Lesion>> lesion;
    private final TextField label = new TextField();
    private final ComboBox<BodySite> site;
    private final DatePicker date = new DatePicker();
    private final TextField note = new TextField();
    private final TextField tags = new TextField();
    private boolean dateRefused;

    /** @param today the date of the visit unless the user says otherwise, and the latest one there can be */
    SaveCaseForm(Words words, CasesModel model, LocalDate today) {
        this.words = words;
        this.cases = new CaseWords(words);
        this.model = model;
        this.today = today;
        rows = new FormRows(words);
        patient = new PatientField(words);
        lesion = Choices.of(
                "save-lesion", List.of(), choice -> choice.map(this::name).orElse(words.of("savecase.lesion.new")));
        site = Choices.of("save-site", cases.sites(), cases::site);
        build();
        listen();
        model.patients(patient::known);
    }

    private String name(Lesion one) {
        return cases.lesion(one.label(), one.site());
    }

    private void build() {
        label.setId("save-label");
        date.setId("save-date");
        note.setId("save-note");
        tags.setId("save-tags");
        whose.setId("save-whose");
        whose.setWrapText(true);
        whose.managedProperty().bind(whose.textProperty().isNotEmpty());
        whose.getStyleClass().add("text-muted");
        patient.getChildren().add(whose);
        lesion.setPromptText(words.of("savecase.lesion.choose"));
        site.setPromptText(words.of("savecase.site.choose"));
        label.setPromptText(words.of("savecase.label.hint"));
        tags.setPromptText(words.of("cases.tags.hint"));
        date.setConverter(remembering(cases.days()));
        date.setValue(today);
        rows.add("savecase.patient", patient.field(), patient);
        rows.add("savecase.lesion", lesion);
        rows.add("savecase.site", site);
        rows.add("savecase.label", label);
        rows.add("savecase.date", date);
        rows.add("savecase.note", note);
        rows.add("savecase.tags", tags);
        rows.getStyleClass().add("save-case");
    }

    /** A date field puts its old date back over what is no date; that must not be saved unseen. */
    private StringConverter<LocalDate> remembering(StringConverter<LocalDate> days) {
        return new StringConverter<>() {
            @Override
            public String toString(LocalDate value) {
                return days.toString(value);
            }

            @Override
            public LocalDate fromString(String text) {
                dateRefused = true;
                LocalDate value = days.fromString(text);
                dateRefused = value == null;
                return value;
            }
        };
    }

    private void listen() {
        patient.field().textProperty().addListener((property, was, is) -> {
            rows.problem(patient.field(), "");
            whose();
        });
        patient.patientProperty().addListener((property, was, is) -> chosen(is));
        lesion.valueProperty().addListener((property, was, is) -> {
            rows.problem(lesion, "");
            arrange();
        });
        site.valueProperty().subscribe(() -> rows.problem(site, ""));
        label.textProperty().subscribe(() -> rows.problem(site, ""));
        date.getEditor().textProperty().subscribe(() -> rows.problem(date, ""));
        chosen(Optional.empty());
    }

    /** A slip of a finger in a pseudonym makes a new patient, so that is said before it happens. */
    private void whose() {
        whose.setText(
                patient.pseudonym().isEmpty()
                        ? ""
                        : words.of(
                                patient.patientProperty().get().isPresent()
                                        ? "savecase.patient.known"
                                        : "savecase.patient.new"));
    }

    private void chosen(Optional<Patient> one) {
        whose();
        lesions(List.of());
        one.ifPresent(known -> model.lesions(known.id(), found -> {
            if (patient.patientProperty().get().equals(one)) {
                lesions(found);
            }
        }));
    }

    /** The only lesion is chosen at once; of several the user says which, for a wrong one is hard to find again. */
    private void lesions(List<Lesion> found) {
        List<Optional<Lesion>> choices = new ArrayList<>();
        found.forEach(one -> choices.add(Optional.of(one)));
        choices.add(Optional.empty());
        lesion.setItems(FXCollections.observableArrayList(choices));
        lesion.setValue(found.size() > 1 ? null : choices.get(0));
        rows.show(lesion, !found.isEmpty());
        arrange();
    }

    private boolean isNew() {
        return lesion.getValue() != null && lesion.getValue().isEmpty();
    }

    private void arrange() {
        rows.show(label, isNew());
        rows.show(site, isNew());
    }

    /** What was entered; empty when something is missing, which the form then says beside the field. */
    Optional<CasePlace> place() {
        Optional<LocalDate> day = cases.day(date.getEditor().getText());
        List<Node> wrong = new ArrayList<>();
        check(wrong, patient.field(), patient.pseudonym().isEmpty() ? "savecase.patient.missing" : "");
        check(wrong, lesion, lesion.getValue() == null ? "savecase.lesion.missing" : "");
        boolean nameless = isNew() && site.getValue() == null && label.getText().isBlank();
        check(wrong, site, nameless ? "savecase.site.missing" : "");
        boolean noDate = day.isEmpty() || dateRefused;
        dateRefused = false;
        check(
                wrong,
                date,
                noDate ? "savecase.date.missing" : day.get().isAfter(today.plusDays(1)) ? "savecase.date.future" : "");
        if (!wrong.isEmpty()) {
            wrong.get(0).requestFocus();
            return Optional.empty();
        }
        return Optional.of(place(day.orElseThrow()));
    }

    private void check(List<Node> wrong, Node field, String key) {
        boolean first = !key.isEmpty() && wrong.isEmpty(); // one thing at a time
        rows.problem(field, first ? words.of(key, cases.day(today)) : "");
        if (!key.isEmpty()) {
            wrong.add(field);
        }
    }

    private CasePlace place(LocalDate day) {
        BodySite where = site.getValue() == null ? BodySite.UNKNOWN : site.getValue();
        String called =
                label.getText().isBlank() ? cases.site(where) : label.getText().strip();
        Optional<Lesion> known = lesion.getValue();
        return new CasePlace(
                patient.pseudonym(),
                known.isPresent() ? OptionalLong.of(known.get().id()) : OptionalLong.empty(),
                called,
                where,
                day,
                note.getText(),
                CaseDetailsPane.tags(tags.getText()));
    }

    Node content() {
        return rows;
    }

    Node first() {
        return patient.field();
    }
}
