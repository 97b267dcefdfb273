package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ExamAnswers;
import io.github.melascope.app.Examination;
import io.github.melascope.app.ImageMark;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Part;
import io.github.melascope.metrics.Case;
import io.github.melascope.model.BundleStore;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the dashboard shows, without the window. Everything is called, and heard of, on the window's thread. */
public final class DashboardModel {
    private final Answering answering;
    private final Supplier<Optional<Path>> usualImages;
    private final Latest loads;
    private final Latest lists;
    private final Latest folders;
    private final Executor window;
    private final Consumer<ProblemException> problems;
    private final Clock clock;
    private final Intervals intervals;
    private final Comparing comparing;
    private final Marks marks;
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> modelId = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(new Source.Kept(Part.TEST));
    private final ReadOnlyObjectWrapper<DashboardState> state =
            new ReadOnlyObjectWrapper<>(new DashboardState.Nothing());
    private final DoubleProperty threshold = new SimpleDoubleProperty(0.5);
    private final DoubleProperty prevalence = new SimpleDoubleProperty(0.1);
    private final ReadOnlyObjectWrapper<@Nullable Points> points = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Gallery>> gallery = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Map<String, Path>> images = new SimpleObjectProperty<>(Map.of());
    private CancelToken loading = new CancelToken();

    /**
     * @param context models, and the executors that work beside
     * @param marks file of the marked images
     * @param usualImages a folder where a model's own images may lie
     * @param window the window's thread
     * @param problems hears what did not work
     */
    public DashboardModel(
            AppContext context,
            Path marks,
            Supplier<Optional<Path>> usualImages,
            Executor window,
            Clock clock,
            Consumer<ProblemException> problems) {
        this(
                new Answering(context, context.cache().resolve("answers")),
                context.exams(),
                context.figures(),
                marks,
                usualImages,
                window,
                clock,
                problems);
    }

    DashboardModel(
            Answering answering,
            Executor exams,
            Executor figures,
            Path marks,
            Supplier<Optional<Path>> usualImages,
            Executor window,
            Clock clock,
            Consumer<ProblemException> problems) {
        this.usualImages = usualImages;
        this.answering = answering;
        this.window = window;
        this.clock = clock;
        this.problems = problems;
        this.loads = new Latest(exams, window);
        this.lists = new Latest(figures, window);
        this.folders = new Latest(figures, window);
        this.intervals = new Intervals(figures, window);
        this.comparing = new Comparing(answering, exams, figures, window);
        this.marks = new Marks(marks, figures, window, problems);
        threshold.addListener((property, was, is) -> moved());
        prevalence.addListener((property, was, is) -> moved());
    }

    /** Ids of the models that can be looked at. */
    public ObservableList<String> models() {
        return models;
    }

    /** Id of the model that is judged; empty before one is. */
    public ReadOnlyObjectProperty<String> modelIdProperty() {
        return modelId.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DashboardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Melanoma probability from which on melanoma is called, 0 … 1. */
    DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** How frequent melanoma is where the predictive values are to hold, 0 … 1. */
    DoubleProperty prevalenceProperty() {
        return prevalence;
    }

    /** What moves with threshold and prevalence; null while nothing is shown. */
    ReadOnlyObjectProperty<@Nullable Points> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    Intervals intervals() {
        return intervals;
    }

    Comparing comparing() {
        return comparing;
    }

    /** The images that were opened. */
    ReadOnlyObjectProperty<Optional<Gallery>> galleryProperty() {
        return gallery.getReadOnlyProperty();
    }

    /** Where images lie, by id. */
    ReadOnlyObjectProperty<Map<String, Path>> imagesProperty() {
        return images;
    }

    Marks marks() {
        return marks;
    }

    Optional<Exhibit> exhibit() {
        return state.get() instanceof DashboardState.Shown shown ? Optional.of(shown.exhibit()) : Optional.empty();
    }

    /** Lists the models anew, and reads the marks. */
    public void refresh() {
        marks.need();
        lists.submit(
                answering::models,
                found -> models.setAll(found.stream()
                        .filter(entry -> entry.problem().isEmpty())
                        .map(BundleStore.Entry::id)
                        .toList()),
                this::told);
    }

    /** Shows how a model did in its own exam. */
    public void open(String id) {
        show(id, new Source.Kept(Part.TEST));
    }

    /**
     * Judges the model on the images of a folder, none of which it may have learnt from.
     *
     * @return false when no model was chosen yet
     */
    public boolean judge(Path folder) {
        if (modelId.get().isEmpty()) {
            return false;
        }
        show(modelId.get(), new Source.Folder(folder, Examination.Scope.ALL));
        return true;
    }

    void use(Source wanted) {
        show(modelId.get(), wanted);
    }

    private void show(String id, Source wanted) {
        loading.cancel();
        CancelToken token = new CancelToken();
        loading = token;
        Map<String, Path> before = images.get();
        Optional<Path> folder = usualImages.get();
        intervals.begin();
        comparing.end();
        modelId.set(id);
        source.set(wanted);
        points.set(null);
        gallery.set(Optional.empty());
        state.set(new DashboardState.Loading("", 0, 0));
        loads.submit(
                () -> answering
                        .answers(id, wanted, (stage, done, total) -> progress(token, stage, done, total), token)
                        .map(answers -> new Exhibit(withFiles(answers, before, folder))),
                found -> found.ifPresentOrElse(this::shown, () -> state.set(new DashboardState.NoAnswers(id))),
                e -> failed(e, wanted));
    }

    /** Images that were found before are often this exam's, too; else the usual folder may have them. */
    private static ExamAnswers withFiles(ExamAnswers answers, Map<String, Path> before, Optional<Path> folder) {
        if (!answers.files().isEmpty()) {
            return answers;
        }
        if (answers.cases().stream().anyMatch(one -> before.containsKey(one.id())) || folder.isEmpty()) {
            return answers.withFiles(before);
        }
        try {
            return answers.withFiles(Examination.files(folder.get(), answers.cases()));
        } catch (ProblemException e) {
            return answers; // the gallery says that they are missing, and how to find them
        }
    }

    private void progress(CancelToken token, String stage, long done, long total) {
        window.execute(() -> {
            if (!token.isCancelled() && state.get() instanceof DashboardState.Loading) {
                state.set(new DashboardState.Loading(stage, done, total));
            }
        });
    }

    void shown(Exhibit exhibit) {
        images.set(exhibit.answers().files());
        state.set(new DashboardState.Shown(exhibit));
        threshold.set(exhibit.answers().spec().thresholds().melanoma().value());
        prevalence.set((double) exhibit.melanomas() / exhibit.images());
        moved();
        intervals.standing(exhibit);
    }

    private void failed(Exception e, Source wanted) {
        Optional<Path> folder = wanted instanceof Source.Folder there ? Optional.of(there.folder()) : Optional.empty();
        if (e instanceof ProblemException problem) {
            state.set(new DashboardState.Failed(problem, folder));
        } else if (e instanceof CancellationException) {
            state.set(new DashboardState.Stopped());
        } else {
            throw new IllegalStateException(e);
        }
    }

    private void told(Exception e) {
        if (e instanceof ProblemException problem) {
            problems.accept(problem);
        } else {
            throw new IllegalStateException(e);
        }
    }

    /** Stops what is being asked of the model. */
    void stop() {
        loading.cancel();
        comparing.end();
    }

    private void moved() {
        exhibit().ifPresent(exhibit -> {
            Points now = Points.of(exhibit, threshold.get(), prevalence.get());
            points.set(now);
            gallery.get().ifPresent(open -> {
                if (open.threshold() != now.threshold()) {
                    select(open.selection());
                }
            });
            intervals.moved(exhibit, now);
            comparing.moved(exhibit, now.threshold());
        });
    }

    /** Back to the model's own threshold. */
    void usualThreshold() {
        exhibit()
                .ifPresent(exhibit -> threshold.set(
                        exhibit.answers().spec().thresholds().melanoma().value()));
    }

    /** Opens the images of a mark, worst first. */
    void select(Selection selection) {
        exhibit()
                .ifPresent(exhibit -> gallery.set(Optional.of(
                        new Gallery(selection, threshold.get(), exhibit.images(selection, threshold.get())))));
    }

    void closeGallery() {
        gallery.set(Optional.empty());
    }

    /** Looks for the images in a dataset's folder. */
    void findImages(Path folder) {
        exhibit()
                .ifPresent(exhibit -> folders.submit(
                        () -> Examination.files(folder, exhibit.answers().cases()), images::set, this::told));
    }

    /** Compares with another model on the same images; empty for no longer. */
    void compareWith(Optional<String> other) {
        exhibit().ifPresent(exhibit -> comparing.with(other, exhibit, source.get(), threshold.get()));
    }

    /** Marks an image, changes its mark, or takes it away. */
    void mark(Case one, Optional<ImageMark.Kind> kind, String note) {
        exhibit()
                .ifPresent(exhibit ->
                        marks.set(exhibit.answers().name(), modelId.get(), one, kind, note, LocalDate.now(clock)));
    }

    Optional<ImageMark> markOf(Case one) {
        return exhibit().flatMap(exhibit -> marks.of(exhibit.answers().name(), one));
    }

    /** Ends all work; the model is not used after this. */
    public void close() {
        stop();
        loads.forget();
        intervals.forget();
    }
}
