package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.WeightImport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weights to start a training from, ImageNet's for example, in the user's own folder. Weights alone are no model: they have no
 * thresholds and have passed no exam.
 */
public final class WeightsShelf {
    /** How the files' names end. */
    public static final String ENDING = ".safetensors";

    private final Path folder;

    public WeightsShelf(AppContext context) {
        this.folder = context.ownModelsFolder().resolveSibling("weights");
    }

    /** The files there are, by name. */
    public List<Path> list() throws ProblemException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ENDING)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.folder.unlisted", folder, IoReason.of(e));
        }
        files.sort(Comparator.naturalOrder());
        return List.copyOf(files);
    }

    /**
     * Keeps a copy of a file that holds a MobileNetV2 backbone; one of the same name is replaced.
     *
     * @return the copy
     * @throws ProblemException of kind {@code UNUSABLE}, naming the tensor that is missing or out of shape
     */
    public Path add(Path file) throws ProblemException {
        WeightImport.backbone(file);
        Path copy = folder.resolve(String.valueOf(file.getFileName()));
        Saving.file(copy, () -> {
            Files.createDirectories(folder);
            AtomicFiles.write(copy, out -> Files.copy(file, out));
        });
        return copy;
    }

    /**
     * Keeps weights that came from elsewhere: written beside their place, and moved there once they are found to be a
     * MobileNetV2 backbone.
     *
     * @throws ProblemException as {@link #add(Path)} does, and when nothing can be written
     */
    Path add(String name, byte[] content) throws ProblemException {
        Path target = folder.resolve(name);
        Path beside = folder.resolve("." + name + ".part");
        try {
            AtomicFiles.write(beside, content);
            WeightImport.backbone(beside);
            AtomicFiles.move(beside, target);
            return target;
        } catch (ProblemException e) {
            throw e.renamed(beside.toString(), name);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.weights.unkept", target, IoReason.of(e));
        } finally {
            deleteQuietly(beside);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) { // what went wrong before is what the user should hear of
            System.getLogger(WeightsShelf.class.getName())
                    .log(System.Logger.Level.WARNING, file + " is left behind", e);
        }
    }
}
