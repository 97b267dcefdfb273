package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.FamiliarityMaker;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The check for "not a lesion", for a model that was made without. */
@Command(
        name = "familiarity",
        description = "Teach a model what real images look like to it, so that it notices pictures that show no lesion."
                + " Training does so by itself; this is for models that were made before. Uses the training and the"
                + " validation part of the model's own dataset, never the test part.",
        footerHeading = "%nExamples:%n",
        footer = "  melascope models familiarity my-model ham10000")
final class ModelsFamiliarityCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", index = "0", description = "The model.")
    private String id = "";

    @Parameters(paramLabel = "DIR", index = "1", description = "Folder of the images that it was trained on.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path dataset;

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsFamiliarityCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (AppContext context = session.contexts().open(folder.path());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            ModelBundle bundle = new FamiliarityMaker(context).add(id, dataset, progress, session.cancel());
            session.console().line("%s", bundle.folder());
        }
        return ExitCode.DONE;
    }
}
