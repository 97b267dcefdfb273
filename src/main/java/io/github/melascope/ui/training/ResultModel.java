package io.github.melascope.ui.training;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.ui.fx.Latest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The last step: how the model did, and where it is kept. */
public final class ResultModel {
    private final TrainingRuns runs;
    private final Latest opening;
    private final Executor background;
    private final Executor window;
    private final ReadOnlyObjectWrapper<ResultState> state = new ReadOnlyObjectWrapper<>(new ResultState.None());
    private Subscription following = Subscription.EMPTY;

    ResultModel(AppContext context, TrainingRuns runs, RunsModel list, Executor window) {
        this.runs = runs;
        this.background = context.datasets();
        this.window = window;
        this.opening = new Latest(context.datasets(), window);
        list.selectedProperty().subscribe(this::follow);
    }

    public ReadOnlyObjectProperty<ResultState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void follow(Optional<RunItem> item) {
        following.unsubscribe();
        following = item.map(one -> one.runProperty().subscribe(this::show)).orElse(Subscription.EMPTY);
        if (item.isEmpty()) {
            opening.forget();
            state.set(new ResultState.None());
        }
    }

    private void show(TrainingRun run) {
        if (run.state() != TrainingRun.State.DONE) {
            opening.forget();
            state.set(new ResultState.None());
            return;
        }
        if (state.get() instanceof ResultState.Ready ready && ready.run().id().equals(run.id())) {
            state.set(new ResultState.Ready(run, ready.model(), ready.card()));
            return;
        }
        state.set(new ResultState.Opening());
        opening.submit(() -> opened(run), state::set, failure -> {
            if (!(failure instanceof ProblemException problem)) {
                throw new IllegalStateException(failure);
            }
            state.set(new ResultState.Failed(problem));
        });
    }

    private ResultState opened(TrainingRun run) throws ProblemException, IOException {
        ModelBundle model = runs.model(run.id());
        return new ResultState.Ready(run, model, Files.readString(model.folder().resolve(BundleFiles.CARD)));
    }

    /**
     * Saves the model among the user's models.
     *
     * @param name its id
     * @param title for people; empty for the usual one
     * @param notes for the model card; may be empty
     * @param saved hears of the saved model, on the window's thread
     * @param refused hears why it was not saved
     */
    public void save(
            String name, String title, String notes, Consumer<ModelBundle> saved, Consumer<ProblemException> refused) {
        if (!(state.get() instanceof ResultState.Ready ready)) {
            return;
        }
        background.execute(() -> {
            try {
                ModelBundle model = runs.saveModel(ready.run().id(), name, title, notes);
                window.execute(() -> saved.accept(model));
            } catch (ProblemException e) {
                window.execute(() -> refused.accept(e));
            }
        });
    }
}
