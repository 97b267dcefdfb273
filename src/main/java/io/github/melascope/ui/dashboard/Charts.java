package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.Calibration;
import io.github.melascope.metrics.CurveBands;
import io.github.melascope.metrics.DecisionCurve;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.PrecisionRecall;
import io.github.melascope.metrics.Roc;
import io.github.melascope.report.Plot;
import io.github.melascope.report.Plot.Axis;
import io.github.melascope.report.Plot.Band;
import io.github.melascope.report.Plot.Bar;
import io.github.melascope.report.Plot.Dot;
import io.github.melascope.report.Plot.Line;
import io.github.melascope.report.Plot.Span;
import io.github.melascope.report.Plot.Spot;
import io.github.melascope.report.Plot.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The dashboard's charts as data, in the reader's language. Curves are thinned to what can be seen; figures never are. */
final class Charts {
    private static final int HISTOGRAM_BINS = 20;

    private final Words words;
    private final Numbers numbers;
    private final Exhibit exhibit;

    Charts(Words words, Exhibit exhibit) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.exhibit = exhibit;
    }

    private Axis shares(String key) {
        return new Axis(words.of(key), 0, 1, 0.2);
    }

    private List<Band> band(Optional<CurveBands> bands, Function<CurveBands, List<Figure>> figures) {
        if (bands.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        List<Figure> along = figures.apply(bands.get());
        for (int i = 0; i < along.size(); i++) {
            if (along.get(i).defined()) {
                spans.add(new Span(
                        bands.get().grid().get(i),
                        along.get(i).low(),
                        along.get(i).high()));
            }
        }
        return List.of(new Band(words.of("dashboard.interval"), Tone.MODEL, spans));
    }

    Chart roc(Optional<CurveBands> bands) {
        List<Roc.Point> points =
                Decimation.of(exhibit.roc().points(), Roc.Point::falsePositiveRate, Roc.Point::truePositiveRate);
        List<Line> lines = List.of(
                new Line(
                        words.of("dashboard.model"),
                        Tone.MODEL,
                        false,
                        points.stream()
                                .map(p -> new Spot(p.falsePositiveRate(), p.truePositiveRate()))
                                .toList()),
                new Line(words.of("dashboard.chance"), Tone.REFERENCE, true, List.of(new Spot(0, 0), new Spot(1, 1))));
        Plot plot = new Plot(
                "roc",
                words.of("dashboard.roc"),
                shares("dashboard.false-alarms"),
                shares("dashboard.sensitivity"),
                band(bands, CurveBands::sensitivity),
                List.of(),
                lines,
                List.of(),
                words.of(points.isEmpty() ? "dashboard.one-class" : "dashboard.roc.note"));
        return new Chart(
                plot,
                points.stream()
                        .map(p -> mark(
                                p.falsePositiveRate(),
                                p.truePositiveRate(),
                                p.threshold(),
                                words.of(
                                        "dashboard.roc.mark",
                                        threshold(p.threshold()),
                                        numbers.share(p.truePositiveRate()),
                                        numbers.share(1 - p.falsePositiveRate()))))
                        .toList());
    }

    private String threshold(double value) {
        return numbers.threshold(Math.min(1, value));
    }

    private static Chart.Mark mark(double x, double y, double threshold, String text) {
        boolean usable = threshold > 0 && threshold <= 1;
        return new Chart.Mark(
                x,
                y,
                text,
                new Selection.WrongAt(threshold),
                usable ? OptionalDouble.of(threshold) : OptionalDouble.empty());
    }

    Chart precisionRecall(Optional<CurveBands> bands) {
        List<PrecisionRecall.Point> points = Decimation.of(
                exhibit.precisionRecall().points(), PrecisionRecall.Point::recall, PrecisionRecall.Point::precision);
        double prevalence = (double) exhibit.melanomas() / exhibit.images();
        List<Line> lines = List.of(
                new Line(
                        words.of("dashboard.model"),
                        Tone.MODEL,
                        false,
                        points.stream()
                                .map(p -> new Spot(p.recall(), p.precision()))
                                .toList()),
                new Line(
                        words.of("dashboard.chance"),
                        Tone.REFERENCE,
                        true,
                        List.of(new Spot(0, prevalence), new Spot(1, prevalence))));
        Plot plot = new Plot(
                "pr",
                words.of("dashboard.pr"),
                shares("dashboard.sensitivity"),
                shares("dashboard.precision"),
                band(bands, CurveBands::precision),
                List.of(),
                lines,
                List.of(),
                words.of(points.isEmpty() ? "dashboard.one-class" : "dashboard.pr.note"));
        return new Chart(
                plot,
                points.stream()
                        .map(p -> mark(
                                p.recall(),
                                p.precision(),
                                p.threshold(),
                                words.of(
                                        "dashboard.pr.mark",
                                        threshold(p.threshold()),
                                        numbers.share(p.recall()),
                                        numbers.share(p.precision()))))
                        .toList());
    }

    Chart calibration(Optional<CurveBands> bands) {
        List<Bar> bars = new ArrayList<>();
        List<Spot> means = new ArrayList<>();
        List<Chart.Mark> marks = new ArrayList<>();
        List<Calibration.Bin> bins = exhibit.calibration().bins();
        for (int i = 0; i < bins.size(); i++) {
            Calibration.Bin bin = bins.get(i);
            if (bin.count() > 0) {
                Figure observed = at(bands, CurveBands::observed, i, bin.observed());
                bars.add(new Bar(
                        words.of("dashboard.calibration.observed"),
                        Tone.OTHER,
                        bin.low(),
                        bin.high(),
                        bin.observed(),
                        bin.count(),
                        observed.low(),
                        observed.high()));
                means.add(new Spot(bin.meanProbability(), bin.observed()));
                marks.add(new Chart.Mark(
                        (bin.low() + bin.high()) / 2,
                        bin.observed(),
                        words.of(
                                "dashboard.calibration.mark",
                                numbers.share(bin.low()),
                                numbers.share(bin.high()),
                                bin.count(),
                                numbers.share(bin.meanProbability()),
                                numbers.shareWithInterval(observed)),
                        new Selection.Bin(bin.low(), bin.high(), Optional.empty()),
                        OptionalDouble.empty()));
            }
        }
        Plot plot = new Plot(
                "calibration",
                words.of("dashboard.calibration"),
                shares("dashboard.probability"),
                shares("dashboard.calibration.observed"),
                List.of(),
                bars,
                List.of(
                        new Line(words.of("dashboard.calibration.mean"), Tone.MODEL, false, means),
                        new Line(
                                words.of("dashboard.calibration.perfect"),
                                Tone.REFERENCE,
                                true,
                                List.of(new Spot(0, 0), new Spot(1, 1)))),
                List.of(),
                words.of(
                                "dashboard.calibration.note",
                                numbers.score(exhibit.calibration().ece()))
                        + " "
                        + words.of("dashboard.calibration.kind."
                                + exhibit.answers()
                                        .spec()
                                        .calibration()
                                        .melanoma()
                                        .kind()
                                        .code())
                        + intervalsNote(bands));
        return new Chart(plot, marks);
    }

    Chart histogram() {
        int[][] counts = new int[2][HISTOGRAM_BINS];
        exhibit.answers().cases().forEach(one -> {
            int bin = Math.max(0, (int) Math.ceil(one.melanomaProbability() * HISTOGRAM_BINS) - 1);
            counts[one.melanoma() ? 0 : 1][bin]++;
        });
        int[] totals = {exhibit.melanomas(), exhibit.images() - exhibit.melanomas()};
        List<Bar> bars = new ArrayList<>();
        List<Chart.Mark> marks = new ArrayList<>();
        for (int bin = 0; bin < HISTOGRAM_BINS; bin++) {
            for (int side = 0; side < 2; side++) {
                if (counts[side][bin] == 0) {
                    continue;
                }
                boolean melanoma = side == 0;
                double low = (double) bin / HISTOGRAM_BINS;
                double high = (bin + 1.0) / HISTOGRAM_BINS;
                double middle = (low + high) / 2;
                double share = (double) counts[side][bin] / totals[side];
                String name = words.of(melanoma ? "dashboard.melanomas" : "dashboard.others");
                bars.add(new Bar(
                        name,
                        melanoma ? Tone.MODEL : Tone.OTHER,
                        melanoma ? low : middle,
                        melanoma ? middle : high,
                        share,
                        counts[side][bin]));
                marks.add(new Chart.Mark(
                        melanoma ? (low + middle) / 2 : (middle + high) / 2,
                        share,
                        words.of(
                                "dashboard.histogram.mark",
                                name,
                                numbers.share(low),
                                numbers.share(high),
                                counts[side][bin],
                                numbers.share(share)),
                        new Selection.Bin(low, high, Optional.of(melanoma)),
                        OptionalDouble.empty()));
            }
        }
        double highest = bars.stream().mapToDouble(Bar::height).max().orElse(1);
        double top = Math.min(1, Math.ceil(highest * 4) / 4);
        Plot plot = new Plot(
                "histogram",
                words.of("dashboard.histogram"),
                shares("dashboard.probability"),
                new Axis(words.of("dashboard.histogram.share"), 0, top, top / 5),
                List.of(),
                bars,
                List.of(),
                List.of(),
                words.of("dashboard.histogram.note", totals[0], totals[1]));
        return new Chart(plot, marks);
    }

    /** A figure with its interval, or, as long as that is worked out, without one. */
    private static Figure at(
            Optional<CurveBands> bands, Function<CurveBands, List<Figure>> figures, int index, double value) {
        return bands.map(known -> figures.apply(known).get(index)).orElse(new Figure(value, Double.NaN, Double.NaN));
    }

    private String intervalsNote(Optional<CurveBands> bands) {
        return bands.isPresent() ? " " + words.of("dashboard.calibration.intervals") : "";
    }

    Chart decision(Optional<CurveBands> bands) {
        List<DecisionCurve.Point> points = exhibit.decision().points();
        double top = Math.max(0.05, Math.ceil(20.0 * exhibit.melanomas() / exhibit.images()) / 20);
        double least = -top / 5;
        List<Line> lines = List.of(
                line("dashboard.decision.model", Tone.MODEL, false, points, least, DecisionCurve.Point::model),
                line("dashboard.decision.all", Tone.OTHER, true, points, least, DecisionCurve.Point::all),
                new Line(
                        words.of("dashboard.decision.none"),
                        Tone.REFERENCE,
                        true,
                        List.of(new Spot(0, 0), new Spot(1, 0))));
        Plot plot = new Plot(
                "decision",
                words.of("dashboard.decision"),
                shares("dashboard.threshold"),
                new Axis(words.of("dashboard.decision.benefit"), least, top, top / 5),
                benefits(bands, points, least),
                List.of(),
                lines,
                List.of(),
                words.of("dashboard.decision.note"));
        return new Chart(
                plot,
                IntStream.range(0, points.size())
                        .filter(i -> points.get(i).model() >= least)
                        .mapToObj(i -> benefit(
                                points.get(i),
                                at(bands, CurveBands::benefit, i, points.get(i).model())))
                        .toList());
    }

    private Chart.Mark benefit(DecisionCurve.Point point, Figure model) {
        return mark(
                point.threshold(),
                point.model(),
                point.threshold(),
                words.of(
                        "dashboard.decision.mark",
                        threshold(point.threshold()),
                        numbers.scoreWithInterval(model),
                        numbers.score(point.all())));
    }

    /** As much of the intervals as the axis shows. */
    private List<Band> benefits(Optional<CurveBands> bands, List<DecisionCurve.Point> points, double least) {
        if (bands.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Figure figure = bands.get().benefit().get(i);
            if (figure.defined() && figure.high() >= least) {
                spans.add(new Span(points.get(i).threshold(), Math.max(least, figure.low()), figure.high()));
            }
        }
        return List.of(new Band(words.of("dashboard.interval"), Tone.MODEL, spans));
    }

    private Line line(
            String key,
            Tone tone,
            boolean dashed,
            List<DecisionCurve.Point> points,
            double least,
            Function<DecisionCurve.Point, Double> benefit) {
        List<Spot> spots = points.stream()
                .map(p -> new Spot(p.threshold(), benefit.apply(p)))
                .filter(spot -> spot.y() >= 2 * least)
                .toList();
        return new Line(words.of(key), tone, dashed, spots);
    }

    /** Where the model works now, on a chart of this id; none on a chart without such a place. */
    List<Dot> dots(String id, Points points) {
        BinaryCounts counts = points.counts();
        String name = words.of("dashboard.working-point");
        return switch (id) {
            case "roc" -> dot(name, 1 - counts.specificity(), counts.recall());
            case "pr" -> dot(name, counts.recall(), counts.precision());
            case "decision" -> dot(name, points.threshold(), points.decision().model());
            default -> List.of();
        };
    }

    private static List<Dot> dot(String name, double x, double y) {
        return !Double.isFinite(x) || !Double.isFinite(y) ? List.of() : List.of(new Dot(name, Tone.MODEL, x, y));
    }

    /** Whether the threshold is drawn as an upright line: where the horizontal axis is the probability. */
    static boolean hasThreshold(String id) {
        return id.equals("histogram") || id.equals("calibration") || id.equals("decision");
    }
}
