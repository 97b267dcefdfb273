package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Every check of a model. */
@Command(
        name = "verify",
        description = "Check every file, hash and tensor of models. Exit code 3 when one is unusable.",
        footerHeading = "%nExamples:%n",
        footer = {"  melascope models verify   (all there are)", "  melascope models verify dermoscopy-2"})
final class ModelsVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The models (default: all).")
    private List<String> ids = List.of();

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        boolean good = true;
        try (AppContext context = session.contexts().open(folder.path())) {
            BundleStore models = context.models();
            List<String> wanted = !ids.isEmpty()
                    ? ids
                    : models.list().stream()
                            .map(BundleStore.Entry::id)
                            .distinct()
                            .toList();
            for (String id : wanted) {
                session.cancel().check();
                good &= verify(models, id);
            }
            if (wanted.isEmpty()) {
                session.console().note("There are no models in %s.", context.modelsFolder());
            }
        }
        return good ? ExitCode.DONE : ExitCode.UNUSABLE;
    }

    /** A name that does not exist is wrong usage; all else is the model's fault. */
    private boolean verify(BundleStore models, String id) throws ProblemException {
        try {
            ModelBundle bundle = models.open(id);
            session.console().line("%-24sgood, weights %s", id, bundle.weightsSha256());
            return true;
        } catch (ProblemException e) {
            if (e.kind() == ProblemException.Kind.USAGE) {
                throw e;
            }
            session.console().line("%-24sunusable: %s", id, e.getMessage());
            return false;
        }
    }
}
