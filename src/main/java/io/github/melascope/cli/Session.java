package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.CommandText;
import io.github.melascope.base.CancelToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One call of the program.
 *
 * @param console where it writes
 * @param arguments as they were given
 * @param cancel raised when the process is asked to stop
 * @param contexts builds what the use cases share, with a folder of models that comes first, if one was named
 */
record Session(Console console, List<String> arguments, CancelToken cancel, Contexts contexts) {
    /** Builds contexts; nothing of the engine starts before a command asks for it. */
    @FunctionalInterface
    interface Contexts {
        AppContext open(Optional<Path> firstModels);
    }

    /** The command line that repeats this call, quoted where a shell needs it. */
    String commandLine() {
        return CommandText.of(arguments);
    }
}
