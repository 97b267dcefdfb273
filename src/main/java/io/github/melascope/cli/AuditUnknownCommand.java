package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Saving;
import io.github.melascope.app.UnknownAudit;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.metrics.AuditJson;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.model.AuditText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a model makes of a diagnosis that it has never seen. */
@Command(
        name = "audit-unknown",
        description =
                "Measure whether a model notices a diagnosis that it has never seen: for each diagnosis train a quick"
                        + " model without its images, and ask it about the validation part. No model is kept, and the test part is"
                        + " not looked at. Takes some minutes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope audit-unknown ham10000 --init imagenet.safetensors",
            "  melascope audit-unknown ham10000 --init imagenet.safetensors --json unknown.json"
        })
final class AuditUnknownCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "Folder of images labelled with diagnoses.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(
            names = "--init",
            paramLabel = "F",
            required = true,
            description = "Start from this safetensors file of MobileNetV2 weights, which must have learnt from other"
                    + " images; a model is refused. none: from weights that know nothing.")
    private String init = "";

    @Option(
            names = "--plan",
            paramLabel = "F",
            description = "JSON file that changes parts of the usual plan of a quick training.")
    private @Nullable Path plan;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of split and trainings (default: ${DEFAULT-VALUE}, the shipped model's).")
    private long seed;

    @Option(names = "--json", paramLabel = "F", description = "Write the result to this file, too.")
    private @Nullable Path json;

    AuditUnknownCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        if (json != null) {
            Saving.check(json);
        }
        AuditResult result;
        try (AppContext context = session.contexts().open(Optional.empty());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            UnknownAudit.Request request =
                    new UnknownAudit.Request(folder, init, Optional.ofNullable(plan), seed, session.commandLine());
            result = new UnknownAudit(context).run(request, progress, session.cancel());
            if (json != null) {
                Saving.text(json, StrictJson.pretty(AuditJson.write(result)));
            }
        }
        session.console().out().print(AuditText.ofUnknown(result));
        session.console().out().flush();
        return ExitCode.DONE;
    }
}
