package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Bench;
import io.github.melascope.app.BenchLine;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How fast the program is here. */
@Command(
        name = "bench",
        description = "Measure the program on this machine, and beside PyTorch in Python where that is installed."
                + " Takes a few minutes; speeds depend on what else the machine does, ratios less.",
        footerHeading = "%nExamples:%n",
        footer = "  melascope bench")
final class BenchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ModelOptions models = new ModelOptions();

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        try (AppContext context = session.contexts().open(models.folder());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            new Bench(context, session.cancel()).run(models.id(), progress, this::print);
        }
        return ExitCode.DONE;
    }

    private void print(BenchLine line) {
        String against = line.ratio().isPresent()
                ? String.format(Locale.ROOT, "   %.2f × %s", line.ratio().getAsDouble(), line.against())
                : line.against().isEmpty() ? "" : "   " + line.against();
        session.console().line("%-62s %8.1f %-9s%s", line.name(), line.value(), line.unit(), against);
    }
}
