package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A model's card. */
@Command(
        name = "show",
        description = "Print a model's card: what it is, how it was made, how it did in its exam.",
        footerHeading = "%nExamples:%n",
        footer = "  melascope models show dermoscopy-2")
final class ModelsShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The model.")
    private String id = "";

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        try (AppContext context = session.contexts().open(folder.path())) {
            ModelBundle bundle = context.models().open(id);
            session.console().out().print(Files.readString(bundle.folder().resolve(BundleFiles.CARD)));
            session.console().out().flush();
        }
        return ExitCode.DONE;
    }
}
