import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says what weighs most: the installers, then the installed files, largest first. */
class Sizes {
    private static final int LISTED = 25;

    private Sizes() {}

    static void write(Path image, Path work) throws IOException {
        List<String> lines = new ArrayList<>();
        Path installers = work.resolve("installers");
        if (Files.isDirectory(installers)) {
            lines.add("Installers, MB");
            for (Path file : files(installers)) {
                lines.add(line(Files.size(file), file.getFileName().toString()));
            }
            lines.add("");
        }
        List<Path> files = files(image);
        long all = 0;
        for (Path file : files) {
            all += Files.size(file);
        }
        lines.add("Installed, MB");
        lines.add(line(all, files.size() + " files"));
        for (Path file : files.subList(0, Math.min(LISTED, files.size()))) {
            lines.add(line(Files.size(file), image.relativize(file).toString()));
        }
        Path list = work.resolve("sizes.txt");
        Files.write(list, lines);
        lines.forEach(System.out::println);
        Steps.say("the same list: " + list);
    }

    private static List<Path> files(Path folder) throws IOException {
        return Steps.all(folder).stream()
                .filter(Files::isRegularFile)
                .sorted(Comparator.comparingLong(file -> -file.toFile().length()))
                .toList();
    }

    private static String line(long bytes, String name) {
        return String.format(Locale.ROOT, "%8.1f  %s", bytes / 1e6, name);
    }
}
