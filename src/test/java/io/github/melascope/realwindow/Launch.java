package io.github.melascope.realwindow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Command lines as the launcher makes them, for main classes of the tests. */
final class Launch {
    private Launch() {}

    /**
     * JavaFX on the module path, all else on the class path, and every option that the launcher and the build give.
     *
     * @param home the user's
     */
    static List<String> command(Path home, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(only("<jvm.options>(.*)</jvm.options>", "pom.xml")));
        command.addAll(List.of("--module-path", classPath(Launch::isToolkit)));
        command.addAll(words(only("<launch.options>(.*)</launch.options>", "pom.xml")));
        command.add("-Dmelascope.home=.");
        command.add("-Duser.home=" + home);
        command.add("-Djavafx.cachedir="
                + Path.of("target", "javafx-cache").toAbsolutePath()); // unpacked once, not for every home
        command.addAll(List.of("-cp", classPath(Predicate.not(Launch::isToolkit)), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+", -1));
    }

    /** The one place in a file of the project that looks like this. */
    private static String only(String pattern, String file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        if (!matcher.find()) {
            throw new IllegalStateException(file + " does not hold " + pattern);
        }
        return matcher.group(1);
    }

    private static boolean isToolkit(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("javafx-");
    }

    private static String classPath(Predicate<String> wanted) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(wanted)
                        .toList());
    }
}
