package io.github.melascope.model;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What can be done to a model that is there: another name, and taking it away. Its weights stay as they are, so their hash
 * still tells which model has answered in a case that was saved before.
 *
 * @param shapes what a model's weights must look like
 */
public record BundleCare(ModelBundle.Shapes shapes) {

    /**
     * Gives a model another id and title. It appears under its new name whole, before the old one goes.
     *
     * @return the model under its new name
     * @throws ProblemException of kind {@code USAGE} when the id is not allowed or taken, {@code UNUSABLE} when the model
     *     fails a check or nothing can be written
     */
    public ModelBundle rename(Path folder, String id, String title) throws ProblemException {
        ModelBundle old = ModelBundle.load(folder, shapes);
        ModelSpec spec = old.spec().named(ModelId.check(id), title);
        boolean same = id.equals(old.spec().id());
        Path renamed = BundleFolder.place(parent(folder), id, same, folder.toString(), building -> {
            copy(folder, building);
            tell(building, spec, old);
            BundleCheck.files(building);
        });
        if (!same) {
            discard(remove(folder));
        }
        return ModelBundle.load(renamed, shapes);
    }

    private static void copy(Path folder, Path building) throws IOException {
        for (String name : BundleFiles.ALL) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(folder.resolve(name), building.resolve(name));
            }
        }
    }

    /** Writes one file of a bundle. */
    public interface Writing {
        void to(Path file) throws IOException;
    }

    /**
     * Adds an optional file to a model, or replaces it, and writes the model card anew. The model stays as it was until the
     * new one is complete.
     *
     * @param name of {@link BundleFiles#OPTIONAL}
     * @return the model with the file
     * @throws ProblemException of kind {@code UNUSABLE} when the model or the file fails a check, or nothing can be written
     */
    public ModelBundle add(Path folder, String name, Writing writing) throws ProblemException {
        if (!BundleFiles.OPTIONAL.contains(name)) {
            throw new IllegalArgumentException(name + " is no optional file");
        }
        ModelBundle old = ModelBundle.load(folder, shapes);
        Path place = BundleFolder.place(parent(folder), old.spec().id(), true, folder.toString(), building -> {
            copy(folder, building);
            Files.deleteIfExists(building.resolve(name));
            writing.to(building.resolve(name));
            Map<String, String> hashes = new TreeMap<>(old.spec().files());
            hashes.put(name, Sha256.of(building.resolve(name)));
            ModelSpec spec = old.spec().withFiles(hashes);
            ModelBundle grown = new ModelBundle(building, spec, old.weights(), old.reference(), old.metrics());
            tell(building, spec, grown);
            ModelBundle.loadChecked(building, BundleCheck.files(building), shapes);
        });
        return ModelBundle.load(place, shapes);
    }

    /** The two files that hold the name. */
    private static void tell(Path building, ModelSpec spec, ModelBundle old) throws IOException, ProblemException {
        Path card = building.resolve(BundleFiles.CARD);
        AtomicFiles.write(card, ModelCard.write(spec, old.metrics(), old.audit(), old.patient()));
        Map<String, String> hashes = new TreeMap<>(spec.files());
        hashes.put(BundleFiles.CARD, Sha256.of(card));
        AtomicFiles.write(building.resolve(BundleFiles.MODEL), SpecJson.write(spec.withFiles(hashes)));
    }

    /** Takes a model away, broken or not. What is neither brought back nor discarded is gone when the program has ended. */
    public Removed remove(Path folder) throws ProblemException {
        try {
            Path aside = BundleFolder.aside(parent(folder));
            AtomicFiles.move(folder, aside);
            return new Removed(folder, aside);
        } catch (IOException e) {
            throw Refusal.failed("problem.model.kept", folder, e);
        }
    }

    /** @throws ProblemException of kind {@code USAGE} when there is another model of its name by now */
    public void restore(Removed removed) throws ProblemException {
        if (Files.exists(removed.folder(), LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE,
                    "problem.model.twin",
                    String.valueOf(removed.folder().getFileName()));
        }
        try {
            AtomicFiles.move(removed.aside(), removed.folder());
        } catch (IOException e) {
            throw Refusal.failed("problem.model.gone", removed.folder(), e);
        }
    }

    /** Makes it final. */
    public void discard(Removed removed) throws ProblemException {
        try {
            BundleFolder.delete(removed.aside());
        } catch (IOException e) {
            throw Refusal.failed("problem.model.kept", removed.folder(), e);
        }
    }

    private static Path parent(Path folder) {
        return Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent());
    }
}
