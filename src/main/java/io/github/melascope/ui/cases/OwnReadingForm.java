package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The user's own reading: diagnosis, how sure they are, a note. */
public final class OwnReadingForm extends VBox {
    private static final int STEPS = 4;
    private static final int USUAL = 2;

    private final Words words;
    private final ComboBox<Diagnosis> diagnosis;
    private final Slider confidence = new Slider(0, STEPS, USUAL);
    private final TextField note = new TextField();
    private final Label missing = new Label();
    private final Consumer<OwnReading> committed;

    /** @param committed hears what the user commits to */
    public OwnReadingForm(Words words, Consumer<OwnReading> committed) {
        super(6);
        this.words = words;
        this.committed = committed;
        diagnosis = Choices.of("own-diagnosis", Diagnosis.ALL, value -> words.of("dx", value));
        diagnosis.setPromptText(words.of("ownreading.choose"));
        diagnosis.setMaxWidth(Double.MAX_VALUE);
        diagnosis.setMinWidth(0);
        note.setId("own-note");
        missing.setId("own-missing");
        missing.setWrapText(true);
        missing.getStyleClass().add("field-problem");
        diagnosis.valueProperty().subscribe(value -> say(""));
        note.setOnAction(event -> commit());
        Button commit = Icons.put(new Button(words.of("ownreading.commit")), Feather.CHECK);
        commit.setId("own-commit");
        commit.setOnAction(event -> commit());
        getStyleClass().add("own-reading");
        getChildren()
                .addAll(
                        named("ownreading.diagnosis", diagnosis),
                        diagnosis,
                        missing,
                        sureness(),
                        confidence,
                        named("ownreading.note", note),
                        note,
                        commit);
    }

    private Label named(String key, javafx.scene.Node field) {
        Label label = new Label(words.of(key));
        label.setWrapText(true);
        label.setLabelFor(field);
        return label;
    }

    private Label sureness() {
        confidence.setId("own-confidence");
        confidence.setMajorTickUnit(1);
        confidence.setMinorTickCount(0);
        confidence.setBlockIncrement(1);
        confidence.setSnapToTicks(true);
        Label label = named("ownreading.confidence", confidence);
        CaseWords cases = new CaseWords(words);
        confidence.valueProperty().subscribe(value -> {
            String sure = cases.confidence(chosen());
            label.setText(words.of("ownreading.confidence", sure));
            confidence.setAccessibleText(words.of("ownreading.confidence", sure));
        });
        return label;
    }

    private double chosen() {
        return Math.round(confidence.getValue()) / (double) STEPS;
    }

    private void say(String text) {
        missing.setText(text);
        missing.setVisible(!text.isEmpty());
        missing.setManaged(!text.isEmpty());
    }

    private void commit() {
        if (diagnosis.getValue() == null) {
            say(words.of("ownreading.missing"));
            diagnosis.requestFocus();
            return;
        }
        committed.accept(
                new OwnReading(diagnosis.getValue(), chosen(), note.getText().strip()));
    }

    /** As it was before anything was entered. */
    public void reset() {
        diagnosis.setValue(null);
        confidence.setValue(USUAL);
        note.clear();
    }
}
