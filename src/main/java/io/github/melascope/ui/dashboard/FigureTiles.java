package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.ExamResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The key figures in a row, each with its interval; one that is pressed opens the images it is made of. */
final class FigureTiles extends FlowPane {
    private static final List<BinaryMeasure> SHOWN = List.of(
            BinaryMeasure.ROC_AUC,
            BinaryMeasure.RECALL,
            BinaryMeasure.SPECIFICITY,
            BinaryMeasure.PRECISION,
            BinaryMeasure.NPV,
            BinaryMeasure.ACCURACY,
            BinaryMeasure.BALANCED_ACCURACY,
            BinaryMeasure.F1,
            BinaryMeasure.PR_AUC,
            BinaryMeasure.BRIER,
            BinaryMeasure.ECE);

    private final Words words;
    private final Numbers numbers;
    private final Naming naming;
    private final Map<BinaryMeasure, Tile> tiles = new EnumMap<>(BinaryMeasure.class);

    private record Tile(Button button, Label value, Label interval) {}

    FigureTiles(Words words, Consumer<Selection> open) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.naming = new Naming(words);
        getStyleClass().add("figure-tiles");
        SHOWN.forEach(measure -> tile(measure, open));
    }

    private void tile(BinaryMeasure measure, Consumer<Selection> open) {
        Label name = new Label(naming.measure(measure));
        Label value = new Label();
        value.getStyleClass().addAll("tile-value", "figure");
        Label interval = new Label();
        interval.getStyleClass().addAll("hint", "figure");
        Button button = new Button(null, new VBox(name, value, interval));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("figure-tile", "flat");
        button.setId("figure-" + measure.code());
        button.setOnAction(event -> open.accept(images(measure)));
        tiles.put(measure, new Tile(button, value, interval));
        getChildren().add(button);
    }

    /** The images that a figure is a share of. */
    static Selection images(BinaryMeasure measure) {
        return switch (measure) {
            case RECALL -> Selection.Outcomes.ofTruth(true);
            case SPECIFICITY -> Selection.Outcomes.ofTruth(false);
            case PRECISION -> Selection.Outcomes.ofAnswer(true);
            case NPV -> Selection.Outcomes.ofAnswer(false);
            default -> Selection.Outcomes.everything();
        };
    }

    /** @param result the newest there is, maybe of another threshold */
    void show(Exhibit exhibit, Points points, Optional<ExamResult> result) {
        boolean same =
                result.map(r -> r.exam().threshold() == points.threshold()).orElse(false);
        tiles.forEach((measure, tile) -> {
            OptionalDouble moving = moving(measure, points.counts());
            boolean known = result.isPresent() && (same || moving.isEmpty());
            String value = moving.isPresent()
                    ? numbers.value(measure, moving.getAsDouble())
                    : standing(measure, exhibit, result);
            String interval = known
                    ? numbers.interval(measure, result.orElseThrow().get(measure))
                    : words.of("dashboard.pending");
            tile.value.setText(value);
            tile.interval.setText(interval);
            tile.button.setAccessibleText(words.of("dashboard.figure.aloud", naming.measure(measure), value, interval));
        });
    }

    /** A figure that depends on the threshold. */
    private static OptionalDouble moving(BinaryMeasure measure, BinaryCounts counts) {
        return switch (measure) {
            case RECALL -> OptionalDouble.of(counts.recall());
            case SPECIFICITY -> OptionalDouble.of(counts.specificity());
            case PRECISION -> OptionalDouble.of(counts.precision());
            case NPV -> OptionalDouble.of(counts.npv());
            case ACCURACY -> OptionalDouble.of(counts.accuracy());
            case BALANCED_ACCURACY -> OptionalDouble.of(counts.balancedAccuracy());
            case F1 -> OptionalDouble.of(counts.f1());
            default -> OptionalDouble.empty();
        };
    }

    private String standing(BinaryMeasure measure, Exhibit exhibit, Optional<ExamResult> result) {
        return switch (measure) {
            case ROC_AUC -> numbers.score(exhibit.roc().auc());
            case PR_AUC -> numbers.score(exhibit.precisionRecall().averagePrecision());
            case ECE -> numbers.score(exhibit.calibration().ece());
            default ->
                result.map(r -> numbers.value(measure, r.get(measure).value())).orElse(words.of("dashboard.pending"));
        };
    }
}
