package io.github.melascope.app;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.AtomicFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The window's trainings on disk: a folder for each with what it is, the plan and the images left out, its checkpoint and, in
 * the end, its model.
 */
final class RunStore {
    private static final String FILE = "run.json";
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Path root;

    RunStore(Path root) {
        this.root = root;
    }

    Path folder(String id) {
        return root.resolve(id);
    }

    Path planFile(String id) {
        return folder(id).resolve("plan.json");
    }

    Path excludeFile(String id) {
        return folder(id).resolve("exclude.csv");
    }

    /** Where the run's model is made, out of the way of the user's models until it is saved there. */
    Path models(String id) {
        return folder(id).resolve("models");
    }

    void write(TrainingRun run) throws IOException {
        AtomicFiles.write(folder(run.id()).resolve(FILE), JSON.writeValueAsString(run));
    }

    /** The oldest first. What cannot be read is left where it is, with a line in the log. */
    List<TrainingRun> list() {
        List<TrainingRun> runs = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return runs;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                Path file = folder.resolve(FILE);
                if (Files.isRegularFile(file)) {
                    read(file, runs);
                }
            }
        } catch (IOException e) {
            warn(root, e);
        }
        runs.sort(Comparator.comparing(TrainingRun::id));
        return runs;
    }

    private static void read(Path file, List<TrainingRun> runs) {
        try {
            runs.add(JSON.readValue(file.toFile(), TrainingRun.class));
        } catch (IOException e) {
            warn(file, e);
        }
    }

    private static void warn(Path what, IOException e) {
        System.getLogger(RunStore.class.getName()).log(System.Logger.Level.WARNING, what + " could not be read", e);
    }

    void delete(String id) {
        Folders.delete(folder(id));
    }
}
