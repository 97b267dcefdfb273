package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.cases.Reading;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.QualityCheck;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.report.LesionFront;
import io.github.melascope.report.PdfBook;
import io.github.melascope.report.ReportModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One PDF of a lesion of the case library: a cover with its visits, then a page for each image that a model has answered. The
 * answers are those that were given then. A heat map is made anew, by the very model that answered, and left out where that
 * model is not installed any more.
 */
public final class LesionReport {
    private final AppContext context;
    private final Words words;

    public LesionReport(AppContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    /**
     * What the report shows.
     *
     * @param shots the earliest first
     * @param fileNames whether the files are named; numbers stand for them otherwise
     * @param notes whether the notes are in it
     * @param date of the report
     */
    public record Content(
            LesionFront.Subject subject, List<Shot> shots, boolean fileNames, boolean notes, LocalDate date) {
        public Content {
            shots = List.copyOf(shots);
        }
    }

    /**
     * One image of the lesion.
     *
     * @param date of the visit
     * @param notes on the visit and on the own reading; may be empty
     * @param file empty when it is missing
     * @param own the user's latest reading
     * @param answer the latest answer of a model
     */
    public record Shot(
            LocalDate date,
            List<String> notes,
            String fileName,
            Optional<Path> file,
            Optional<LesionFront.Own> own,
            Optional<Reading.Model> answer) {
        public Shot {
            notes = List.copyOf(notes);
        }
    }

    /** The bytes of the PDF file. */
    public byte[] encode(Content content, CancelToken cancel) throws ProblemException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path pages = Path.of(System.getProperty("java.io.tmpdir"), "melascope.pdf");
        Saving.file(pages, () -> draw(content, Progress.NONE, cancel, book -> book.writeTo(out)));
        return out.toByteArray();
    }

    /**
     * Writes the file, which is there whole or not at all.
     *
     * @throws ProblemException when it cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled; nothing was written then
     */
    public void write(Path target, Content content, Progress progress, CancelToken cancel) throws ProblemException {
        Saving.check(target);
        Saving.file(target, () -> draw(content, progress, cancel, book -> AtomicFiles.write(target, book::writeTo)));
    }

    private interface Sink {
        void take(PdfBook book) throws IOException;
    }

    private void draw(Content content, Progress progress, CancelToken cancel, Sink sink) throws IOException {
        LesionFront front = new LesionFront(content.subject());
        try (FormerModels models = new FormerModels(context);
                PdfBook book = new PdfBook(words, front, content.date())) {
            int done = 0;
            for (Shot shot : content.shots()) {
                cancel.check();
                add(models, content, shot, ++done, front, book);
                progress.report(
                        words.of("report.lesion.title"), done, content.shots().size());
            }
            cancel.check();
            sink.take(book);
        }
    }

    private void add(FormerModels models, Content content, Shot shot, int number, LesionFront front, PdfBook book)
            throws IOException {
        String name = content.fileNames() ? shot.fileName() : words.of("report.image", number);
        Optional<RgbImage> picture = picture(shot);
        Optional<Prediction> answer = shot.answer().map(reading -> prediction(reading, picture));
        OptionalInt page = picture.isPresent() && answer.isPresent()
                ? OptionalInt.of(book.add(report(models, content, shot, picture.get(), answer.get())))
                : OptionalInt.empty();
        String problem = picture.isPresent() ? "" : words.of("report.file-gone");
        front.add(new LesionFront.Shot(shot.date(), name, picture, problem, shot.own(), answer, page));
        if (content.notes()) {
            shot.notes().forEach(note -> front.note(shot.date(), note));
        }
    }

    private static Optional<RgbImage> picture(Shot shot) {
        try {
            return shot.file().isPresent()
                    ? Optional.of(new ImageDecoder().decode(shot.file().get()))
                    : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty(); // the cover says so
        }
    }

    private ReportModel report(FormerModels models, Content content, Shot shot, RgbImage image, Prediction answer) {
        Optional<String> name = content.fileNames() ? Optional.of(shot.fileName()) : Optional.empty();
        Optional<String> caseName = Optional.of(
                content.subject().pseudonym() + ", " + content.subject().lesion());
        return models.explained(image, answer)
                .map(known -> new ReportMaker(words, known.bundle())
                        .model(
                                image,
                                known.map(),
                                answer,
                                name,
                                caseName,
                                shot.date(),
                                Cautions.of(words, known.review(), known.map())))
                .orElseGet(() -> new ReportModel(
                        words,
                        image,
                        Optional.empty(),
                        words.of("report.map.gone", answer.modelId()),
                        answer,
                        Optional.empty(),
                        Optional.empty(),
                        name,
                        caseName,
                        shot.date(),
                        List.of()));
    }

    /** The answer as it was given. Of the image's quality only what withheld the answer was kept; it is measured anew. */
    private static Prediction prediction(Reading.Model reading, Optional<RgbImage> picture) {
        Quality measured = picture.map(QualityCheck::check).orElse(new Quality(0, 0, 0, 0, 0, List.of()));
        List<QualityIssue> issues =
                reading.outcome() == Outcome.NO_ANSWER ? QualityIssue.namedIn(reading.reason()) : List.of();
        return new Prediction(
                reading.outcome(),
                reading.reason(),
                reading.melanoma(),
                reading.probabilities(),
                reading.threshold(),
                new Quality(
                        measured.width(),
                        measured.height(),
                        measured.sharpness(),
                        measured.meanLuma(),
                        measured.clippedShare(),
                        issues),
                reading.modelId(),
                reading.weightsSha256());
    }
}
