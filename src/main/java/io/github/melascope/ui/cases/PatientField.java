package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Patient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * A pseudonym, with those that are known to choose from. What is typed is never completed by itself: the image would land with
 * another patient.
 */
final class PatientField extends VBox {
    private static final int MOST = 5;

    private final Words words;
    private final TextField text = new TextField();
    private final FlowPane suggestions = new FlowPane(6, 6);
    private final ReadOnlyObjectWrapper<Optional<Patient>> patient = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Patient> known = List.of();

    PatientField(Words words) {
        super(6);
        this.words = words;
        text.setId("save-patient");
        getChildren().addAll(text, suggestions);
        text.textProperty().subscribe(this::typed);
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !suggestions.getChildren().isEmpty()) {
                suggestions.getChildren().get(0).requestFocus();
                event.consume();
            }
        });
    }

    /** @param patients the likeliest first */
    void known(List<Patient> patients) {
        known = patients;
        typed();
    }

    private void typed() {
        String typed = pseudonym().toLowerCase(Locale.ROOT);
        patient.set(known.stream()
                .filter(one -> one.pseudonym().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst());
        suggestions
                .getChildren()
                .setAll(known.stream()
                        .filter(one -> one.pseudonym().toLowerCase(Locale.ROOT).contains(typed))
                        .filter(one -> patient.get().isEmpty())
                        .limit(MOST)
                        .map(this::suggestion)
                        .toList());
        suggestions.setManaged(!suggestions.getChildren().isEmpty());
    }

    private Button suggestion(Patient one) {
        Button button = new Button(one.pseudonym());
        button.getStyleClass().addAll("small", "suggestion");
        button.setMnemonicParsing(false);
        button.setAccessibleText(words.of("savecase.suggestion", one.pseudonym()));
        button.setOnAction(event -> {
            text.setText(one.pseudonym());
            text.requestFocus();
            text.end();
        });
        return button;
    }

    String pseudonym() {
        return text.getText().strip();
    }

    /** The patient who has that pseudonym already. */
    ReadOnlyObjectProperty<Optional<Patient>> patientProperty() {
        return patient.getReadOnlyProperty();
    }

    TextField field() {
        return text;
    }
}
