package io.github.melascope.ui.shell;

import io.github.melascope.app.LesionReport;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.cases.CaseEntry;
import io.github.melascope.ui.cases.CasesModel;
import io.github.melascope.ui.cases.CasesView;
import io.github.melascope.ui.cases.FollowUp;
import io.github.melascope.ui.cases.LesionDraft;
import io.github.melascope.ui.cases.LibraryState;
import io.github.melascope.ui.cases.OwnReading;
import io.github.melascope.ui.cases.SaveCaseDialog;
import io.github.melascope.ui.export.Exporter;
import io.github.melascope.ui.review.Reading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;

/** The case library in the window, and the readings that wait to be saved there. */
final class CasesPage implements Page {
    private final Frame frame;
    private final Exporter exporter;
    private final Shell shell;
    private final CasesModel model;
    private final CasesView view;
    private final Map<Path, OwnReading> ownReadings = new HashMap<>();

    CasesPage(Frame frame, Exporter exporter, Shell shell) {
        this.frame = frame;
        this.exporter = exporter;
        this.shell = shell;
        this.model = new CasesModel(
                frame.context().library(),
                frame.window(),
                Clock.system(ZoneId.systemDefault()),
                frame.dialogs()::problem);
        this.view = new CasesView(
                frame.words(),
                model,
                frame.dialogs(),
                frame.files(),
                frame.context().interactive(),
                frame.window(),
                new Wishes());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        needLibrary();
    }

    @Override
    public void close() {
        model.close();
    }

    void focusSearch() {
        view.focusSearch();
    }

    /** The library is opened, or made, when it is first asked for; false when it cannot be. */
    private boolean needLibrary() {
        if (model.stateProperty().get() instanceof LibraryState.Closed) {
            Settings settings = frame.settings().get();
            model.open(settings.library().isEmpty() ? usualLibrary() : Path.of(settings.library()));
        }
        return !(model.stateProperty().get() instanceof LibraryState.Failed);
    }

    /** Where the library is unless the user says otherwise. */
    static Path usualLibrary() {
        return Path.of(System.getProperty("user.home"), ".melascope", "library");
    }

    /** Uses another library from now on; empty for the usual one. */
    void useLibrary(Optional<Path> folder) {
        frame.settings()
                .change(s -> s.withLibrary(
                        folder.map(path -> path.toAbsolutePath().toString()).orElse("")));
        model.open(folder.orElse(usualLibrary()));
    }

    /** Keeps what the user has said of an image of the list. */
    void keep(Path file, OwnReading own) {
        ownReadings.put(file, own);
        if (needLibrary()) {
            model.addOwnReading(file, own);
        }
    }

    /** Asks where an image with its answer belongs, and saves it there. */
    void save(Reading.Ready ready) {
        if (!needLibrary()) {
            shell.go(Feature.CASES); // which says why
            return;
        }
        CaseEntry entry = new CaseEntry(
                ready.item().path(),
                ready.review().image().width(),
                ready.review().image().height(),
                ready.review().prediction(),
                Optional.ofNullable(ownReadings.get(ready.item().path())));
        new SaveCaseDialog(frame.words(), model, frame.dialogs(), shell::say)
                .ask(entry, LocalDate.now(ZoneId.systemDefault()));
    }

    /** What the view asks of the window. */
    private final class Wishes implements CasesView.Wishes {
        @Override
        public void openInReview(Path file, String name) {
            shell.look(file, name);
        }

        @Override
        public void useLibrary(Path folder) {
            CasesPage.this.useLibrary(Optional.of(folder));
        }

        @Override
        public OptionalDouble scale(int width, int height) {
            return frame.settings().get().scale(width, height);
        }

        @Override
        public void goToReview() {
            shell.go(Feature.REVIEW);
        }

        @Override
        public void report(FollowUp lesion) {
            LesionReport report = new LesionReport(frame.context(), frame.words());
            exporter.offer(new LesionDraft(frame.words(), report, lesion, LocalDate.now(ZoneId.systemDefault())));
        }

        @Override
        public void say(String text) {
            shell.say(text);
        }
    }
}
