package io.github.melascope.ui.dashboard;

import io.github.melascope.app.ExamAnswers;
import io.github.melascope.app.Saving;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.CaseTable;
import io.github.melascope.metrics.CurveBands;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.report.ChartCsv;
import io.github.melascope.report.DashboardPdf;
import io.github.melascope.report.DashboardReport;
import io.github.melascope.report.Plot;
import io.github.melascope.report.Sheet;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Writes the dashboard, its charts and its tables into files, off the window's thread. */
final class DashboardExports {
    private final Words words;
    private final DashboardModel model;
    private final Consumer<Draft> offer;
    private final FileChoice files;
    private final Executor background;
    private final Executor window;
    private final Consumer<String> said;
    private final Consumer<ProblemException> problems;

    /** @param offer shows what is about to be written, and writes it */
    DashboardExports(
            Words words,
            DashboardModel model,
            Consumer<Draft> offer,
            FileChoice files,
            Executor background,
            Executor window,
            Consumer<String> said,
            Consumer<ProblemException> problems) {
        this.words = words;
        this.model = model;
        this.offer = offer;
        this.files = files;
        this.background = background;
        this.window = window;
        this.said = said;
        this.problems = problems;
    }

    /** Whether every figure of the threshold in use has its interval, so that the PDF can be made. */
    boolean complete() {
        return model.intervals()
                .resultProperty()
                .get()
                .map(result ->
                        result.exam().threshold() == model.thresholdProperty().get())
                .orElse(false);
    }

    /** Offers the whole dashboard as it stands; nothing happens before all its figures are there. */
    void pdf() {
        Optional<Exhibit> exhibit = model.exhibit();
        Optional<ExamResult> result = model.intervals().resultProperty().get();
        if (exhibit.isPresent() && result.isPresent() && complete()) {
            offer.accept(new DashboardDraft(words, report(exhibit.get(), result.get())));
        }
    }

    DashboardReport report(Exhibit exhibit, ExamResult result) {
        Sheets sheets = new Sheets(words);
        ExamAnswers answers = exhibit.answers();
        List<Sheet> tables = new ArrayList<>(List.of(sheets.figures(result), sheets.confusion(result.counts())));
        model.intervals().predictiveProperty().get().ifPresent(values -> tables.add(sheets.values(values)));
        result.diagnosis().ifPresent(diagnosis -> {
            tables.add(sheets.diagnoses(diagnosis));
            tables.addAll(sheets.classesOnPaper(
                    diagnosis, model.intervals().classesProperty().get()));
        });
        tables.add(sheets.slices(result));
        if (model.comparing().stateProperty().get() instanceof Comparing.State.Compared compared) {
            tables.add(sheets.comparison(compared));
        }
        return new DashboardReport(
                words.of("dashboard.pdf.title", answers.spec().id()),
                words.of("dashboard.exam", answers.name()),
                List.of(
                        words.of("dashboard.exam.size", exhibit.images(), exhibit.lesions(), exhibit.melanomas()),
                        words.of(
                                "dashboard.pdf.threshold",
                                new Numbers(words).threshold(result.exam().threshold())),
                        words.of("dashboard.pdf.weights", answers.weightsSha256())),
                tables,
                plots(exhibit),
                words.of("app.not-a-diagnosis"),
                words.of("dashboard.pdf.page"),
                words.locale().getLanguage(),
                LocalDate.now(ZoneId.systemDefault()));
    }

    private List<Plot> plots(Exhibit exhibit) {
        Charts charts = new Charts(words, exhibit);
        Optional<CurveBands> bands = model.intervals().bandsProperty().get();
        Points points = Points.of(
                exhibit,
                model.thresholdProperty().get(),
                model.prevalenceProperty().get());
        return List.of(
                        charts.roc(bands),
                        charts.precisionRecall(bands),
                        charts.calibration(bands),
                        charts.histogram(),
                        charts.decision(bands))
                .stream()
                .map(chart -> chart.plot().withDots(charts.dots(chart.plot().id(), points)))
                .toList();
    }

    /** One chart as a picture. */
    void png(Plot plot) {
        model.exhibit().ifPresent(exhibit -> {
            String exam = words.of("dashboard.exam", exhibit.answers().name());
            save(plot.id() + ".png", file -> new DashboardPdf().writePng(file, plot, exam));
        });
    }

    /** The data of one chart. */
    void csv(Plot plot) {
        save(plot.id() + ".csv", file -> AtomicFiles.write(file, ChartCsv.of(plot)));
    }

    /** One table. */
    void csv(Sheet sheet) {
        save(sheet.id() + ".csv", file -> AtomicFiles.write(file, ChartCsv.of(sheet)));
    }

    /** Every answer. */
    void answers() {
        model.exhibit()
                .ifPresent(exhibit -> save(
                        "answers.csv",
                        file -> AtomicFiles.write(
                                file,
                                CaseTable.write(Map.of("exam", exhibit.answers().cases())))));
    }

    /** The marked images. */
    void marks() {
        files.save("marked-images.csv")
                .ifPresent(file -> model.marks().export(file, () -> said.accept(words.of("export.done", file))));
    }

    private interface Work {
        void write(Path file) throws java.io.IOException, ProblemException;
    }

    private void save(String name, Work work) {
        files.save(name)
                .ifPresent(file -> background.execute(() -> {
                    try {
                        Saving.file(file, () -> work.write(file));
                        window.execute(() -> said.accept(words.of("export.done", file)));
                    } catch (ProblemException e) {
                        window.execute(() -> problems.accept(e));
                    }
                }));
    }
}
