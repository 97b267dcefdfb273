import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the finished image run once through what people do first, and keeps the classes it loaded and linked, and how its methods
 * ran, in a file that a later start maps into memory (JEP 483, 514, 515). The same class path and options as the launcher's, or
 * the JVM passes the file over.
 */
class Rehearse {
    static final String CACHE = "melascope.aot";

    private Rehearse() {}

    /** Options that say where the package's parts lie. */
    static List<String> places(String app) {
        return List.of(
                "-Dmelascope.home=" + app,
                "-Dmelascope.natives=" + app + "/natives",
                "-Donnxruntime.native.path=" + app + "/natives",
                "-Dorg.sqlite.lib.path=" + app + "/natives",
                "-Djna.boot.library.path=" + app + "/natives",
                "-Djna.nounpack=true");
    }

    static void run(Layout layout, Path options, Path work) throws IOException, InterruptedException {
        Steps.say("rehearsal, for the ahead-of-time cache");
        Path home = Steps.empty(work.resolve("rehearsal"));
        Path cache = layout.app().resolve(CACHE);
        Files.deleteIfExists(cache);
        List<String> command = new ArrayList<>(
                List.of(layout.runtime().resolve("bin").resolve("java").toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(Files.readAllLines(options));
        command.addAll(places(layout.app().toString()));
        command.addAll(List.of(
                "-Duser.home=" + home,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                classPath(layout),
                "io.github.melascope.Rehearsal",
                home.toString()));
        Path times = home.resolve("times.txt");
        Map<String, String> environment = Map.of(
                "MELASCOPE_REHEARSAL",
                times.toString(),
                "MELASCOPE_CACHE",
                home.resolve("cache").toString());
        Steps.runQuietly(environment, command, work.resolve("rehearsal.log"));
        if (!Files.exists(times) || !Files.exists(cache)) {
            throw new IOException("the rehearsal came to no end");
        }
        Steps.say("ahead-of-time cache: " + Files.size(cache) / 1_000_000 + " MB");
    }

    /** The launcher's, in its order. */
    private static String classPath(Layout layout) throws IOException {
        try (Stream<String> lines = Files.lines(layout.config())) {
            return lines.filter(line -> line.startsWith("app.classpath="))
                    .map(line -> line.substring(line.indexOf('=') + 1)
                            .replace("$APPDIR", layout.app().toString()))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
