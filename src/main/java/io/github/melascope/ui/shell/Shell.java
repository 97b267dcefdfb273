package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.app.SampleImages;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.model.BundleStore;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.cases.CaseEntry;
import io.github.melascope.ui.cases.CasesModel;
import io.github.melascope.ui.cases.CasesView;
import io.github.melascope.ui.cases.LibraryState;
import io.github.melascope.ui.cases.OwnReading;
import io.github.melascope.ui.cases.OwnReadingForm;
import io.github.melascope.ui.cases.SaveCaseDialog;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.image.ImageViewer;
import io.github.melascope.ui.review.ExamFiguresPane;
import io.github.melascope.ui.review.Exports;
import io.github.melascope.ui.review.ModelState;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewModel;
import io.github.melascope.ui.review.ReviewView;
import io.github.melascope.ui.settings.SettingsModel;
import io.github.melascope.ui.settings.SettingsView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The window's content: makes the features, and carries what one asks of another. */
public final class Shell {
    private static final int CASES = 1;

    private final AppContext context;
    private final Words words;
    private final Executor window;
    private final SettingsModel settings;
    private final ReviewModel review;
    private final StackPane stage = new StackPane();
    private final Scene scene;
    private final Navigation navigation = new Navigation(this::show);
    private final StatusLine status;
    private final ReviewView reviewView;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Exports exports;
    private final ImageViewer viewer;
    private final CasesModel cases;
    private final CasesView casesView;
    private final SettingsView settingsView;
    private final OwnReadingForm ownForm;
    private final Map<Path, OwnReading> ownReadings = new HashMap<>();

    /**
     * @param window the window's thread
     * @param around makes what needs the window itself
     */
    public Shell(
            AppContext context,
            ReviewDesk desk,
            Words words,
            Executor window,
            SettingsModel settings,
            Surroundings around) {
        this.context = context;
        this.words = words;
        this.window = window;
        this.settings = settings;
        this.review = new ReviewModel(desk, context.interactive(), context.lists(), window);
        this.status = new StatusLine(words, review.modelProperty(), context.threads());
        this.viewer = new ImageViewer(words, context.interactive(), window);
        BorderPane root = new BorderPane();
        this.scene = new Scene(root, 1280, 800);
        this.dialogs = around.dialogs(scene);
        this.files = around.files(scene);
        this.exports = new Exports(words, review, files, context.lists(), window, status::say, dialogs::problem);
        this.ownForm = new OwnReadingForm(words, this::committed);
        this.reviewView = new ReviewView(words, review, viewer, exports, new Wishes(), this::wantSensitivity, ownForm);
        this.cases = new CasesModel(context.library(), window, Clock.system(ZoneId.systemDefault()), dialogs::problem);
        this.casesView = new CasesView(words, cases, dialogs, files, context.interactive(), window, new CasesWishes());
        this.settingsView = new SettingsView(words, settings, AppContext.USUAL_MODEL);
        root.setLeft(navigation);
        root.setCenter(stage);
        root.setBottom(status);
        features();
        shortcuts().install(scene);
        new DropTarget(words, scene, stage, this::open).install();
        settings.settingsProperty().subscribe(this::dress);
        scene.widthProperty()
                .subscribe(width -> navigation.fit(
                        width.doubleValue(), Look.textSize(settings.get().textPercent())));
        review.readingProperty().subscribe(reading -> {
            if (reading instanceof Reading.Covered) {
                ownForm.reset();
            }
        });
        review.modelProperty()
                .subscribe(state -> reviewView.sensitivity(settings.get().sensitivity()));
        review.useModel(settings.get().model(), settings.get().sensitivity());
        offerModels();
    }

    /** What needs the window itself; tests bring their own. */
    public interface Surroundings {
        Dialogs dialogs(Scene scene);

        FileChoice files(Scene scene);
    }

    private void features() {
        navigation.feature("review", words.of("nav.review"), Feather.EYE, reviewView);
        navigation.feature("cases", words.of("nav.cases"), Feather.FOLDER, casesView);
        navigation.feature("settings", words.of("nav.settings"), Feather.SETTINGS, settingsView);
        navigation.foot("help", words.of("nav.help"), Feather.COMMAND, this::showShortcuts);
        navigation.show(0);
    }

    /** Listing checks every file of every model: not for the window's thread. */
    private void offerModels() {
        context.lists().execute(() -> {
            try {
                List<String> usable = context.models().list().stream()
                        .filter(entry -> entry.problem().isEmpty())
                        .map(BundleStore.Entry::id)
                        .toList();
                window.execute(() -> settingsView.offer(usable));
            } catch (ProblemException e) {
                window.execute(() -> status.say(String.valueOf(e.getMessage())));
            }
        });
    }

    private Shortcuts shortcuts() {
        return new Shortcuts()
                .with("shortcuts.open", "Shortcut+O", this::openFiles)
                .with("shortcuts.folder", "Shortcut+Shift+O", this::openFolder)
                .with("shortcuts.paste", "Shortcut+V", this::paste)
                .with("shortcuts.copy", "Shortcut+Shift+C", this::copyView)
                .with("shortcuts.pdf", "Shortcut+E", exports::pdf)
                .with("shortcuts.save-case", "Shortcut+S", this::saveCase)
                .with("shortcuts.search", "Shortcut+F", this::searchCases)
                .with("shortcuts.next", "Alt+Down", () -> reviewView.step(1))
                .with("shortcuts.previous", "Alt+Up", () -> reviewView.step(-1))
                .with("shortcuts.review", "Shortcut+1", () -> navigation.show(0))
                .with("shortcuts.cases", "Shortcut+2", () -> navigation.show(CASES))
                .with("shortcuts.settings", "Shortcut+3", () -> navigation.show(2))
                .with("shortcuts.help", "F1", this::showShortcuts);
    }

    private void showShortcuts() {
        dialogs.show(words.of("shortcuts.title"), shortcuts().sheet(words));
    }

    private void show(Node view) {
        if (view == casesView) {
            needCases();
        }
        stage.getChildren().setAll(view);
    }

    /** The library is opened, or made, when it is first asked for. */
    private void needCases() {
        if (cases.stateProperty().get() instanceof LibraryState.Closed) {
            String chosen = settings.get().library();
            cases.open(
                    chosen.isEmpty()
                            ? Path.of(System.getProperty("user.home"), ".melascope", "library")
                            : Path.of(chosen));
        }
    }

    private void searchCases() {
        navigation.show(CASES);
        casesView.focusSearch();
    }

    /** The user has said what they see: now they may see the answer. */
    private void committed(OwnReading own) {
        if (review.readingProperty().get() instanceof Reading.Covered covered) {
            Path file = covered.item().path();
            ownReadings.put(file, own);
            needCases();
            if (!(cases.stateProperty().get() instanceof LibraryState.Failed)) {
                cases.addOwnReading(file, own);
            }
            review.reveal(covered.item());
        }
    }

    private void saveCase() {
        if (!(review.readingProperty().get() instanceof Reading.Ready ready)) {
            status.say(words.of("savecase.nothing"));
            return;
        }
        needCases();
        if (cases.stateProperty().get() instanceof LibraryState.Failed) {
            navigation.show(CASES);
            return;
        }
        CaseEntry entry = new CaseEntry(
                ready.item().path(),
                ready.review().image().width(),
                ready.review().image().height(),
                ready.review().prediction(),
                Optional.ofNullable(ownReadings.get(ready.item().path())));
        new SaveCaseDialog(words, cases, dialogs, status::say).ask(entry, LocalDate.now(ZoneId.systemDefault()));
    }

    private void dress(Settings now) {
        Look.theme(now.theme());
        Look.dress(scene, now.textPercent());
        navigation.fit(scene.getWidth(), Look.textSize(now.textPercent()));
        review.cover(now.ownReadingFirst());
        boolean asked = review.modelProperty().get() instanceof ModelState.InUse inUse
                && !inUse.bundle().spec().id().equals(now.model().isEmpty() ? AppContext.USUAL_MODEL : now.model());
        if (asked) {
            review.useModel(now.model(), now.sensitivity());
        }
    }

    private void wantSensitivity(double sensitivity) {
        settings.change(s -> s.withSensitivity(sensitivity));
        review.wantSensitivity(sensitivity);
    }

    /** Opens files and folders in the review. */
    public void open(List<Path> paths) {
        if (!paths.isEmpty()) {
            navigation.show(0);
            review.open(paths);
        }
    }

    private void openFiles() {
        open(files.images());
    }

    private void openFolder() {
        files.folder().ifPresent(folder -> open(List.of(folder)));
    }

    private void paste() {
        new Clips(context, window, this::open, dialogs::problem).paste();
    }

    private void copyView() {
        Clips.copy(viewer.pane().snapshot(1));
    }

    /** What the review's view asks of the window. */
    private final class Wishes implements ReviewView.Wishes {
        @Override
        public void openFiles() {
            Shell.this.openFiles();
        }

        @Override
        public void openFolder() {
            Shell.this.openFolder();
        }

        @Override
        public void openSamples() {
            context.lists().execute(() -> {
                try {
                    List<Path> samples = SampleImages.in(context.cache().resolve("samples"));
                    window.execute(() -> open(samples));
                } catch (ProblemException e) {
                    window.execute(() -> dialogs.problem(e));
                }
            });
        }

        @Override
        public void saveCase() {
            Shell.this.saveCase();
        }

        @Override
        public void showExam() {
            if (review.modelProperty().get() instanceof ModelState.InUse inUse) {
                dialogs.show(
                        words.of("exam.title"),
                        new ExamFiguresPane(words, inUse.bundle().metrics()));
            }
        }
    }

    /** What the cases page asks of the window. */
    private final class CasesWishes implements CasesView.Wishes {
        @Override
        public void openInReview(Path file, String name) {
            navigation.show(0);
            review.look(file, name);
        }

        @Override
        public void useLibrary(Path folder) {
            settings.change(s -> s.withLibrary(folder.toAbsolutePath().toString()));
            cases.open(folder);
        }

        @Override
        public void goToReview() {
            navigation.show(0);
        }

        @Override
        public void say(String text) {
            status.say(text);
        }
    }

    /** Ends what must not be cut off; the window is not used after this. */
    public void close() {
        review.listReading().cancel();
        cases.close();
    }

    public Scene scene() {
        return scene;
    }

    public ReviewModel review() {
        return review;
    }
}
