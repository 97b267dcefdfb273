package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Examination;
import io.github.melascope.app.Saving;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.metrics.ExamJson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model's exam. */
@Command(
        name = "evaluate",
        description =
                "Examine a model on labelled images it has not learnt from. The result is JSON; each opening of the"
                        + " test part is counted in the model's folder.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope evaluate ham10000 --model dermoscopy-2",
            "  melascope evaluate ham10000 --model dermoscopy-2 --json exam.json",
            "  melascope evaluate isic2018_val --model dermoscopy-2 --part all",
            "  melascope evaluate isic2018_val --model dermoscopy-2 --part all --views 8"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "Folder of labelled images; see: melascope dataset check --help")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "test",
            description = "test: the model's own test part; all: every image, when it has learnt from none"
                    + " (default: test).")
    private Part part = Part.TEST;

    @Option(names = "--json", paramLabel = "F", description = "Write the result to this file, too.")
    private @Nullable Path json;

    @Option(
            names = "--views",
            paramLabel = "N",
            converter = ViewNumbers.class,
            completionCandidates = ViewNumbers.class,
            description = "Look so often at each image, 1 or 8: turned and mirrored (default: as the model says).")
    private @Nullable Integer views;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    private enum Part {
        TEST,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws ProblemException {
        if (json != null) {
            Saving.check(json);
        }
        Examination.Scope scope = part == Part.TEST ? Examination.Scope.TEST : Examination.Scope.ALL;
        Examination.Examined examined;
        try (AppContext context = session.contexts().open(models.folder());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            examined = new Examination(context, ViewNumbers.optional(views))
                    .run(
                            folder,
                            models.id(),
                            scope,
                            Optional.ofNullable(json),
                            session.commandLine(),
                            progress,
                            session.cancel());
        }
        session.console().out().print(StrictJson.pretty(ExamJson.write(examined.result())));
        session.console().out().flush();
        ExamTable.print(session.console(), examined.spec(), examined.result());
        return ExitCode.DONE;
    }
}
