package io.github.melascope.ui.training;

import io.github.melascope.app.RunProgress;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.base.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The fourth step: the runs, of which one is looked at. Events come from the training's thread and are heard in bulk. */
public final class RunsModel {
    private final TrainingRuns runs;
    private final Executor background;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final ObservableList<RunItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunItem>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final Map<String, Event> waiting = new LinkedHashMap<>();

    private record Event(TrainingRun run, RunProgress progress) {}

    RunsModel(TrainingRuns runs, Executor background, Executor window, Consumer<ProblemException> problems) {
        this.runs = runs;
        this.background = background;
        this.window = window;
        this.problems = problems;
        runs.list().forEach(run -> items.add(0, new RunItem(run)));
        selected.set(items.stream().findFirst());
        runs.listen(this::heard);
    }

    /** The newest first. */
    public ObservableList<RunItem> items() {
        return items;
    }

    /** The run that is looked at. */
    public ObjectProperty<Optional<RunItem>> selectedProperty() {
        return selected;
    }

    /** Only the newest event of each run is told, once the window has time for it. */
    private void heard(TrainingRun run, RunProgress progress) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.put(run.id(), new Event(run, progress));
        }
        if (first) {
            window.execute(this::tell);
        }
    }

    private void tell() {
        Map<String, Event> events;
        synchronized (waiting) {
            events = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        events.forEach((id, event) -> find(id).ifPresentOrElse(
                        item -> item.set(event.run(), event.progress()), () -> items.add(0, new RunItem(event.run()))));
    }

    private Optional<RunItem> find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Looks at a run that was just begun. */
    void look(TrainingRun run) {
        if (find(run.id()).isEmpty()) {
            items.add(0, new RunItem(run));
        }
        selected.set(find(run.id()));
    }

    public void pause(RunItem item) {
        runs.pause(item.id());
    }

    public void resume(RunItem item) {
        runs.resume(item.id());
    }

    public void cancel(RunItem item) {
        runs.cancel(item.id());
    }

    /** Goes on with the smaller batch that was offered where memory ran out. */
    public void resumeSmaller(RunItem item) {
        background.execute(() -> {
            try {
                runs.resumeSmaller(item.id());
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }

    /** Forgets a run with its checkpoint. */
    public void remove(RunItem item) {
        runs.remove(item.id());
        items.remove(item);
        if (selected.get().equals(Optional.of(item))) {
            selected.set(items.stream().findFirst());
        }
    }

    /** Whether a run takes or awaits its turn, or can go on. */
    public boolean unfinished() {
        return items.stream()
                .map(item -> item.runProperty().get().state())
                .anyMatch(state -> state.active() || state == TrainingRun.State.PAUSED);
    }
}
