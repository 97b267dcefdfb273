package io.github.melascope.ui.review;

import io.github.melascope.app.ReportMaker;
import io.github.melascope.app.Review;
import io.github.melascope.app.Saving;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.report.BatchCsv;
import io.github.melascope.report.BatchRow;
import io.github.melascope.report.ReportModel;
import io.github.melascope.ui.fx.FileChoice;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Writes what is seen into files, off the window's thread. */
public final class Exports {
    private final Words words;
    private final ReviewModel model;
    private final FileChoice files;
    private final Executor background;
    private final Executor window;
    private final Consumer<String> said;
    private final Consumer<ProblemException> problems;

    /**
     * @param said hears what was done
     * @param problems hears what did not work
     */
    public Exports(
            Words words,
            ReviewModel model,
            FileChoice files,
            Executor background,
            Executor window,
            Consumer<String> said,
            Consumer<ProblemException> problems) {
        this.words = words;
        this.model = model;
        this.files = files;
        this.background = background;
        this.window = window;
        this.said = said;
        this.problems = problems;
    }

    /** Whether there is an answer to make a report of. */
    boolean canReport() {
        return model.readingProperty().get() instanceof Reading.Ready
                && model.heatMapProperty().get() != null
                && model.modelProperty().get() instanceof ModelState.InUse;
    }

    /** The report of the image that is looked at; nothing happens while there is none. */
    public void pdf() {
        report(".pdf", ReportMaker::writePdf);
    }

    void png() {
        report(".png", ReportMaker::writePng);
    }

    private interface Kind {
        void write(ReportMaker maker, Path file, ReportModel report) throws ProblemException;
    }

    private void report(String ending, Kind kind) {
        HeatMap map = model.heatMapProperty().get();
        if (!(model.readingProperty().get() instanceof Reading.Ready ready)
                || map == null
                || !(model.modelProperty().get() instanceof ModelState.InUse inUse)) {
            return;
        }
        String name = ready.item().name();
        Review review = ready.review();
        files.save(stem(name) + "-melascope" + ending)
                .ifPresent(file -> save(file, () -> {
                    ReportMaker maker = new ReportMaker(inUse.bundle());
                    LocalDate today = LocalDate.now(ZoneId.systemDefault());
                    kind.write(maker, file, maker.model(review, map, name, Optional.empty(), today));
                }));
    }

    /** The whole list, as it stands now, without the answers that are covered. */
    void csv() {
        List<BatchRow> rows = new ArrayList<>();
        for (ReviewItem item : model.items()) {
            if (item.isCovered()) {
                continue;
            }
            item.prediction()
                    .ifPresent(
                            answer -> rows.add(new BatchRow.Answer(item.file().name(), answer)));
            if (item.state() instanceof ReviewItem.State.Refused refused) {
                rows.add(new BatchRow.Refusal(item.file().name(), refused.problem()));
            }
        }
        files.save("melascope.csv")
                .ifPresent(file -> save(
                        file,
                        () -> Saving.file(
                                file,
                                () -> AtomicFiles.write(file, stream -> {
                                    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                                    BatchCsv csv = new BatchCsv(text);
                                    for (BatchRow row : rows) {
                                        csv.write(row);
                                    }
                                    text.flush();
                                }))));
    }

    private interface Work {
        void run() throws ProblemException;
    }

    private void save(Path file, Work work) {
        background.execute(() -> {
            try {
                work.run();
                window.execute(() -> said.accept(words.of("export.done", file)));
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
