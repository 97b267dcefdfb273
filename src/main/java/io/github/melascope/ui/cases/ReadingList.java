package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Reading;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What user and models said of an image, the latest first. */
final class ReadingList extends VBox {
    private final Words words;
    private final CaseWords cases;

    ReadingList(Words words) {
        super(8);
        this.words = words;
        this.cases = new CaseWords(words);
    }

    void show(List<Reading> readings) {
        getChildren().clear();
        for (Reading reading : readings) {
            VBox box = new VBox(2);
            if (reading instanceof Reading.User own) {
                box.getChildren().addAll(line(cases.own(own), "strong"), source("cases.by-you", own));
                if (!own.note().isEmpty()) {
                    box.getChildren().add(line(own.note(), "reading-note"));
                }
            } else if (reading instanceof Reading.Model model) {
                Label answer = line(cases.answer(model.outcome(), model.melanoma()), "strong");
                answer.getStyleClass().add(model.outcome().code());
                box.getChildren().addAll(answer, source("cases.by-model", model, model.modelId()));
            }
            getChildren().add(box);
        }
        if (readings.isEmpty()) {
            getChildren().add(line(words.of("cases.readings.none"), "text-muted"));
        }
    }

    private Label source(String key, Reading reading, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = cases.time(reading.at());
        System.arraycopy(more, 0, values, 1, more.length);
        return line(words.of(key, values), "text-muted");
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
