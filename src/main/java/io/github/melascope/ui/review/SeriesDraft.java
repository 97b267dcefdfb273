package io.github.melascope.ui.review;

import io.github.melascope.app.SeriesReport;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Wanted;
import io.github.melascope.ui.image.HeatChoice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One PDF of several images of the list.
 *
 * @param items answered, or refused with a reason; none that is covered
 * @param model the id of the model in use
 */
record SeriesDraft(
        Words words, SeriesReport series, List<SeriesReport.Item> items, HeatChoice heat, String model, LocalDate date)
        implements Draft {
    SeriesDraft {
        items = List.copyOf(items);
    }

    @Override
    public String title() {
        return words.of("report.series.title");
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.FILE_NAMES);
    }

    @Override
    public String fileName(Wanted wanted) {
        return "melascope-" + date + ".pdf";
    }

    @Override
    public List<String> contents(Wanted wanted) {
        long refused = items.stream().filter(item -> item.refused().isPresent()).count();
        return List.of(
                words.of("preview.series", items.size() - refused),
                words.of("preview.refused", refused),
                words.of("preview.files", words.of(wanted.fileNames() ? "preview.yes" : "preview.no")),
                words.of("preview.date", words.day(date)),
                words.of("preview.model", model));
    }

    @Override
    public String previewed() {
        return words.of("preview.first-only");
    }

    private SeriesReport.Content content(Wanted wanted) {
        return new SeriesReport.Content(items, wanted.fileNames(), heat.target(), heat.method(), heat.fine(), date);
    }

    @Override
    public byte[] preview(Wanted wanted, CancelToken cancel) throws ProblemException {
        return series.sample(content(wanted));
    }

    @Override
    public String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        SeriesReport.Written written = series.write(file, content(wanted), progress, cancel);
        return words.of("export.series-done", written.images(), written.leftOut(), file);
    }

    @Override
    public void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        series.write(file, content(wanted), progress, cancel);
    }
}
