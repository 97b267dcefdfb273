package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Devices;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What there is to run on. */
@Command(
        name = "devices",
        description = "Say what the program can run on, and why not on CUDA.",
        footerHeading = "%nExamples:%n",
        footer = "  melascope devices")
final class DevicesCommand implements Callable<Integer> {
    private final Session session;

    DevicesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        try (AppContext context = session.contexts().open(Optional.empty())) {
            Devices devices = Devices.of(context);
            console.line("Predicts on   cpu (ONNX Runtime, %d threads)", devices.threads());
            console.line(
                    "Trains on     %s",
                    devices.codes().isEmpty()
                            ? "nothing: PyTorch does not start"
                            : devices.codes().get(0) + " (" + devices.trainer() + ", " + devices.threads()
                                    + " threads)");
            console.line(
                    "CUDA          %s",
                    devices.whyNotCuda()
                            .map(reason -> "no: " + reason)
                            .orElseGet(() -> "yes: " + String.join(", ", devices.codes())));
        }
        return ExitCode.DONE;
    }
}
