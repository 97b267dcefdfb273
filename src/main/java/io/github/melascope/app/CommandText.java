package io.github.melascope.app;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls of the program as a user would type them. */
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=+,@%-]+");

    private CommandText() {}

    /** The command line with these arguments, quoted where a shell needs it. */
    public static String of(List<String> arguments) {
        return Stream.concat(Stream.of("melascope"), arguments.stream().map(CommandText::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
