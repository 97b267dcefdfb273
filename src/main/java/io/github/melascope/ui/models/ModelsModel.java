package io.github.melascope.ui.models;

import io.github.melascope.app.ModelShelf;
import io.github.melascope.app.WeightsShelf;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.Removed;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the models page shows and does, without the window. Everything is called, and heard of, on the window's thread. */
public final class ModelsModel {
    private final ModelShelf shelf;
    private final WeightsShelf weights;
    private final Executor background;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final ObservableList<ModelShelf.Item> items = FXCollections.observableArrayList();
    private final ObservableList<Path> startWeights = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Gone>> gone = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Gone> removed = new ArrayDeque<>();
    private int running;

    /** A model that was deleted and can be brought back. */
    public record Gone(String id, Removed removed) {}

    /**
     * @param background reads and writes files, one work after another
     * @param problems hears what did not work
     */
    public ModelsModel(
            ModelShelf shelf,
            WeightsShelf weights,
            Executor background,
            Executor window,
            Consumer<ProblemException> problems) {
        this.shelf = shelf;
        this.weights = weights;
        this.background = background;
        this.window = window;
        this.problems = problems;
    }

    /** All models there are, broken ones too. */
    public ObservableList<ModelShelf.Item> items() {
        return items;
    }

    /** Files a training can start from. */
    public ObservableList<Path> startWeights() {
        return startWeights;
    }

    /** Whether something is being done that the list waits for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The model that was deleted last and can be brought back. */
    public ReadOnlyObjectProperty<Optional<Gone>> goneProperty() {
        return gone.getReadOnlyProperty();
    }

    private interface Work<T> {
        T run() throws ProblemException;
    }

    private <T> void run(Work<T> work, Consumer<T> done) {
        running++;
        busy.set(true);
        background.execute(() -> {
            Runnable outcome;
            try {
                T result = work.run();
                outcome = () -> done.accept(result);
            } catch (ProblemException e) {
                outcome = () -> problems.accept(e);
            }
            Runnable heard = outcome;
            window.execute(() -> {
                running--;
                busy.set(running > 0);
                heard.run();
            });
        });
    }

    /** Lists all anew. */
    public void refresh() {
        run(shelf::list, items::setAll);
        run(weights::list, startWeights::setAll);
    }

    /**
     * Takes in models, and weights to start a training from.
     *
     * @param done hears the id of each model, and the name of each file of weights
     */
    public void bringIn(List<Path> files, Consumer<String> done) {
        for (Path file : files) {
            boolean onlyWeights = file.toString().endsWith(WeightsShelf.ENDING);
            run(() -> onlyWeights ? String.valueOf(weights.add(file).getFileName()) : shelf.importFrom(file), done);
        }
        refresh();
    }

    public void export(ModelShelf.Item item, Path file, Consumer<Path> done) {
        run(
                () -> {
                    shelf.export(item, file);
                    return file;
                },
                done);
    }

    /** Gives a model another name; nothing of it is changed when that does not work. */
    public void rename(ModelShelf.Item item, String id, String title, Consumer<String> done) {
        run(() -> shelf.rename(item, id, title), done);
        refresh();
    }

    /** Deletes a model, until it is brought back or the window closes. */
    public void remove(ModelShelf.Item item) {
        run(() -> shelf.remove(item), aside -> {
            removed.push(new Gone(item.id(), aside));
            gone.set(Optional.ofNullable(removed.peek()));
        });
        refresh();
    }

    /** Brings back what was deleted last; nothing happens when nothing was. */
    public void undo() {
        Gone last = removed.peek();
        if (last == null) {
            return;
        }
        run(
                () -> {
                    shelf.restore(last.removed());
                    return last;
                },
                back -> {
                    removed.remove(back);
                    gone.set(Optional.ofNullable(removed.peek()));
                });
        refresh();
    }

    /** Checks every file, hash and tensor of a model; hears the number of tensors. */
    public void verify(ModelShelf.Item item, Consumer<Integer> done) {
        run(() -> shelf.verify(item), done);
    }

    /** The model card. */
    public void card(ModelShelf.Item item, Consumer<String> done) {
        run(() -> shelf.card(item), done);
    }

    /** Makes deletions final. */
    public void close() {
        List<Gone> last = List.copyOf(removed);
        removed.clear();
        gone.set(Optional.empty());
        background.execute(() -> last.forEach(this::discard));
    }

    private void discard(Gone old) {
        try {
            shelf.discard(old.removed());
        } catch (ProblemException e) {
            System.getLogger(ModelsModel.class.getName()).log(System.Logger.Level.WARNING, "left behind", e);
        }
    }
}
