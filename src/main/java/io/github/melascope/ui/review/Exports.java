package io.github.melascope.ui.review;

import io.github.melascope.app.Saving;
import io.github.melascope.app.SeriesReport;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.report.BatchCsv;
import io.github.melascope.report.BatchRow;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Exporter;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.FxPictures;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** What can be taken along from the review. Covered answers never are. On the window's thread; files are written beside it. */
public final class Exports {
    private final Words words;
    private final ReviewModel model;
    private final SeriesReport series;
    private final Exporter exporter;
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
            SeriesReport series,
            Exporter exporter,
            FileChoice files,
            Executor background,
            Executor window,
            Consumer<String> said,
            Consumer<ProblemException> problems) {
        this.words = words;
        this.model = model;
        this.series = series;
        this.exporter = exporter;
        this.files = files;
        this.background = background;
        this.window = window;
        this.said = said;
        this.problems = problems;
    }

    /** Whether there is an answer to make a report of. */
    boolean canReport() {
        return draft(ReportDraft.PDF).isPresent();
    }

    /** The report of the image that is looked at; nothing happens while there is none. */
    public void pdf() {
        draft(ReportDraft.PDF).ifPresent(exporter::offer);
    }

    void png() {
        draft(ReportDraft.PNG).ifPresent(exporter::offer);
    }

    /** Prints the report of the image that is looked at; nothing happens while there is none. */
    void print() {
        draft(ReportDraft.PDF).ifPresent(exporter::print);
    }

    private Optional<Draft> draft(String ending) {
        HeatMap map = model.heatMapProperty().get();
        return model.readingProperty().get() instanceof Reading.Ready ready
                        && map != null
                        && model.modelProperty().get() instanceof ModelState.InUse inUse
                ? Optional.of(new ReportDraft(
                        words,
                        inUse.bundle(),
                        ready.review(),
                        map,
                        PatientPane.sentences(words, inUse, ready),
                        ready.item().name(),
                        ending,
                        today()))
                : Optional.empty();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** Images with an answer that may be seen. */
    long answered(Collection<ReviewItem> items) {
        return items.stream()
                .filter(item -> !item.isCovered() && item.prediction().isPresent())
                .count();
    }

    /** One PDF of those of the images that are answered; nothing happens where none is. */
    void series(Collection<ReviewItem> items) {
        if (model.modelProperty().get() instanceof ModelState.InUse inUse && answered(items) > 0) {
            List<SeriesReport.Item> chosen = items.stream()
                    .filter(item -> !item.isCovered())
                    .flatMap(item -> item(item).stream())
                    .toList();
            String id = inUse.bundle().spec().id();
            exporter.offer(new SeriesDraft(
                    words, series, chosen, model.choiceProperty().get(), id, today()));
        }
    }

    private static Optional<SeriesReport.Item> item(ReviewItem item) {
        if (item.state() instanceof ReviewItem.State.Refused refused) {
            return Optional.of(
                    new SeriesReport.Item(item.path(), item.name(), Double.NaN, Optional.of(refused.problem())));
        }
        return item.prediction()
                .map(answer -> new SeriesReport.Item(item.path(), item.name(), answer.threshold(), Optional.empty()));
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
                        () -> AtomicFiles.write(file, stream -> {
                            Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                            BatchCsv csv = new BatchCsv(text);
                            for (BatchRow row : rows) {
                                csv.write(row);
                            }
                            text.flush();
                        })));
    }

    /** A picture of the view, as it is. */
    void view(Image picture) {
        files.save("melascope-" + words.of("export.view.name") + ".png").ifPresent(file -> {
            Map<String, String> texts =
                    Map.of("Software", words.of("app.name"), "Disclaimer", words.of("app.not-a-diagnosis"));
            save(file, () -> PngWriter.write(file, FxPictures.pixels(picture), texts));
        });
    }

    private void save(Path file, Saving.Work work) {
        background.execute(() -> {
            try {
                Saving.file(file, work);
                window.execute(() -> said.accept(words.of("export.done", file)));
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }
}
