package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.ClassAccuracy;
import io.github.melascope.metrics.CurveBands;
import io.github.melascope.metrics.DiagnosisResult;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.report.Plot;
import io.github.melascope.report.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All cards of one exhibit: made once, then only filled. */
final class Cards extends VBox {
    private final Words words;
    private final DashboardModel model;
    private final DashboardExports exports;
    private final Exhibit exhibit;
    private final Charts charts;
    private final Sheets sheets;
    private final CardGrid grid = new CardGrid();
    private final FigureTiles tiles;
    private final MatrixPane confusion;
    private final SlicesPane slices;
    private final ValuesPane values;
    private final ComparePane compare;
    private final Card compareCard;
    private final Map<String, ChartCard> plots = new LinkedHashMap<>();
    private final TablePane classes;
    private final TablePane accuracies;
    private final Label overall = new Label();
    private boolean filled;

    Cards(Words words, DashboardModel model, DashboardExports exports, Exhibit exhibit) {
        this.words = words;
        this.model = model;
        this.exports = exports;
        this.exhibit = exhibit;
        this.charts = new Charts(words, exhibit);
        this.sheets = new Sheets(words);
        Consumer<Selection> open = model::select;
        tiles = new FigureTiles(words, open);
        confusion = new MatrixPane(
                words,
                "cell",
                List.of(header("dx.mel"), header("dashboard.not-melanoma")),
                List.of(header("dashboard.confusion.called"), header("dashboard.confusion.not-called")),
                (row, column) -> open.accept(Selection.Outcomes.cell(row == 0, column == 0)));
        slices = new SlicesPane(words, exhibit, open);
        values = new ValuesPane(words, model, open);
        compare = new ComparePane(words, open);
        classes = new TablePane(sheets.classHead().subList(0, Sheets.BY_CLASS));
        accuracies = new TablePane(sheets.accuracyHead());
        compareCard =
                new Card(words, words.of("dashboard.compare"), List.of(sheetExport(result -> comparison())), compare);
        getStyleClass().add("cards");
        build(open);
    }

    private MatrixPane.Header header(String key) {
        return new MatrixPane.Header(words.of(key), words.of(key));
    }

    private void build(Consumer<Selection> open) {
        getChildren().addAll(tiles, grid);
        grid.add(new Card(
                words,
                words.of("dashboard.confusion"),
                List.of(sheetExport(result -> Optional.of(sheets.confusion(result.counts())))),
                confusion));
        chart(charts.roc(Optional.empty()), open);
        chart(charts.precisionRecall(Optional.empty()), open);
        if (exhibit.hasDiagnoses()) {
            grid.add(diagnoses(open));
        }
        chart(charts.histogram(), open);
        chart(charts.calibration(Optional.empty()), open);
        chart(charts.decision(Optional.empty()), open);
        grid.add(new Card(
                words,
                words.of("dashboard.values"),
                List.of(sheetExport(
                        result -> model.intervals().predictiveProperty().get().map(sheets::values))),
                values));
        getChildren()
                .add(new Card(
                        words,
                        words.of("dashboard.slices"),
                        List.of(sheetExport(result -> Optional.of(sheets.slices(result)))),
                        slices));
        if (exhibit.hasDiagnoses()) {
            getChildren().add(classes(open));
        }
        getChildren().add(compareCard);
    }

    private void chart(Chart chart, Consumer<Selection> open) {
        String id = chart.plot().id();
        List<Card.Export> saving = List.of(
                new Card.Export(words.of("dashboard.export.png"), () -> exports.png(plot(id))),
                new Card.Export(words.of("dashboard.export.csv"), () -> exports.csv(plot(id))));
        ChartCard card = new ChartCard(words, chart, saving, open, model.thresholdProperty()::set);
        plots.put(id, card);
        grid.add(card);
    }

    private Plot plot(String id) {
        return Objects.requireNonNull(plots.get(id)).chart().plot();
    }

    private Card.Export sheetExport(Function<ExamResult, Optional<Sheet>> sheet) {
        return new Card.Export(
                words.of("dashboard.export.csv"),
                () -> model.intervals().resultProperty().get().flatMap(sheet).ifPresent(exports::csv));
    }

    private Optional<Sheet> comparison() {
        return model.comparing().stateProperty().get() instanceof Comparing.State.Compared compared
                ? Optional.of(sheets.comparison(compared))
                : Optional.empty();
    }

    private Node diagnoses(Consumer<Selection> open) {
        List<MatrixPane.Header> headers = Diagnosis.ALL.stream()
                .map(dx -> new MatrixPane.Header(dx.code(), words.of("dx", dx)))
                .toList();
        MatrixPane matrix = new MatrixPane(
                words,
                "dx-cell",
                headers,
                headers,
                (row, column) -> open.accept(new Selection.Diagnoses(
                        Optional.of(Diagnosis.ALL.get(row)), Optional.of(Diagnosis.ALL.get(column)))));
        matrix.show(exhibit.diagnosisCounts());
        Label text = hint(words.of("dashboard.diagnoses.text"));
        return new Card(
                words,
                words.of("dashboard.diagnoses"),
                List.of(sheetExport(result -> result.diagnosis().map(sheets::diagnoses))),
                matrix,
                text);
    }

    private Node classes(Consumer<Selection> open) {
        for (Diagnosis dx : Diagnosis.ALL) {
            Selection all = new Selection.Diagnoses(Optional.of(dx), Optional.empty());
            classes.row("class-" + dx.code(), words.of("dx", dx), () -> open.accept(all));
            accuracies.row("accuracy-" + dx.code(), words.of("dx", dx), () -> open.accept(all));
        }
        overall.setWrapText(true);
        overall.setMinHeight(Region.USE_PREF_SIZE);
        return new Card(
                words,
                words.of("dashboard.classes"),
                List.of(sheetExport(result -> result.diagnosis()
                        .map(diagnosis -> sheets.classes(
                                diagnosis, model.intervals().classesProperty().get())))),
                classes,
                accuracies,
                overall);
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("hint");
        return label;
    }

    /** Moves what moves with the threshold. */
    void show(Points points, Optional<ExamResult> result, Optional<Intervals.Values> predictive) {
        BinaryCounts counts = points.counts();
        tiles.show(exhibit, points, result);
        confusion.show(new long[][] {
            {counts.truePositives(), counts.falseNegatives()}, {counts.falsePositives(), counts.trueNegatives()}
        });
        plots.forEach((id, card) -> {
            card.dots(charts.dots(id, points));
            card.threshold(Charts.hasThreshold(id) ? points.threshold() : Double.NaN);
        });
        slices.show(points, result);
        values.show(points, predictive);
        result.flatMap(ExamResult::diagnosis).ifPresent(this::classes);
    }

    /** The diagnosis question does not move with the threshold. */
    private void classes(DiagnosisResult diagnosis) {
        Map<Diagnosis, ClassAccuracy> known =
                model.intervals().classesProperty().get();
        if (!filled) {
            filled = !known.isEmpty();
            for (int row = 0; row < Diagnosis.ALL.size(); row++) {
                List<String> figures = sheets.classFigures(diagnosis, known, Diagnosis.ALL.get(row));
                classes.fill(row, figures.subList(0, Sheets.BY_CLASS - 1));
                accuracies.fill(row, figures.subList(Sheets.BY_CLASS - 1, figures.size()));
            }
            overall.setText(sheets.overall(diagnosis));
        }
    }

    /** Draws the intervals of the curves. */
    void bands(Optional<CurveBands> bands) {
        Objects.requireNonNull(plots.get("roc")).show(charts.roc(bands));
        Objects.requireNonNull(plots.get("pr")).show(charts.precisionRecall(bands));
        Objects.requireNonNull(plots.get("calibration")).show(charts.calibration(bands));
        Objects.requireNonNull(plots.get("decision")).show(charts.decision(bands));
    }

    /** @param visible height of what can be seen at once */
    void fit(ObservableValue<Number> visible) {
        plots.values().forEach(card -> card.fit(visible));
    }

    void compare(Comparing.State state) {
        compare.show(state);
        boolean any = !(state instanceof Comparing.State.None);
        compareCard.setVisible(any);
        compareCard.setManaged(any);
    }
}
