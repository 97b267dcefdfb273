package io.github.melascope.ui.review;

import io.github.melascope.app.ReportMaker;
import io.github.melascope.app.Review;
import io.github.melascope.app.Saving;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.report.ReportModel;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Wanted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one-page report of the image that is looked at.
 *
 * @param name of the image's file
 * @param map as it is shown
 * @param patient what is said of the patient, a sentence each
 * @param ending {@code ".pdf"} or {@code ".png"}
 */
record ReportDraft(
        Words words,
        ModelBundle bundle,
        Review review,
        HeatMap map,
        List<String> patient,
        String name,
        String ending,
        LocalDate date)
        implements Draft {
    static final String PDF = ".pdf";
    static final String PNG = ".png";

    @Override
    public String title() {
        return words.of("report.title");
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.FILE_NAMES, Choice.CASE_NAME);
    }

    @Override
    public String fileName(Wanted wanted) {
        return (wanted.fileNames() ? stem(name) + "-melascope" : "melascope-" + date) + ending;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public List<String> contents(Wanted wanted) {
        RgbImage image = review.image();
        String no = words.of("preview.no");
        List<String> lines = new ArrayList<>();
        lines.add(words.of("preview.image", image.width(), image.height()));
        if (Math.max(image.width(), image.height()) > ReportModel.LONG_SIDE) {
            lines.add(words.of("preview.smaller", ReportModel.LONG_SIDE));
        }
        lines.add(words.of("preview.answer"));
        if (!patient.isEmpty()) {
            lines.add(words.of("preview.patient"));
        }
        lines.add(words.of("preview.file", wanted.fileNames() ? name : no));
        lines.add(words.of("preview.case", wanted.caseName().isEmpty() ? no : wanted.caseName()));
        lines.add(words.of("preview.date", words.day(date)));
        lines.add(words.of("preview.model", bundle.spec().id()));
        return lines;
    }

    @Override
    public String previewed() {
        return "";
    }

    private ReportModel report(ReportMaker maker, Wanted wanted) {
        Optional<String> file = wanted.fileNames() ? Optional.of(name) : Optional.empty();
        Optional<String> named = Optional.of(wanted.caseName()).filter(text -> !text.isEmpty());
        return maker.model(review, map, file, named, date).withPatient(patient);
    }

    @Override
    public byte[] preview(Wanted wanted, CancelToken cancel) {
        ReportMaker maker = new ReportMaker(words, bundle);
        return maker.pdf(report(maker, wanted));
    }

    @Override
    public String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        if (ending.equals(PNG)) {
            ReportMaker maker = new ReportMaker(words, bundle);
            maker.writePng(file, report(maker, wanted));
        } else {
            writePdf(file, wanted, progress, cancel);
        }
        return words.of("export.done", file);
    }

    @Override
    public void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        Saving.file(file, () -> AtomicFiles.write(file, preview(wanted, cancel)));
    }
}
