package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.LoadedModel;
import io.github.melascope.app.ReportMaker;
import io.github.melascope.app.Review;
import io.github.melascope.app.Reviewer;
import io.github.melascope.app.WithPatient;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.metrics.PatientFusion;
import io.github.melascope.report.ReportModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One image: the answer in words, and the report. */
@Command(
        name = "review",
        description = "Read one dermoscopic image and answer. Not a diagnosis.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope review image.jpg",
            "  melascope review image.jpg --pdf report.pdf --png report.png",
            "  melascope review image.jpg --pdf bericht.pdf --language de",
            "  melascope review image.jpg --age 63",
            "  melascope review image.jpg --class bcc --heatmap where.png",
            "  melascope review image.jpg --pdf report.pdf --date 2026-11-23   (the same bytes every time)"
        })
final class ReviewCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "IMAGE", description = "JPEG, PNG, TIFF, BMP, GIF or WebP file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path image;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private PatientOptions patient = new PatientOptions();

    @Option(
            names = "--class",
            paramLabel = "DX",
            defaultValue = "mel",
            converter = DiagnosisCodes.class,
            completionCandidates = DiagnosisCodes.class,
            description = "The class that the heat map explains: ${COMPLETION-CANDIDATES} (default: mel).")
    private Diagnosis target = Diagnosis.MEL;

    @Option(names = "--pdf", paramLabel = "F", description = "Write the one-page report as PDF.")
    private @Nullable Path pdf;

    @Option(names = "--png", paramLabel = "F", description = "Write the same page as PNG.")
    private @Nullable Path png;

    @Option(names = "--heatmap", paramLabel = "F", description = "Write the image with the heat map over it as PNG.")
    private @Nullable Path heatMap;

    @Option(names = "--date", paramLabel = "D", description = "Date of the report, e.g. 2026-11-23 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--language",
            paramLabel = "L",
            defaultValue = "en",
            description = "Language of answer and reports: en or de (default: en).")
    private String language = "en";

    ReviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        Words words = words();
        try (AppContext context = session.contexts().open(models.folder());
                LoadedModel model = context.open(models.id())) {
            Optional<PatientFusion> fusion = model.bundle().patient().map(FittedFusion::fusion);
            Optional<PatientFacts> known = patient.facts(models.id(), fusion);
            Reviewer reviewer = new Reviewer(model);
            Review review = reviewer.review(image);
            HeatMap map = reviewer.explain(review, target);
            session.cancel().check();
            List<String> withPatient = known.isPresent() && review.prediction().outcome() != Outcome.NO_ANSWER
                    ? WithPatient.sentences(
                            words, fusion.orElseThrow(), review.prediction().melanoma(), known.get())
                    : List.of();
            new ReviewText(session.console(), words).print(image, review, map, model.bundle(), withPatient);
            write(words, new ReportMaker(words, model.bundle()), review, map, withPatient);
        }
        return ExitCode.DONE;
    }

    private Words words() throws ProblemException {
        if (Words.LANGUAGES.stream().noneMatch(known -> known.getLanguage().equals(language))) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.language", language);
        }
        return Words.inLanguage(language);
    }

    private void write(Words words, ReportMaker maker, Review review, HeatMap map, List<String> withPatient)
            throws ProblemException {
        String name = String.valueOf(image.getFileName());
        LocalDate day = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
        ReportModel report = maker.model(review, map, Optional.of(name), Optional.empty(), day)
                .withPatient(withPatient);
        if (pdf != null) {
            maker.writePdf(pdf, report);
            written(words.of("terminal.pdf"), pdf);
        }
        if (png != null) {
            maker.writePng(png, report);
            written(words.of("terminal.png"), png);
        }
        if (heatMap != null) {
            maker.writeHeatMap(heatMap, review, map);
            written(words.of("terminal.heat-map"), heatMap);
        }
    }

    private void written(String what, Path file) {
        session.console().line("%-22s%s", what, file);
    }
}
