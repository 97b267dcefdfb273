package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a model in. */
@Command(
        name = "import",
        description = "Take in a model from a .melascope file or a model's folder, when it passes every check.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope models import colleague.melascope",
            "  melascope models import ../elsewhere/models/my-model --replace"
        })
final class ModelsImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A .melascope file, or a model's folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path source;

    @Option(names = "--replace", description = "Replace a model of the same name.")
    private boolean replace;

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (AppContext context = session.contexts().open(folder.path())) {
            ModelBundle bundle = context.models().importFrom(source, context.modelsFolder(), replace);
            session.console().line("%s", bundle.folder());
        }
        return ExitCode.DONE;
    }
}
