package io.github.melascope.ui.export;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.report.PdfBook;
import io.github.melascope.report.SeriesFront;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A table of synthetic lesions over two pages; counts how often it was drawn to be looked at. */
final class PagesDraft implements Draft {
    static final int ROWS = 20;
    final AtomicInteger previews = new AtomicInteger();
    private final Words words;

    PagesDraft(Words words) {
        this.words = words;
    }

    @Override
    public String title() {
        return words.of("report.series.title");
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.allOf(Choice.class);
    }

    @Override
    public String fileName(Wanted wanted) {
        return wanted.fileNames() ? "named.pdf" : "nameless.pdf";
    }

    @Override
    public List<String> contents(Wanted wanted) {
        return List.of(
                words.of("preview.image", 600, 450),
                words.of("preview.file", wanted.fileNames() ? "lesion-0.png" : words.of("preview.no")),
                words.of("preview.case", wanted.caseName().isEmpty() ? words.of("preview.no") : wanted.caseName()),
                words.of("preview.notes-in", wanted.notes() ? 2 : 0),
                words.of("preview.date", words.day(LocalDate.of(2026, 11, 23))),
                words.of("preview.model", "dermoscopy-1"));
    }

    @Override
    public String previewed() {
        return words.of("preview.first-only");
    }

    @Override
    public byte[] preview(Wanted wanted, CancelToken cancel) {
        previews.incrementAndGet();
        SeriesFront front = new SeriesFront();
        RgbImage image = SyntheticLesions.draw(3, 0, Diagnosis.NV, 150, 110);
        Prediction prediction = new Prediction(
                Outcome.LOWER_CONCERN,
                "",
                0.04,
                Map.of(Diagnosis.MEL, 0.04, Diagnosis.BCC, 0.6),
                0.1,
                new Quality(150, 110, 100, 120, 0, List.of()),
                "dermoscopy-1",
                "0".repeat(64));
        for (int i = 0; i < ROWS; i++) {
            front.add(image, wanted.fileNames() ? "lesion-" + i + ".png" : words.of("report.image", i + 1), prediction);
        }
        try (PdfBook book = new PdfBook(words, front, LocalDate.of(2026, 11, 23))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        writePdf(file, wanted, progress, cancel);
        return words.of("export.done", file);
    }

    @Override
    public void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) {
        try {
            AtomicFiles.write(file, preview(wanted, cancel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
