package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Averaging;
import io.github.melascope.app.TrainingRequest;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One model of several trainings. */
@Command(
        name = "average",
        description =
                "Average the weights of trainings that went out from the same weights, print how each and the mean do on"
                        + " the validation part, and finish the mean as a model: thresholds, then the exam, once. Each"
                        + " SOURCE is a draft that train --draft wrote, or a model; one alone is finished as it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope average ham10000 --id trial --draft my-model models/a.draft.safetensors",
            "  melascope average ham10000 --id mean models/a.draft.safetensors models/b.draft.safetensors"
        })
final class AverageCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", index = "0", description = "Folder of the images that all of them were trained on.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Parameters(paramLabel = "SOURCE", index = "1..*", arity = "1..*", description = "Draft or model.")
    private List<String> sources = List.of();

    @Option(names = "--id", paramLabel = "ID", required = true, description = "Name of the new model.")
    private String id = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of the split, as they were trained (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--exclude", paramLabel = "F", description = "CSV file with a column image: images to leave out.")
    private @Nullable Path exclude;

    @Option(names = "--draft", description = "Take no exam and make no model: write the mean as a draft.")
    private boolean draft;

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "Save in this folder (default: the program's models folder).")
    private @Nullable Path modelsDir;

    @Option(names = "--replace", description = "Replace a model of the same name.")
    private boolean replace;

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "1",
            converter = ViewNumbers.class,
            completionCandidates = ViewNumbers.class,
            description = "Of each image, 1 or 8, as train --help says (default: 1).")
    private int views = 1;

    AverageCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        TrainingRequest training = TrainingRequest.of(
                folder,
                Optional.ofNullable(exclude),
                Optional.empty(),
                ModelId.check(id),
                false,
                Task.DIAGNOSIS,
                Optional.empty(),
                Optional.empty(),
                Optional.of("cpu"),
                seed,
                false,
                Optional.ofNullable(modelsDir),
                replace,
                session.commandLine());
        Averaging.Outcome outcome;
        try (AppContext context = session.contexts().open(Optional.ofNullable(modelsDir));
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            outcome = new Averaging(context)
                    .run(new Averaging.Request(sources, training.withViews(views), draft), progress, session.cancel());
        }
        session.console().line("On the validation part:");
        for (Averaging.Score score : outcome.scores()) {
            session.console()
                    .line(
                            "  melanoma AUC %.4f, score %.4f, log loss %.4f  %s",
                            score.melanomaAuc(), score.score(), score.loss(), score.name());
        }
        outcome.model().ifPresent(model -> ExamTable.print(session.console(), model.spec(), model.metrics()));
        session.console().line("%s", outcome.place());
        return ExitCode.DONE;
    }
}
