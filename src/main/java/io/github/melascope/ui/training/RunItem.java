package io.github.melascope.ui.training;

import io.github.melascope.app.RunProgress;
import io.github.melascope.app.TrainingRun;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run of the list, followed live. */
public final class RunItem {
    private final ReadOnlyObjectWrapper<TrainingRun> run;
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>(RunProgress.NONE);

    RunItem(TrainingRun run) {
        this.run = new ReadOnlyObjectWrapper<>(run);
    }

    public String id() {
        return run.get().id();
    }

    public ReadOnlyObjectProperty<TrainingRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** What it is doing; empty where it is not running. */
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void set(TrainingRun now, RunProgress doing) {
        progress.set(doing);
        run.set(now);
    }
}
