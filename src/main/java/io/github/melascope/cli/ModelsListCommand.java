package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelSpec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The models there are. */
@Command(
        name = "list",
        description = "List the models there are, and what is wrong with broken ones.",
        footerHeading = "%nExamples:%n",
        footer = {"  melascope models list", "  melascope models list --models-dir \"my models\""})
final class ModelsListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        Console console = session.console();
        try (AppContext context = session.contexts().open(folder.path())) {
            List<BundleStore.Entry> entries = context.models().list();
            if (entries.isEmpty()) {
                console.note("There are no models in %s. Train one, or import one.", context.modelsFolder());
            }
            for (BundleStore.Entry entry : entries) {
                console.line(
                        "%-24s%s",
                        entry.id(),
                        entry.spec()
                                .map(ModelsListCommand::words)
                                .orElseGet(() -> "broken: "
                                        + entry.problem()
                                                .map(problem -> problem.what() + ": " + problem.why())
                                                .orElse("")));
                console.line("%-24s%s", "", entry.folder());
            }
        }
        return ExitCode.DONE;
    }

    private static String words(ModelSpec spec) {
        return spec.title() + ", " + spec.task().code() + ", made " + spec.created();
    }
}
