package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.report.PdfBook;
import io.github.melascope.report.ReportModel;
import io.github.melascope.report.SeriesFront;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One PDF of many images. Each is read again from its file when its turn comes, and forgotten after it, so that memory does
 * not grow with their number. What cannot be read is left out, and named with its reason.
 */
public final class SeriesReport {
    private final ReviewDesk desk;
    private final Words words;

    public SeriesReport(ReviewDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    /**
     * An image of the series.
     *
     * @param name of the file
     * @param threshold melanoma probability from which on the answer is a closer look
     * @param refused why it could not be answered before; empty when it could
     */
    public record Item(Path file, String name, double threshold, Optional<ProblemException> refused) {}

    /**
     * What the reports show.
     *
     * @param fileNames whether they name the files; numbers stand for them otherwise
     * @param target what the heat maps explain
     * @param fine as {@link ReviewDesk#explain}
     */
    public record Content(
            List<Item> items,
            boolean fileNames,
            Diagnosis target,
            HeatMap.Method method,
            boolean fine,
            LocalDate date) {
        public Content {
            items = List.copyOf(items);
        }
    }

    /**
     * What was written.
     *
     * @param images with a page
     * @param leftOut without one
     */
    public record Written(int images, int leftOut) {}

    /** The report of the first image that can be read, alone. */
    public byte[] sample(Content content) throws ProblemException {
        try (ReviewDesk.Sitting sitting = desk.sit()) {
            Optional<ProblemException> failure = Optional.empty();
            for (Item item : content.items()) {
                if (item.refused().isEmpty()) {
                    try {
                        ReportMaker maker = new ReportMaker(words, sitting.bundle());
                        return maker.pdf(report(sitting, content, item));
                    } catch (ProblemException e) {
                        failure = Optional.of(e);
                    }
                }
            }
            throw failure.orElseThrow(() -> new IllegalArgumentException("no image was answered"));
        }
    }

    /**
     * Writes the file, which is there whole or not at all.
     *
     * @throws ProblemException when it cannot be written, or no model can be used
     * @throws java.util.concurrent.CancellationException when cancelled; nothing was written then
     */
    public Written write(Path target, Content content, Progress progress, CancelToken cancel) throws ProblemException {
        Saving.check(target);
        SeriesFront front = new SeriesFront();
        try (ReviewDesk.Sitting sitting = desk.sit();
                PdfBook book = new PdfBook(words, front, content.date())) {
            int done = 0;
            for (Item item : content.items()) {
                cancel.check();
                add(sitting, content, item, ++done, front, book);
                progress.report(
                        words.of("report.series.title"), done, content.items().size());
            }
            cancel.check();
            Saving.file(target, () -> AtomicFiles.write(target, book::writeTo));
        } catch (IOException e) {
            throw Saving.refused(target, e);
        }
        return new Written(front.images(), front.leftOut());
    }

    private void add(
            ReviewDesk.Sitting sitting, Content content, Item item, int number, SeriesFront front, PdfBook book)
            throws ProblemException, IOException {
        String name = content.fileNames() ? item.name() : words.of("report.image", number);
        if (item.refused().isPresent()) {
            front.leaveOut(name, reason(content, item, item.refused().get().message(words)));
            return;
        }
        try {
            ReportModel report = report(sitting, content, item);
            book.add(report);
            front.add(report.image(), name, report.prediction());
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.INPUT) {
                throw e;
            }
            front.leaveOut(name, reason(content, item, e.message(words)));
        }
    }

    /** Reasons name the file, which is not to be said where file names are not. */
    private static String reason(Content content, Item item, String why) {
        return content.fileNames()
                ? why
                : why.replace(item.file().toString(), "…").replace(item.name(), "…");
    }

    private ReportModel report(ReviewDesk.Sitting sitting, Content content, Item item) throws ProblemException {
        Review review = sitting.review(item.file()).at(item.threshold());
        HeatMap map = sitting.explain(review, content.target(), content.method(), content.fine());
        Optional<String> name = content.fileNames() ? Optional.of(item.name()) : Optional.empty();
        return new ReportMaker(words, sitting.bundle()).model(review, map, name, Optional.empty(), content.date());
    }
}
