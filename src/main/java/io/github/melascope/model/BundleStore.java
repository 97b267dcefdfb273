package io.github.melascope.model;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models a user has, in several folders: those that ship with the program, and the user's own.
 *
 * @param roots folders of bundles, searched in this order; one that does not exist holds none
 * @param shapes what a model's weights must look like
 */
public record BundleStore(List<Path> roots, ModelBundle.Shapes shapes) {
    public BundleStore {
        roots = List.copyOf(roots);
    }

    /**
     * A folder that holds a model, or should.
     *
     * @param id name of the folder
     * @param folder where it lies
     * @param spec what it says of itself, when its files passed their checks
     * @param problem why it cannot be used, otherwise
     */
    public record Entry(String id, Path folder, Optional<ModelSpec> spec, Optional<ProblemException> problem) {}

    /**
     * All models with their files and hashes checked (tensors are only looked at by {@link #open}), broken ones with
     * their reason; by root, then by id. What killed programs left behind is mended first.
     */
    public List<Entry> list() throws ProblemException {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path root : roots) {
            for (Path folder : folders(root)) {
                Entry entry = entry(folder);
                entries.add(seen.add(entry.id) ? entry : hidden(entry));
            }
        }
        return List.copyOf(entries);
    }

    private static Entry hidden(Entry entry) {
        return new Entry(
                entry.id,
                entry.folder,
                Optional.empty(),
                Optional.of(new ProblemException(ProblemException.Kind.UNUSABLE, "problem.model.hidden", entry.id)));
    }

    private static Entry entry(Path folder) {
        String id = String.valueOf(folder.getFileName());
        try {
            return new Entry(id, folder, Optional.of(BundleCheck.named(folder)), Optional.empty());
        } catch (ProblemException e) {
            return new Entry(id, folder, Optional.empty(), Optional.of(e));
        }
    }

    private static List<Path> folders(Path root) throws ProblemException {
        List<Path> folders = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return folders;
        }
        mend(root);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)
                        && !String.valueOf(entry.getFileName()).startsWith(".")) {
                    folders.add(entry);
                }
            }
        } catch (IOException e) {
            throw Refusal.failed("problem.folder.unlisted", root, e);
        }
        folders.sort(java.util.Comparator.comparing(folder -> String.valueOf(folder.getFileName())));
        return folders;
    }

    /** Listing must work in a folder that cannot be written, too. */
    private static void mend(Path root) {
        try {
            BundleFolder.cleanLeftovers(root);
        } catch (IOException e) {
            return;
        }
    }

    /**
     * @throws ProblemException of kind {@code USAGE} when there is no such model, {@code UNUSABLE} when it fails a check
     */
    public ModelBundle open(String id) throws ProblemException {
        return ModelBundle.load(find(id), shapes);
    }

    private Path find(String id) throws ProblemException {
        ModelId.check(id);
        for (Path root : roots) {
            for (Path folder : folders(root)) {
                if (String.valueOf(folder.getFileName()).equals(id)) {
                    return folder;
                }
            }
        }
        List<String> ids = list().stream().map(Entry::id).distinct().toList();
        throw new ProblemException(
                ProblemException.Kind.USAGE,
                "problem.model.unknown",
                id,
                ids.isEmpty() ? Term.of("why.model.none") : Term.of("why.model.known", ids));
    }

    /** Writes a model that passes every check as one file. */
    public void exportTo(String id, Path archive) throws ProblemException {
        ModelBundle bundle = open(id);
        try {
            BundleZip.write(bundle.folder(), id, archive);
        } catch (IOException e) {
            throw Refusal.failed("problem.model.unexported", archive, e);
        }
    }

    /**
     * Takes in a model from an archive or a folder, when it passes every check.
     *
     * @param source a {@code .melascope} file, or a bundle's folder
     * @param root the folder to put it in
     * @param replace whether a model of the same id may be replaced
     */
    public ModelBundle importFrom(Path source, Path root, boolean replace) throws ProblemException {
        String id = idOf(source);
        Path folder = BundleFolder.place(root, id, replace, source.toString(), building -> {
            if (Files.isDirectory(source)) {
                copy(source, building);
            } else {
                BundleZip.unpack(source, building);
            }
            check(building, id);
        });
        return ModelBundle.load(folder, shapes);
    }

    /** Id of the model in an archive or a folder, before anything else of it is looked at. */
    public static String idOf(Path source) throws ProblemException {
        if (!Files.exists(source)) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.model.nothing-to-import", source);
        }
        Path model = source.resolve(BundleFiles.MODEL);
        try {
            byte[] text = Files.isDirectory(source) ? BundleCheck.read(model) : BundleZip.model(source);
            return new SpecJsonReader(model.toString()).read(text).id();
        } catch (IOException e) {
            throw Refusal.failed("problem.model.not-imported", source, e);
        }
    }

    /**
     * A model whose id another has already, in whichever folder, would hide it or be hidden.
     *
     * @throws ProblemException of kind {@code USAGE} when there is one
     */
    public void refuseTaken(String id) throws ProblemException {
        for (Path root : roots) {
            if (Files.exists(root.resolve(ModelId.check(id)))) {
                throw BundleFolder.taken(id, root);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException, ProblemException {
        BundleCheck.files(from);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void check(Path building, String id) throws ProblemException {
        ModelSpec spec = BundleCheck.files(building);
        if (!spec.id().equals(id)) {
            throw Refusal.unusable(building.toString(), Term.of("why.model.raced"));
        }
        ModelBundle.loadChecked(building, spec, shapes);
    }

    /**
     * Saves a model that was just made under a name of the user's, with their title and notes.
     *
     * @param root folder to save it in
     * @param id its new id, not taken in any folder of this store
     * @param title empty leaves the one it has
     * @param remark for the model card's notes; empty for none
     * @param command that makes it under this id
     */
    public ModelBundle saveAs(ModelBundle made, Path root, String id, String title, String remark, String command)
            throws ProblemException {
        ModelId.check(id);
        for (Path known : roots) {
            if (Files.exists(known.resolve(id))) {
                throw new ProblemException(ProblemException.Kind.USAGE, "problem.model.exists", id, known);
            }
        }
        String licence = new String(
                BundleCheck.read(made.folder().resolve(BundleFiles.LICENSE)), java.nio.charset.StandardCharsets.UTF_8);
        BundleContent content = new BundleContent(
                made.spec().named(id, title.isBlank() ? made.spec().title() : title.strip(), remark.strip(), command),
                made.weights().tensors(),
                made.reference(),
                made.metrics(),
                made.splitCsv(),
                made.predictions(),
                licence,
                made.ledger().read(),
                made.familiarity(),
                made.patient());
        return ModelBundle.save(root, content, false, shapes);
    }
}
