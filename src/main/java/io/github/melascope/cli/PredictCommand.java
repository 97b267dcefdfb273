package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.BatchFile;
import io.github.melascope.app.BatchFiles;
import io.github.melascope.app.BatchScoring;
import io.github.melascope.app.LoadedModel;
import io.github.melascope.app.Saving;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.report.BatchCsv;
import io.github.melascope.report.BatchJson;
import io.github.melascope.report.BatchWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Many images: a row each. */
@Command(
        name = "predict",
        description = "Score image files and folders, one row each. Not a diagnosis.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope predict photos",
            "  melascope predict a.jpg b.png \"more photos\" --format json",
            "  melascope predict photos --out answers.csv   (appears when it is complete)",
            "  melascope predict photos --format json | jq -r 'select(.outcome == \"closer-look\") | .file'"
        })
final class PredictCommand implements Callable<Integer> {
    private static final int MAX_BATCH = 256;

    private final Session session;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, and folders with all their pictures, also in folders within.")
    private List<Path> paths = List.of();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv: a table; json: one object a line (default: csv).")
    private Format format = Format.CSV;

    @Option(
            names = "--out",
            paramLabel = "F",
            description = "Write to this file, whole or not at all, instead of the standard output.")
    private @Nullable Path out;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "" + BatchScoring.USUAL_BATCH,
            description = "Images a run of the network, 1 to " + MAX_BATCH + " (default: ${DEFAULT-VALUE}).")
    private int batch = BatchScoring.USUAL_BATCH;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PredictCommand(Session session) {
        this.session = session;
    }

    private enum Format {
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        if (batch < 1 || batch > MAX_BATCH) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--batch must be 1 to " + MAX_BATCH + ", not " + batch);
        }
        List<BatchFile> files = BatchFiles.of(paths);
        BatchScoring.Summary summary;
        try (AppContext context = session.contexts().open(models.folder());
                LoadedModel model = context.open(models.id());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            BatchScoring scoring = new BatchScoring(model, context.workers(), batch);
            summary = out == null ? print(scoring, files, progress) : save(out, scoring, files, progress);
        }
        session.console()
                .note(
                        "%d of %d answered, %d refused. Not a diagnosis.",
                        summary.answered(), files.size(), summary.refused());
        return summary.refused() == 0 ? ExitCode.DONE : ExitCode.SOME_REFUSED;
    }

    private BatchScoring.Summary print(BatchScoring scoring, List<BatchFile> files, Progress progress)
            throws ProblemException, IOException {
        Console console = session.console();
        try {
            return score(scoring, files, console.results(), console.charset(), progress);
        } catch (IOException e) {
            throw new Commands.ResultsClosed(e);
        }
    }

    private BatchScoring.Summary save(Path target, BatchScoring scoring, List<BatchFile> files, Progress progress)
            throws ProblemException {
        BatchScoring.Summary[] summary = new BatchScoring.Summary[1];
        try {
            Saving.file(
                    target,
                    () -> AtomicFiles.write(target, stream -> {
                        try {
                            summary[0] = score(scoring, files, stream, StandardCharsets.UTF_8, progress);
                        } catch (ProblemException e) {
                            throw new Tunnelled(e);
                        }
                    }));
        } catch (Tunnelled e) {
            throw e.problem;
        }
        return java.util.Objects.requireNonNull(summary[0]);
    }

    /** Not closed: the stream belongs to whoever opened it. */
    private BatchScoring.Summary score(
            BatchScoring scoring, List<BatchFile> files, OutputStream stream, Charset charset, Progress progress)
            throws ProblemException, IOException {
        Writer text = new OutputStreamWriter(stream, charset);
        BatchWriter writer = format == Format.JSON ? new BatchJson(text) : new BatchCsv(text);
        return scoring.run(files, scored -> writer.write(scored.row()), progress, session.cancel());
    }

    /** A problem on its way through a file's writing, which knows of I/O only. */
    private static final class Tunnelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ProblemException problem;

        Tunnelled(ProblemException problem) {
            super(problem);
            this.problem = problem;
        }
    }
}
