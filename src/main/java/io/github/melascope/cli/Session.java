package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.CancelToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of the program.
 *
 * @param console where it writes
 * @param arguments as they were given
 * @param cancel raised when the process is asked to stop
 * @param contexts builds what the use cases share, with a folder of models that comes first, if one was named
 */
record Session(Console console, List<String> arguments, CancelToken cancel, Contexts contexts) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=+,@%-]+");

    /** Builds contexts; nothing of the engine starts before a command asks for it. */
    @FunctionalInterface
    interface Contexts {
        AppContext open(Optional<Path> firstModels);
    }

    /** The command line that repeats this call, quoted where a shell needs it. */
    String commandLine() {
        return Stream.concat(Stream.of("melascope"), arguments.stream().map(Session::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
