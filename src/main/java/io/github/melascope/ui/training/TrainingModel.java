package io.github.melascope.ui.training;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Recipe;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.app.WeightsDownload;
import io.github.melascope.app.WeightsShelf;
import io.github.melascope.base.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The wizard: its steps, and which of them can be gone to. */
public final class TrainingModel {
    private final ReadOnlyObjectWrapper<WizardStep> step = new ReadOnlyObjectWrapper<>(WizardStep.DATA);
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final AppContext context;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final TrainingRuns runs;
    private final DataModel data;
    private final ExamModel exam;
    private final RecipeModel recipe;
    private final DownloadModel download;
    private final RunsModel list;
    private final ResultModel result;
    /** The run whose result is shown as soon as it is there: the one just begun, while its user only watches it. */
    private String awaited = "";

    /**
     * @param runs stay the caller's to close
     * @param window the window's thread
     * @param problems hears what could not be done
     */
    public TrainingModel(AppContext context, TrainingRuns runs, Executor window, Consumer<ProblemException> problems) {
        this.context = context;
        this.runs = runs;
        this.window = window;
        this.problems = problems;
        this.data = new DataModel(context.datasets(), context.interactive(), window);
        this.exam = new ExamModel(data, context.datasets(), window);
        this.recipe = new RecipeModel(context, runs, exam, context.interactive(), window);
        this.download =
                new DownloadModel(new WeightsDownload(new WeightsShelf(context))::run, context.downloads(), window);
        this.list = new RunsModel(runs, context.datasets(), window, problems);
        this.result = new ResultModel(context, runs, list, window);
        result.stateProperty().subscribe(this::showAwaited);
        if (list.unfinished()) {
            step.set(WizardStep.RUN);
        }
    }

    public ReadOnlyObjectProperty<WizardStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether a training is just being queued. */
    public ReadOnlyBooleanProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }

    public DataModel data() {
        return data;
    }

    public ExamModel exam() {
        return exam;
    }

    public RecipeModel recipe() {
        return recipe;
    }

    /** Weights to start from that lie elsewhere. */
    public DownloadModel download() {
        return download;
    }

    public RunsModel list() {
        return list;
    }

    public ResultModel result() {
        return result;
    }

    /** Whether a step has what it needs. */
    public boolean can(WizardStep wanted) {
        return switch (wanted) {
            case DATA -> true;
            case EXAM -> data.stateProperty().get() instanceof DataState.Ready;
            case RECIPE -> exam.stateProperty().get() instanceof ExamState.Drawn;
            case RUN -> !list.items().isEmpty();
            case RESULT -> !(result.stateProperty().get() instanceof ResultState.None);
        };
    }

    public void go(WizardStep wanted) {
        if (!can(wanted) || wanted == step.get()) {
            return;
        }
        awaited = "";
        if (step.get() == WizardStep.RECIPE) {
            recipe.hidden();
        }
        step.set(wanted);
        if (wanted == WizardStep.RECIPE) {
            recipe.shown();
        }
    }

    /** The wizard is about to be seen again: weights may have been kept meanwhile. */
    public void shown() {
        if (step.get() == WizardStep.RECIPE) {
            recipe.look();
        }
    }

    private void showAwaited(ResultState state) {
        if (state instanceof ResultState.Ready ready && ready.run().id().equals(awaited)) {
            go(WizardStep.RESULT);
        }
    }

    /** Takes a dropped folder, or the folder of a dropped table or image; false for what is neither. */
    public boolean open(List<Path> paths) {
        if (paths.isEmpty()) {
            return false;
        }
        Path first = paths.get(0).toAbsolutePath();
        Path folder = Files.isDirectory(first) ? first : first.getParent();
        if (folder == null) {
            return false;
        }
        go(WizardStep.DATA);
        data.open(folder);
        return true;
    }

    /** Whether a training can be begun with what was chosen. */
    public boolean canStart() {
        return can(WizardStep.RECIPE)
                && recipe.problemProperty().get().isEmpty()
                && recipe.recipeProperty().get().fault().isEmpty()
                && !starting.get();
    }

    /** Queues the training and shows it. */
    public void start() {
        if (!canStart() || !(data.stateProperty().get() instanceof DataState.Ready ready)) {
            return;
        }
        starting.set(true);
        recipe.hidden();
        Map<String, String> excluded = data.excludedProperty().get();
        Recipe wanted = recipe.recipeProperty().get();
        context.interactive().execute(() -> {
            try {
                TrainingRun run = runs.start(ready.dataset(), excluded, wanted);
                window.execute(() -> {
                    starting.set(false);
                    list.look(run);
                    go(WizardStep.RUN);
                    awaited = run.id();
                });
            } catch (ProblemException e) {
                window.execute(() -> {
                    starting.set(false);
                    problems.accept(e);
                });
            }
        });
    }

    /** Stops what need not go on; a training stops at its next batch, with a checkpoint. */
    public void close() {
        data.stop();
        download.stop();
        recipe.close();
        runs.close();
    }
}
