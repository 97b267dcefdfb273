package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Devices;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.ui.settings.SettingsView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The settings in the window. */
final class SettingsPage implements Page {
    private final Frame frame;
    private final Shell shell;
    private final SettingsView view;

    SettingsPage(Frame frame, Shell shell) {
        this.frame = frame;
        this.shell = shell;
        this.view = new SettingsView(frame.words(), frame.settings(), AppContext.USUAL_MODEL, new Wishes());
        offerModels();
    }

    /** Listing checks every file of every model: not for the window's thread. */
    private void offerModels() {
        frame.context().lists().execute(() -> {
            try {
                List<String> usable = frame.context().models().list().stream()
                        .filter(entry -> entry.problem().isEmpty())
                        .map(BundleStore.Entry::id)
                        .toList();
                frame.window().execute(() -> view.offer(usable));
            } catch (ProblemException e) {
                frame.window().execute(() -> shell.say(e.message(frame.words())));
            }
        });
    }

    @Override
    public Node view() {
        return view;
    }

    /** What the view asks of the window. */
    private final class Wishes implements SettingsView.Wishes {
        @Override
        public Optional<Path> chooseFolder() {
            return frame.files().folder();
        }

        @Override
        public void useLibrary(Optional<Path> folder) {
            shell.cases().useLibrary(folder);
        }

        @Override
        public Path usualLibrary() {
            return CasesPage.usualLibrary();
        }

        @Override
        public int threads() {
            return frame.context().threads();
        }

        @Override
        public void findDevices(Consumer<Devices> found) {
            frame.context().workers().execute(() -> {
                Devices devices = Devices.of(frame.context());
                frame.window().execute(() -> found.accept(devices));
            });
        }
    }
}
