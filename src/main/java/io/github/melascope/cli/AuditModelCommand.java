package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ModelAudit;
import io.github.melascope.app.Saving;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.metrics.AuditJson;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.model.AuditText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an exam does not ask of a model. */
@Command(
        name = "audit-model",
        description = "Measure what an exam does not ask: whether a model's answers stay when rulers, ink or hairs are"
                + " pasted, when the image is turned or darker; whether they go when the lesion goes; where it looks;"
                + " when it should be silent. Prints tables and what misses its aim. Takes some minutes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope audit-model dermoscopy-2 ham10000 --masks ham10000/masks",
            "  melascope audit-model dermoscopy-2 ham10000 --masks ham10000/masks --others photos --json audit.json",
            "  melascope audit-model my-model ham10000 --keep   (into the model, for its card)"
        })
final class AuditModelCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", index = "0", description = "The model.")
    private String id = "";

    @Parameters(paramLabel = "DIR", index = "1", description = "Folder of the images that the model was trained on.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Option(
            names = "--masks",
            paramLabel = "DIR",
            description = "Folder of outlines that people drew around the lesions: IMAGE_segmentation.png or IMAGE.png,"
                    + " white where the lesion is.")
    private @Nullable Path masks;

    @Option(
            names = "--others",
            paramLabel = "DIR",
            description = "Folder of pictures that show no lesion: how many the model takes for one.")
    private @Nullable Path others;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "validation",
            description = "validation, or test: that counts as an opening of the test part (default: validation).")
    private Part part = Part.VALIDATION;

    @Option(names = "--json", paramLabel = "F", description = "Write the result to this file, too.")
    private @Nullable Path json;

    @Option(names = "--keep", description = "Keep the result in the model's folder, and tell it in its card.")
    private boolean keep;

    @Option(
            names = "--views",
            paramLabel = "N",
            converter = ViewNumbers.class,
            completionCandidates = ViewNumbers.class,
            description = "Look so often at each image, 1 or 8: turned and mirrored (default: as the model says).")
    private @Nullable Integer views;

    AuditModelCommand(Session session) {
        this.session = session;
    }

    private enum Part {
        VALIDATION,
        TEST;

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
        if (keep && views != null) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.audit.keep-views");
        }
        AuditResult result;
        try (AppContext context = session.contexts().open(models.path());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            ModelAudit.Request request = new ModelAudit.Request(
                    id,
                    folder,
                    Optional.ofNullable(masks),
                    Optional.ofNullable(others),
                    part == Part.TEST
                            ? io.github.melascope.dataset.Part.TEST
                            : io.github.melascope.dataset.Part.VALIDATION,
                    ViewNumbers.optional(views),
                    session.commandLine());
            ModelAudit audit = new ModelAudit(context);
            result = audit.run(request, progress, session.cancel());
            if (json != null) {
                Saving.text(json, StrictJson.pretty(AuditJson.write(result)));
            }
            if (keep) {
                audit.keep(result);
            }
        }
        session.console().out().print(AuditText.of(result));
        session.console().out().flush();
        return ExitCode.DONE;
    }
}
