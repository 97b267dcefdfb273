package io.github.melascope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that have done their work. */
final class Folders {
    private Folders() {}

    /** Deletes a folder and all in it; what cannot be deleted is left behind, with a line in the log. */
    static void delete(Path folder) {
        try {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(folder)) {
                paths = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(Folders.class.getName()).log(System.Logger.Level.WARNING, "left behind: " + folder, e);
        }
    }
}
