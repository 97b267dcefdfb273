package io.github.melascope.ui.training;

import io.github.melascope.app.TrainingRun;
import io.github.melascope.base.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.FlowPane;

/** Loss, scores and learning rate over the epochs. */
final class Curves extends FlowPane {
    private final Words words;
    private final LineChart<Number, Number> loss;
    private final LineChart<Number, Number> scores;
    private final LineChart<Number, Number> rate;
    private int epochs = -1;
    private int steps = -1;
    private String shown = "";

    Curves(Words words) {
        this.words = words;
        getStyleClass().add("curves");
        loss = chart("loss", "training.curve.training-loss", "training.curve.validation-loss");
        scores = chart("scores", "training.curve.auc", "training.curve.score", "training.curve.best");
        rate = chart("rate", "training.curve.rate");
        getChildren().addAll(loss, scores, rate);
    }

    private LineChart<Number, Number> chart(String name, String... series) {
        NumberAxis x = new NumberAxis();
        x.setLabel(words.of("training.curve.epochs"));
        x.setForceZeroInRange(false);
        NumberAxis y = new NumberAxis();
        y.setForceZeroInRange(false);
        LineChart<Number, Number> chart = new LineChart<>(x, y);
        chart.setId("curve-" + name);
        chart.setTitle(words.of("training.curve." + name));
        chart.setAccessibleText(words.of("training.curve." + name));
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
        chart.getStyleClass().add("curve");
        for (String key : series) {
            XYChart.Series<Number, Number> line = new XYChart.Series<>();
            line.setName(words.of(key));
            chart.getData().add(line);
        }
        chart.setLegendVisible(series.length > 1);
        return chart;
    }

    /** Draws anew what has changed. */
    void show(TrainingRun run) {
        if (!run.id().equals(shown) || run.steps().size() != steps) {
            steps = run.steps().size();
            set(loss, 0, run.steps(), TrainingRun.Step::at, TrainingRun.Step::loss);
            set(rate, 0, run.steps(), TrainingRun.Step::at, TrainingRun.Step::learningRate);
        }
        if (!run.id().equals(shown) || run.epochs().size() != epochs) {
            epochs = run.epochs().size();
            set(loss, 1, run.epochs(), Curves::end, TrainingRun.Epoch::validationLoss);
            set(scores, 0, run.epochs(), Curves::end, TrainingRun.Epoch::melanomaAuc);
            set(scores, 1, run.epochs(), Curves::end, TrainingRun.Epoch::score);
            best(run);
        }
        shown = run.id();
    }

    private static double end(TrainingRun.Epoch epoch) {
        return epoch.number() + 1.0;
    }

    /** A vertical line through the epoch whose weights are kept. */
    private void best(TrainingRun run) {
        Optional<TrainingRun.Epoch> best = run.best();
        double low = run.epochs().stream()
                .mapToDouble(e -> Math.min(e.score(), e.melanomaAuc()))
                .min()
                .orElse(0);
        List<double[]> line = best.isEmpty()
                ? List.of()
                : List.of(
                        new double[] {end(best.get()), low},
                        new double[] {end(best.get()), Math.max(best.get().score(), low + 1e-6)});
        set(scores, 2, line, p -> p[0], p -> p[1]);
        scores.getData()
                .get(2)
                .setName(best.map(e -> words.of("training.curve.best-epoch", e.number() + 1))
                        .orElse(words.of("training.curve.best")));
    }

    private static <T> void set(
            LineChart<Number, Number> chart, int series, List<T> points, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        List<XYChart.Data<Number, Number>> data = new ArrayList<>();
        for (T point : points) {
            if (Double.isFinite(y.applyAsDouble(point))) {
                data.add(new XYChart.Data<>(x.applyAsDouble(point), y.applyAsDouble(point)));
            }
        }
        chart.getData().get(series).setData(FXCollections.observableArrayList(data));
    }
}
