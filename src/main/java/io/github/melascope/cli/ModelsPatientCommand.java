package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.FusionMaker;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.PatientFacts.Fact;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of the patient, beside the answer of a model that was made without. */
@Command(
        name = "patient",
        description =
                "Teach a model how the patient's age, sex and the lesion's site move the melanoma probability: a second"
                        + " number beside its own, which stays as it is. Fitted on the validation part of the model's own dataset. A"
                        + " training does so by itself when its plan names facts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope models patient my-model ham10000",
            "  melascope models patient my-model ham10000 --facts age,sex"
        })
final class ModelsPatientCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", index = "0", description = "The model.")
    private String id = "";

    @Parameters(paramLabel = "DIR", index = "1", description = "Folder of the images that it was trained on.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path dataset;

    @Option(
            names = "--facts",
            split = ",",
            paramLabel = "FACT",
            defaultValue = "age",
            description = "What to use, with commas between: age, sex, site (default: age).")
    private List<String> facts = new ArrayList<>();

    @Option(
            names = "--exam",
            description = "Examine it on the test part, too. The opening is written into the model's ledger.")
    private boolean exam;

    @Mixin
    private ModelsFolder folder = new ModelsFolder();

    ModelsPatientCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        List<Fact> wanted = facts();
        try (AppContext context = session.contexts().open(folder.path());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            ModelBundle bundle = new FusionMaker(context)
                    .add(id, dataset, wanted, exam, session.commandLine(), progress, session.cancel());
            FittedFusion fitted = bundle.patient().orElseThrow();
            for (AuditTable.Row row : fitted.exam().rows()) {
                session.console().line("%s", row.name());
                for (int i = 0; i < row.figures().size(); i++) {
                    session.console()
                            .line(
                                    "  %-28s%s",
                                    fitted.exam().columns().get(i),
                                    row.figures().get(i).text());
                }
            }
            session.console().line("%s", bundle.folder());
        }
        return ExitCode.DONE;
    }

    private List<Fact> facts() throws ProblemException {
        List<Fact> wanted = new ArrayList<>();
        for (String name : facts) {
            Fact fact = Arrays.stream(Fact.values())
                    .filter(one -> one.code().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() ->
                            new ProblemException(ProblemException.Kind.USAGE, "problem.fusion.fact", name.strip()));
            if (!wanted.contains(fact)) {
                wanted.add(fact);
            }
        }
        return wanted;
    }
}
