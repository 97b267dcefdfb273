package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Training;
import io.github.melascope.app.TrainingLog;
import io.github.melascope.app.TrainingRequest;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model from a folder of labelled images. */
@Command(
        name = "train",
        description =
                "Train a model on labelled images, examine it once on its test part, and save it. A stopped training"
                        + " goes on with --resume.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope train ham10000 --id my-model --mode quick",
            "  melascope train ham10000 --id my-model --mode full --init imagenet.safetensors --seed 7",
            "  melascope train ham10000 --id my-model --mode full --seed 7 --resume",
            "  melascope train ham10000 --id mel-only --mode quick --task melanoma --plan plan.json"
        })
final class TrainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "Folder of labelled images; see: melascope dataset check --help")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--id", paramLabel = "ID", required = true, description = "Name of the new model.")
    private String id = "";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            required = true,
            description = "quick: only the head, on features computed once; full: every layer.")
    private Mode mode = Mode.QUICK;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "diagnosis",
            converter = TaskNames.class,
            completionCandidates = TaskNames.class,
            description = "melanoma: against the rest; diagnosis: seven classes (default: diagnosis).")
    private Task task = Task.DIAGNOSIS;

    @Option(names = "--plan", paramLabel = "F", description = "JSON file that changes parts of the usual plan.")
    private @Nullable Path plan;

    @Option(
            names = "--init",
            paramLabel = "ID|F",
            description =
                    "Start from this model, from a safetensors file of MobileNetV2 weights, or from none (default: the"
                            + " shipped model).")
    private @Nullable String init;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Of split and training (default: ${DEFAULT-VALUE}, the shipped model's, so that its split is made again).")
    private long seed;

    @Option(names = "--exclude", paramLabel = "F", description = "CSV file with a column image: images to leave out.")
    private @Nullable Path exclude;

    @Option(
            names = "--masks",
            paramLabel = "DIR",
            description =
                    "Folder of outlines that people drew around the lesions, for a plan that sets lesions on other"
                            + " skin: IMAGE_segmentation.png or IMAGE.png, white where the lesion is.")
    private @Nullable Path masks;

    @Option(names = "--device", paramLabel = "D", description = "cpu or cuda:0 (default: the best there is).")
    private @Nullable String device;

    @Option(names = "--resume", description = "Go on with the checkpoint of the same training.")
    private boolean resume;

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "Save the model in this folder (default: the program's models folder).")
    private @Nullable Path modelsDir;

    @Option(
            names = "--draft",
            description =
                    "Take no exam and make no model: write the weights as ID.draft.safetensors, to compare recipes"
                            + " on the validation part, to start from, or for the command average.")
    private boolean draft;

    @Option(names = "--replace", description = "Replace a model of the same name.")
    private boolean replace;

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "1",
            converter = ViewNumbers.class,
            completionCandidates = ViewNumbers.class,
            description =
                    "1, or 8: the model looks at every image turned and mirrored in all ways and answers with the mean;"
                            + " eight times the work for each answer (default: 1).")
    private int views = 1;

    TrainCommand(Session session) {
        this.session = session;
    }

    private enum Mode {
        QUICK,
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws ProblemException {
        TrainingRequest request = TrainingRequest.of(
                folder,
                Optional.ofNullable(exclude),
                Optional.ofNullable(masks),
                ModelId.check(id),
                mode == Mode.QUICK,
                task,
                Optional.ofNullable(plan),
                Optional.ofNullable(init),
                Optional.ofNullable(device),
                seed,
                resume,
                Optional.ofNullable(modelsDir),
                replace,
                session.commandLine());
        try (AppContext context = session.contexts().open(Optional.ofNullable(modelsDir));
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            TrainingLog log = new TrainingLog(progress::training, progress::line);
            Training training = new Training(context);
            if (draft) {
                Path file = training.draft(request, progress, log, session.cancel());
                session.console().line("%s", file);
            } else {
                ModelBundle bundle = training.run(request.withViews(views), progress, log, session.cancel());
                ExamTable.print(session.console(), bundle.spec(), bundle.metrics());
                session.console().line("%s", bundle.folder());
            }
        }
        return ExitCode.DONE;
    }
}
