package io.github.melascope.ui.training;

import io.github.melascope.app.TrainableSplit;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.SplitPreview;
import io.github.melascope.lesion.Task;
import io.github.melascope.ui.fx.Latest;
import java.util.concurrent.Executor;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The second step: what is asked, and on which images the model will be examined. */
public final class ExamModel {
    /** The shipped model's, so that its split is made again where the dataset is the same. */
    static final long USUAL_SEED = 7;

    private final ObjectProperty<Task> task = new SimpleObjectProperty<>(Task.DIAGNOSIS);
    private final LongProperty seed = new SimpleLongProperty(USUAL_SEED);
    private final ReadOnlyBooleanWrapper diagnoses = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<ExamState> state = new ReadOnlyObjectWrapper<>(new ExamState.Waiting());
    private final Latest drawing;
    private @org.jspecify.annotations.Nullable InspectedDataset dataset;

    ExamModel(DataModel data, Executor background, Executor window) {
        this.drawing = new Latest(background, window);
        data.stateProperty().subscribe(this::follow);
        task.addListener((property, was, is) -> draw());
        seed.addListener((property, was, is) -> draw());
    }

    public ObjectProperty<Task> taskProperty() {
        return task;
    }

    /** Of split and training. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** Whether each image has one of the seven diagnoses; else only melanoma can be asked. */
    public ReadOnlyBooleanProperty diagnosesProperty() {
        return diagnoses.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ExamState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void follow(DataState now) {
        dataset = now instanceof DataState.Ready ready ? ready.dataset() : null;
        if (dataset != null) {
            diagnoses.set(dataset.readable().hasDiagnoses());
            if (!diagnoses.get()) {
                task.set(Task.MELANOMA);
            }
        }
        draw();
    }

    private void draw() {
        state.set(new ExamState.Waiting());
        InspectedDataset mine = dataset;
        if (mine == null) {
            drawing.forget();
            return;
        }
        long drawn = seed.get();
        drawing.submit(() -> drawn(mine, drawn), state::set, failure -> {
            if (!(failure instanceof ProblemException problem)) {
                throw new IllegalStateException(failure);
            }
            state.set(new ExamState.Refused(problem));
        });
    }

    private static ExamState drawn(InspectedDataset dataset, long seed) throws ProblemException {
        Split split = dataset.split(seed);
        TrainableSplit.check(split);
        return new ExamState.Drawn(
                split, SplitPreview.of(split), dataset.report().merges().size());
    }
}
