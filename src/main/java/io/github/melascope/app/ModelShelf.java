package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.model.BundleCare;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.Removed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models of this machine, as their owner looks after them. All of it reads and writes files: not for the window's thread. */
public final class ModelShelf {
    private final BundleStore store;
    private final BundleCare care;
    private final Path own;

    public ModelShelf(AppContext context) {
        this.store = context.models();
        this.care = new BundleCare(store.shapes());
        this.own = context.ownModelsFolder();
    }

    /**
     * A model, or what should be one.
     *
     * @param id name of its folder
     * @param bytes of all its files
     * @param changeable whether it may be renamed and deleted: not the one that ships, nor one in a folder that cannot be
     *     written
     * @param content empty when it is broken
     * @param problem why it is broken
     */
    public record Item(
            String id,
            Path folder,
            long bytes,
            boolean changeable,
            Optional<Content> content,
            Optional<ProblemException> problem) {}

    /** What a model says of itself. */
    public record Content(ModelSpec spec, ExamResult exam) {}

    /** All models, their files checked against their hashes; broken ones with the reason. */
    public List<Item> list() throws ProblemException {
        List<Item> items = new ArrayList<>();
        for (BundleStore.Entry entry : store.list()) {
            items.add(item(entry));
        }
        return List.copyOf(items);
    }

    private Item item(BundleStore.Entry entry) {
        Optional<Content> content = Optional.empty();
        Optional<ProblemException> problem = entry.problem();
        if (entry.spec().isPresent()) {
            try {
                content = Optional.of(new Content(entry.spec().get(), ModelBundle.exam(entry.folder())));
            } catch (ProblemException e) {
                problem = Optional.of(e);
            }
        }
        return new Item(entry.id(), entry.folder(), bytes(entry.folder()), changeable(entry), content, problem);
    }

    private boolean changeable(BundleStore.Entry entry) {
        Path root = entry.folder().toAbsolutePath().normalize().getParent();
        boolean ships =
                entry.id().equals(AppContext.USUAL_MODEL) && !entry.folder().startsWith(own);
        return !ships && root != null && Files.isWritable(root);
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // what cannot be read is listed as broken anyway
        }
    }

    /**
     * Checks every file, hash and tensor.
     *
     * @return number of tensors of its weights
     * @throws ProblemException when one is not as it should be
     */
    public int verify(Item item) throws ProblemException {
        return ModelBundle.load(item.folder(), store.shapes())
                .weights()
                .tensors()
                .size();
    }

    /** The model card, in Markdown. */
    public String card(Item item) throws ProblemException {
        return ModelBundle.card(item.folder());
    }

    /** Takes in a {@code .melascope} file or a model's folder; one of the same name is neither replaced nor hidden. */
    public String importFrom(Path source) throws ProblemException {
        store.refuseTaken(BundleStore.idOf(source));
        return store.importFrom(source, own, false).spec().id();
    }

    /** Writes a model as one {@code .melascope} file. */
    public void export(Item item, Path file) throws ProblemException {
        store.exportTo(item.id(), file);
    }

    /** Gives it another id and title; {@link BundleCare#rename}. */
    public String rename(Item item, String id, String title) throws ProblemException {
        if (!id.equals(item.id())) {
            store.refuseTaken(id);
        }
        return care.rename(item.folder(), id, title).spec().id();
    }

    /** Takes it away, until it is brought back or the program ends. */
    public Removed remove(Item item) throws ProblemException {
        return care.remove(item.folder());
    }

    public void restore(Removed removed) throws ProblemException {
        care.restore(removed);
    }

    public void discard(Removed removed) throws ProblemException {
        care.discard(removed);
    }
}
