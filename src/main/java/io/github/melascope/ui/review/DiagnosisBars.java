package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Prediction;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The probability of each diagnosis, the likeliest first. */
final class DiagnosisBars extends GridPane {
    private final Words words;

    DiagnosisBars(Words words) {
        this.words = words;
        getStyleClass().add("diagnosis-bars");
        setVgap(2);
        setHgap(8);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, figures);
    }

    void show(Prediction prediction) {
        getChildren().clear();
        List<Map.Entry<Diagnosis, Double>> ranked = prediction.probabilities().entrySet().stream()
                .sorted(Map.Entry.<Diagnosis, Double>comparingByValue().reversed())
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            Diagnosis diagnosis = ranked.get(i).getKey();
            double probability = ranked.get(i).getValue();
            Label name = new Label(words.of("dx." + diagnosis.code()));
            name.setWrapText(true);
            Label figure = new Label(words.percent(probability));
            figure.getStyleClass().add("figure");
            ProbabilityBar bar = new ProbabilityBar();
            bar.show(probability, Double.NaN);
            if (diagnosis == Diagnosis.MEL) {
                name.getStyleClass().add("strong");
                figure.getStyleClass().add("strong");
            }
            addRow(2 * i, name, figure);
            add(bar, 0, 2 * i + 1, 2, 1);
        }
    }
}
