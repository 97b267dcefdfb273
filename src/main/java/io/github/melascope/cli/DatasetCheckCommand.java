package io.github.melascope.cli;

import io.github.melascope.app.DatasetCheck;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.DatasetReport;
import io.github.melascope.dataset.DatasetReportText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is wrong with a dataset. */
@Command(
        name = "check",
        description =
                "Say what is wrong with a dataset, what is in it, and what a split would be. Exit code 1 when images"
                        + " are missing or unreadable.",
        footerHeading = "%nExamples:%n",
        footer = {"  melascope dataset check ham10000", "  melascope dataset check \"my images\" --json report.json"})
final class DatasetCheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "DIR",
            description = "Folder: HAM10000 as downloaded, an ISIC challenge, a folder per class, or images and a CSV.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--json", paramLabel = "F", description = "Write the whole report as JSON.")
    private @Nullable Path json;

    @Option(names = "--exclude", paramLabel = "F", description = "CSV file with a column image: images to leave out.")
    private @Nullable Path exclude;

    DatasetCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        DatasetReport report;
        try (ConsoleProgress progress = new ConsoleProgress(session.console())) {
            report = DatasetCheck.run(
                    folder, Optional.ofNullable(exclude), Optional.ofNullable(json), progress, session.cancel());
        }
        session.console().out().print(DatasetReportText.of(report));
        session.console().out().flush();
        boolean complete = report.missing().isEmpty() && report.unreadable().isEmpty();
        return complete ? ExitCode.DONE : ExitCode.SOME_REFUSED;
    }
}
