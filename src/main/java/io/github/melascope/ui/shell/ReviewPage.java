package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.app.SampleImages;
import io.github.melascope.app.SeriesReport;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.cases.OwnReading;
import io.github.melascope.ui.cases.OwnReadingForm;
import io.github.melascope.ui.export.Exporter;
import io.github.melascope.ui.image.ImageViewer;
import io.github.melascope.ui.image.ScaleForm;
import io.github.melascope.ui.review.ExamFiguresPane;
import io.github.melascope.ui.review.Exports;
import io.github.melascope.ui.review.ModelState;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewModel;
import io.github.melascope.ui.review.ReviewView;
import io.github.melascope.ui.review.SimilarPictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;

/** The review in the window. */
final class ReviewPage implements Page {
    private final Frame frame;
    private final Shell shell;
    private final ReviewModel model;
    private final ImageViewer viewer;
    private final Exports exports;
    private final SimilarPictures pictures;
    private final ReviewView view;

    ReviewPage(Frame frame, ReviewDesk desk, Exporter exporter, Shell shell) {
        this.frame = frame;
        this.shell = shell;
        AppContext context = frame.context();
        this.model = new ReviewModel(desk, context.interactive(), context.lists(), frame.window());
        this.viewer = new ImageViewer(frame.words(), context.interactive(), frame.window());
        this.exports = new Exports(
                frame.words(),
                model,
                new SeriesReport(desk, frame.words()),
                exporter,
                frame.files(),
                context.lists(),
                frame.window(),
                shell::say,
                frame.dialogs()::problem);
        OwnReadingForm ownForm = new OwnReadingForm(frame.words(), this::committed);
        this.pictures = new SimilarPictures(context.workers(), frame.window());
        this.view = new ReviewView(
                frame.words(), model, viewer, exports, pictures, new Wishes(), this::wantSensitivity, ownForm);
        model.readingProperty().subscribe(reading -> {
            if (reading instanceof Reading.Covered) {
                ownForm.reset();
            }
            scale();
        });
        model.modelProperty()
                .subscribe(state -> view.sensitivity(frame.settings().get().sensitivity()));
        viewer.onScaleWanted(this::askForScale);
        Settings settings = frame.settings().get();
        viewer.lookProperty().set(settings.heat());
        viewer.lookProperty().subscribe(look -> frame.settings().change(s -> s.withHeat(look)));
        view.similarOfEachProperty().set(settings.similarOfEach());
        view.similarOfEachProperty().subscribe(each -> frame.settings().change(s -> s.withSimilarOfEach(each)));
        model.useModel(settings.model(), settings.sensitivity());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public boolean open(List<Path> paths) {
        model.open(paths);
        return true;
    }

    @Override
    public void close() {
        model.listReading().cancel();
    }

    ReviewModel model() {
        return model;
    }

    Exports exports() {
        return exports;
    }

    /** Goes to another image of the list: 1 for the next, −1 for the one before. */
    void step(int by) {
        view.step(by);
    }

    void copyView() {
        Clips.copy(viewer.pane().snapshot(1));
    }

    /** Draws the sample pictures, unless they are there, and opens them. */
    void openSamples() {
        frame.context().lists().execute(() -> {
            try {
                List<Path> samples = SampleImages.in(frame.context().cache().resolve("samples"));
                frame.window().execute(() -> shell.open(samples));
            } catch (ProblemException e) {
                frame.window().execute(() -> frame.dialogs().problem(e));
            }
        });
    }

    void saveCase() {
        if (model.readingProperty().get() instanceof Reading.Ready ready) {
            shell.cases().save(ready);
        } else {
            shell.say(frame.words().of("savecase.nothing"));
        }
    }

    /** The settings have changed. */
    void follow(Settings settings) {
        model.cover(settings.ownReadingFirst());
        viewer.lookProperty().set(settings.heat());
        view.similarOfEachProperty().set(settings.similarOfEach());
        pictures.folder(settings.dataset());
        scale();
        String wanted = settings.model().isEmpty() ? AppContext.USUAL_MODEL : settings.model();
        if (model.modelProperty().get() instanceof ModelState.InUse inUse
                && !inUse.bundle().spec().id().equals(wanted)) {
            model.useModel(settings.model(), settings.sensitivity());
        }
    }

    /** The user has said what they see: now they may see the answer. */
    private void committed(OwnReading own) {
        if (model.readingProperty().get() instanceof Reading.Covered covered) {
            shell.cases().keep(covered.item().path(), own);
            model.reveal(covered.item());
        }
    }

    /** The image that is looked at, answered or covered. */
    private Optional<RgbImage> image() {
        Reading reading = model.readingProperty().get();
        if (reading instanceof Reading.Ready ready) {
            return Optional.of(ready.review().image());
        }
        return reading instanceof Reading.Covered covered
                ? Optional.of(covered.review().image())
                : Optional.empty();
    }

    private OptionalDouble scaleOf(RgbImage image) {
        return frame.settings().get().scale(image.width(), image.height());
    }

    private void scale() {
        viewer.micrometresPerPixelProperty().set(image().map(this::scaleOf).orElse(OptionalDouble.empty()));
    }

    private void askForScale() {
        image().ifPresent(image -> ScaleForm.ask(
                frame.words(),
                frame.dialogs(),
                image,
                viewer.measured(),
                scaleOf(image),
                scale -> frame.settings().change(s -> s.withScale(image.width(), image.height(), scale))));
    }

    private void wantSensitivity(double sensitivity) {
        frame.settings().change(s -> s.withSensitivity(sensitivity));
        model.wantSensitivity(sensitivity);
    }

    /** What the view asks of the window. */
    private final class Wishes implements ReviewView.Wishes {
        @Override
        public void openFiles() {
            shell.openFiles();
        }

        @Override
        public void openFolder() {
            shell.openFolder();
        }

        @Override
        public void openSamples() {
            ReviewPage.this.openSamples();
        }

        @Override
        public void saveCase() {
            ReviewPage.this.saveCase();
        }

        @Override
        public void showSimilar(SimilarCase one, Path file) {
            new SimilarDialog(frame).show(one, file);
        }

        @Override
        public void chooseDataset() {
            shell.go(Feature.SETTINGS);
        }

        @Override
        public void showExam() {
            if (model.modelProperty().get() instanceof ModelState.InUse inUse) {
                frame.dialogs()
                        .show(
                                frame.words().of("exam.title"),
                                new ExamFiguresPane(
                                        frame.words(), inUse.bundle().metrics()));
            }
        }
    }
}
