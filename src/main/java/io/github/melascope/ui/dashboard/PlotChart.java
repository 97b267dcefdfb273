package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.report.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Point2D;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.StringConverter;

/**
 * One of the toolkit's charts that draws a {@link Plot}: bands, bars, lines, and dots that move without anything else being laid
 * out. A cursor goes over the chart's marks.
 */
final class PlotChart extends XYChart<Number, Number> {
    private static final double DOT = 5;
    /** Half the width of the ends of a bar's interval. */
    private static final double CAP = 3;

    private final List<Polygon> bands = new ArrayList<>();
    private final List<Rectangle> bars = new ArrayList<>();
    private final List<Path> whiskers = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();
    private final Line threshold = new Line();
    private final Circle cursor = new Circle(DOT + 2);
    private final ReadOnlyObjectWrapper<Optional<Chart.Mark>> marked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Chart chart;
    private double thresholdAt = Double.NaN;

    PlotChart(Words words, Chart chart) {
        super(axis(words, chart.plot().x()), axis(words, chart.plot().y()));
        getYAxis().setLabel(""); // upright words are hard to read, and cut off where text is large: it stands over the
        // chart
        this.chart = chart;
        setAnimated(false);
        setLegendVisible(false);
        setFocusTraversable(true);
        setId("chart-" + chart.plot().id());
        getStyleClass().add("plot");
        threshold.getStyleClass().add("plot-threshold");
        cursor.getStyleClass().add("plot-cursor");
        cursor.setVisible(false);
        setData(FXCollections.observableArrayList());
        show(chart);
    }

    private static NumberAxis axis(Words words, Plot.Axis scale) {
        NumberAxis axis = new NumberAxis(scale.name(), scale.low(), scale.high(), scale.tick());
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return Words.perCent(words.number(100 * value.doubleValue(), 0));
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        return axis;
    }

    /** Shows another chart on the same axes; the cursor stays on its mark where the other chart has it too. */
    void show(Chart now) {
        chart = now;
        mark(marked.get()
                .flatMap(held -> now.marks().stream().filter(held::isAt).findFirst()));
        bands.clear();
        bars.clear();
        whiskers.clear();
        lines.clear();
        now.plot().bands().forEach(band -> bands.add(styled(new Polygon(), "plot-band", band.tone())));
        now.plot().bars().forEach(bar -> bars.add(styled(new Rectangle(), "plot-bar", bar.tone())));
        now.plot().bars().stream()
                .filter(Plot.Bar::hasInterval)
                .forEach(bar -> whiskers.add(styled(new Path(), "plot-whisker", bar.tone())));
        now.plot().lines().forEach(line -> {
            Polyline drawn = styled(new Polyline(), "plot-line", line.tone());
            if (line.dashed()) {
                drawn.getStyleClass().add("dashed");
            }
            lines.add(drawn);
        });
        getPlotChildren().clear();
        getPlotChildren().addAll(bands);
        getPlotChildren().addAll(bars);
        getPlotChildren().addAll(whiskers);
        getPlotChildren().addAll(lines);
        getPlotChildren().addAll(threshold, cursor);
        dots.clear();
        dots(now.plot().dots());
        requestChartLayout();
    }

    private static <S extends Shape> S styled(S shape, String style, Plot.Tone tone) {
        shape.getStyleClass().addAll(style, "tone-" + tone.name().toLowerCase(Locale.ROOT));
        shape.setMouseTransparent(true);
        return shape;
    }

    /** Moves the dots: a few places, and no layout. */
    void dots(List<Plot.Dot> now) {
        chart = new Chart(chart.plot().withDots(now), chart.marks());
        while (dots.size() < now.size()) {
            Circle dot = styled(new Circle(DOT), "plot-dot", Plot.Tone.MODEL);
            dots.add(dot);
            getPlotChildren().add(dot);
        }
        placeDots();
    }

    /** Draws an upright line at a probability; NaN for none. */
    void threshold(double probability) {
        thresholdAt = probability;
        placeDots();
    }

    private void placeDots() {
        List<Plot.Dot> now = chart.plot().dots();
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).setVisible(i < now.size());
            if (i < now.size()) {
                dots.get(i).setCenterX(x(now.get(i).x()));
                dots.get(i).setCenterY(y(now.get(i).y()));
            }
        }
        threshold.setVisible(!Double.isNaN(thresholdAt));
        if (threshold.isVisible()) {
            threshold.setStartX(x(thresholdAt));
            threshold.setEndX(x(thresholdAt));
            threshold.setStartY(y(chart.plot().y().low()));
            threshold.setEndY(y(chart.plot().y().high()));
        }
        marked.get().ifPresent(mark -> {
            cursor.setCenterX(x(mark.x()));
            cursor.setCenterY(y(mark.y()));
        });
    }

    /** The mark that the cursor is on. */
    ReadOnlyObjectProperty<Optional<Chart.Mark>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Puts the cursor on a mark. */
    void mark(Optional<Chart.Mark> mark) {
        marked.set(mark);
        cursor.setVisible(mark.isPresent());
        placeDots();
    }

    Chart chart() {
        return chart;
    }

    /** The mark nearest to a place of the scene; of bars the one above or below it. */
    Optional<Chart.Mark> nearest(double sceneX, double sceneY) {
        boolean upright = !chart.plot().bars().isEmpty();
        Point2D place = new Point2D(
                getXAxis().sceneToLocal(sceneX, sceneY).getX(),
                getYAxis().sceneToLocal(sceneX, sceneY).getY());
        Chart.Mark best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Chart.Mark mark : chart.marks()) {
            double away = Math.hypot(x(mark.x()) - place.getX(), upright ? 0 : y(mark.y()) - place.getY());
            if (away < least) {
                least = away;
                best = mark;
            }
        }
        return Optional.ofNullable(best);
    }

    private double x(double value) {
        return getXAxis().getDisplayPosition(value);
    }

    private double y(double value) {
        return getYAxis().getDisplayPosition(value);
    }

    @Override
    protected void layoutPlotChildren() {
        Plot plot = chart.plot();
        for (int i = 0; i < bands.size(); i++) {
            List<Double> corners = new ArrayList<>();
            List<Plot.Span> spans = plot.bands().get(i).spans();
            spans.forEach(span -> corners.addAll(List.of(x(span.x()), y(span.high()))));
            for (int s = spans.size() - 1; s >= 0; s--) {
                corners.addAll(List.of(x(spans.get(s).x()), y(spans.get(s).low())));
            }
            bands.get(i).getPoints().setAll(corners);
        }
        for (int i = 0; i < bars.size(); i++) {
            Plot.Bar bar = plot.bars().get(i);
            double left = x(bar.from());
            double top = y(bar.height());
            bars.get(i).setX(left + 0.5);
            bars.get(i).setY(top);
            bars.get(i).setWidth(Math.max(1, x(bar.to()) - left - 1));
            bars.get(i).setHeight(Math.max(0, y(plot.y().low()) - top));
        }
        layoutWhiskers();
        for (int i = 0; i < lines.size(); i++) {
            List<Double> points = new ArrayList<>();
            plot.lines().get(i).spots().forEach(spot -> points.addAll(List.of(x(spot.x()), y(spot.y()))));
            lines.get(i).getPoints().setAll(points);
        }
        placeDots();
    }

    private void layoutWhiskers() {
        List<Plot.Bar> with =
                chart.plot().bars().stream().filter(Plot.Bar::hasInterval).toList();
        for (int i = 0; i < whiskers.size(); i++) {
            double middle = x(with.get(i).middle());
            double low = y(with.get(i).low());
            double high = y(with.get(i).high());
            whiskers.get(i)
                    .getElements()
                    .setAll(
                            new MoveTo(middle, low),
                            new LineTo(middle, high),
                            new MoveTo(middle - CAP, low),
                            new LineTo(middle + CAP, low),
                            new MoveTo(middle - CAP, high),
                            new LineTo(middle + CAP, high));
        }
    }

    // The plot is drawn from its data, not from series.

    @Override
    protected void dataItemAdded(Series<Number, Number> series, int index, Data<Number, Number> item) {}

    @Override
    protected void dataItemRemoved(Data<Number, Number> item, Series<Number, Number> series) {}

    @Override
    protected void dataItemChanged(Data<Number, Number> item) {}

    @Override
    protected void seriesAdded(Series<Number, Number> series, int index) {}

    @Override
    protected void seriesRemoved(Series<Number, Number> series) {}
}
