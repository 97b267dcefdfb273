package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.LogFile;
import io.github.melascope.app.SingleInstance;
import io.github.melascope.app.Termination;
import io.github.melascope.base.ProblemException;
import io.github.melascope.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process around the window. */
public final class WindowProgram {
    private static final int DONE = 0;
    private static final int INTERRUPTED = 4;
    private static final int NO_WINDOW = 69;

    private WindowProgram() {}

    /** Whether a window can be shown. */
    public static boolean hasScreen() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux || System.getenv("DISPLAY") != null || "Headless".equals(System.getProperty("glass.platform"));
    }

    /**
     * Opens the window with these files, or hands them to one that is open; returns the process's exit code.
     *
     * @throws ProblemException of kind {@code SURROUNDINGS} when there can be no window
     */
    public static int run(List<Path> files) throws ProblemException {
        LogFile log = LogFile.install();
        Path own = Path.of(System.getProperty("user.home"), ".melascope");
        Path socket = own.resolve("window.sock");
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        if (SingleInstance.handOver(socket, absolute)) {
            return DONE;
        }
        AppContext context = AppContext.besideWindow();
        MainWindow window = new MainWindow(context, new SettingsFile(own.resolve("settings.json")), log.folder());
        Termination termination = Termination.listen(window::abort, INTERRUPTED);
        Optional<SingleInstance> instance = listen(socket, window);
        int code = INTERRUPTED;
        try (context) {
            window.run(absolute);
            code = termination.asked() ? INTERRUPTED : DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (NoWindow e) {
            code = NO_WINDOW;
            throw e.problem();
        } finally {
            instance.ifPresent(SingleInstance::close);
            termination.ended(code);
        }
        return code;
    }

    private static Optional<SingleInstance> listen(Path socket, MainWindow window) {
        try {
            return Optional.of(SingleInstance.listen(socket, window::handed));
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(WindowProgram.class.getName())
                    .log(System.Logger.Level.WARNING, "a second start will open a second window", e);
            return Optional.empty();
        }
    }
}
