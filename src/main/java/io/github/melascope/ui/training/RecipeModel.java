package io.github.melascope.ui.training;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.AugmentationPreview;
import io.github.melascope.app.Recipe;
import io.github.melascope.app.RecipeCheck;
import io.github.melascope.app.TrainingEstimate;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.app.WeightsShelf;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Split;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The third step: how the model is trained. */
public final class RecipeModel {
    private static final int VIEWS = 8;

    private final ObjectProperty<Recipe> recipe;
    private final ReadOnlyObjectWrapper<Expected> quickTime = new ReadOnlyObjectWrapper<>(new Expected.Unknown());
    private final ReadOnlyObjectWrapper<Expected> fullTime = new ReadOnlyObjectWrapper<>(new Expected.Unknown());
    private final ReadOnlyObjectWrapper<Optional<ProblemException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RgbImage>> views = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Path>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final AppContext context;
    private final TrainingRuns runs;
    private final ExamModel exam;
    private final Executor window;
    private final Latest checking;
    private final Latest drawing;
    private final Latest measuring;
    private CancelToken cancel = new CancelToken();
    private boolean seen;

    RecipeModel(AppContext context, TrainingRuns runs, ExamModel exam, Executor background, Executor window) {
        this.context = context;
        this.runs = runs;
        this.exam = exam;
        this.window = window;
        this.checking = new Latest(background, window);
        this.drawing = new Latest(context.interactive(), window);
        this.measuring = new Latest(context.datasets(), window);
        this.recipe = new SimpleObjectProperty<>(Recipe.usual(
                true, exam.taskProperty().get(), exam.seedProperty().get()));
        exam.stateProperty().addListener((property, was, is) -> follow());
        recipe.addListener((property, was, is) -> changed(was, is));
    }

    public ObjectProperty<Recipe> recipeProperty() {
        return recipe;
    }

    public ReadOnlyObjectProperty<Expected> timeProperty(boolean quick) {
        return (quick ? quickTime : fullTime).getReadOnlyProperty();
    }

    /** What would stop the training, such as start weights that have seen the exam. */
    public ReadOnlyObjectProperty<Optional<ProblemException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Eight views of one training image as the augmentation draws them. */
    public ReadOnlyObjectProperty<List<RgbImage>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /** Weights that the user keeps beside the models. */
    public ReadOnlyObjectProperty<List<Path>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Recipe> change) {
        recipe.set(change.apply(recipe.get()));
    }

    /** The usual recipe of the other kind; what to start from and the device stay. */
    public void choose(boolean quick) {
        Recipe now = recipe.get();
        if (quick != now.quick()) {
            Recipe usual = Recipe.usual(quick, now.task(), now.seed());
            recipe.set(usual.withInit(now.init()).withDevice(now.device()));
        }
    }

    /** The step is shown: what it shows is made now. */
    public void shown() {
        seen = true;
        look();
        check();
        draw();
        measure();
    }

    /** Lists the weights that are kept. */
    void look() {
        context.interactive().execute(() -> {
            try {
                List<Path> files = new WeightsShelf(context).list();
                window.execute(() -> kept.set(files));
            } catch (ProblemException e) { // then there are none to choose from
                window.execute(() -> kept.set(List.of()));
            }
        });
    }

    /** The step is left: nothing is measured that nobody sees. */
    public void hidden() {
        seen = false;
        cancel.cancel();
        measuring.forget();
        forget(quickTime);
        forget(fullTime);
    }

    private static void forget(ObjectProperty<Expected> time) {
        if (!(time.get() instanceof Expected.Known)) {
            time.set(new Expected.Unknown());
        }
    }

    private void follow() {
        Recipe now = recipe.get();
        long seed = exam.seedProperty().get();
        if (now.task() != exam.taskProperty().get() || now.seed() != seed) {
            recipe.set(now.withQuestion(exam.taskProperty().get(), seed));
        }
        quickTime.set(new Expected.Unknown());
        fullTime.set(new Expected.Unknown());
        if (seen) {
            shown();
        }
    }

    private void changed(Recipe was, Recipe is) {
        if (!seen) {
            return;
        }
        check();
        if (was.strength() != is.strength() || was.seed() != is.seed()) {
            draw();
        }
        boolean other = !was.init().equals(is.init()) || !was.device().equals(is.device());
        if (other || (!was.equals(is) && was.quick() == is.quick())) {
            time(is.quick()).set(new Expected.Unknown());
        }
        if (other) {
            time(!is.quick()).set(new Expected.Unknown());
        }
        measure();
    }

    private ReadOnlyObjectWrapper<Expected> time(boolean quick) {
        return quick ? quickTime : fullTime;
    }

    private Optional<Split> split() {
        return exam.stateProperty().get() instanceof ExamState.Drawn drawn
                ? Optional.of(drawn.split())
                : Optional.empty();
    }

    private void check() {
        Recipe now = recipe.get();
        problem.set(Optional.empty());
        split().ifPresent(split -> checking.submit(
                () -> RecipeCheck.run(context, split, now), name -> problem.set(Optional.empty()), failure -> {
                    if (failure instanceof ProblemException why) {
                        problem.set(Optional.of(why));
                    }
                }));
    }

    private void draw() {
        Recipe now = recipe.get();
        Optional<Path> image =
                split().map(split -> split.part(Part.TRAIN).get(0).file());
        image.ifPresent(file -> drawing.submit(
                () -> AugmentationPreview.of(file, now.strength(), now.seed(), VIEWS),
                views::set,
                failure -> views.set(List.of())));
    }

    /** The chosen kind first, then the other. */
    private void measure() {
        Optional<Split> split = split();
        cancel.cancel();
        cancel = new CancelToken();
        measuring.forget();
        if (split.isEmpty() || recipe.get().fault().isPresent()) {
            return;
        }
        boolean first = recipe.get().quick();
        if (runs.busy()) {
            List.of(quickTime, fullTime).stream()
                    .filter(time -> !(time.get() instanceof Expected.Known))
                    .forEach(time -> time.set(new Expected.Busy()));
            return;
        }
        if (!(time(first).get() instanceof Expected.Known)) {
            measure(first, split.get());
        } else if (!(time(!first).get() instanceof Expected.Known)) {
            measure(!first, split.get());
        }
    }

    private void measure(boolean quick, Split split) {
        Recipe now = recipe.get();
        Recipe asked = now.quick() == quick
                ? now
                : Recipe.usual(quick, now.task(), now.seed())
                        .withInit(now.init())
                        .withDevice(now.device());
        CancelToken mine = cancel;
        time(quick).set(new Expected.Measuring());
        measuring.submit(
                () -> TrainingEstimate.measure(context, split, asked, mine),
                estimate -> {
                    time(quick).set(new Expected.Known(estimate.seconds()));
                    measure();
                },
                failure -> {
                    if (failure instanceof ProblemException why) {
                        time(quick).set(new Expected.Failed(why));
                    } else if (!(failure instanceof CancellationException)) {
                        throw new IllegalStateException(failure);
                    }
                });
    }

    /**
     * Starts from a file, when it can be started from.
     *
     * @param refused hears why not
     */
    public void startFrom(Path file, java.util.function.Consumer<ProblemException> refused) {
        context.datasets().execute(() -> {
            try {
                RecipeCheck.weights(file);
                window.execute(
                        () -> change(r -> r.withInit(file.toAbsolutePath().toString())));
            } catch (ProblemException e) {
                window.execute(() -> refused.accept(e));
            }
        });
    }

    /** A file has come onto the shelf: it is what to start from. */
    void downloaded(Path file) {
        look();
        change(r -> r.withInit(file.toAbsolutePath().toString()));
    }

    /** What the recipe starts from. */
    public StartChoice start() {
        String init = recipe.get().init();
        return init.isEmpty()
                ? StartChoice.SHIPPED
                : init.equals(Recipe.NO_WEIGHTS) ? StartChoice.NONE : StartChoice.FILE;
    }

    void close() {
        hidden();
    }
}
