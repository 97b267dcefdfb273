package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.settings.DeviceModel;
import io.github.melascope.ui.settings.SettingsView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The settings in the window. */
final class SettingsPage implements Page {
    private final Frame frame;
    private final Shell shell;
    private final DeviceModel devices;
    private final SettingsView view;

    SettingsPage(Frame frame, Shell shell) {
        this.frame = frame;
        this.shell = shell;
        this.devices = new DeviceModel(
                DeviceModel.Engine.of(frame.context()), frame.context().devices(), frame.window());
        this.view = new SettingsView(frame.words(), frame.settings(), devices, AppContext.USUAL_MODEL, new Wishes());
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

    @Override
    public void close() {
        devices.cancel();
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
        public Optional<Path> cudaFile() {
            return frame.files().cudaArchive();
        }

        @Override
        public void ask(String title, String text, String yes, Runnable accepted) {
            Label content = Dialogs.text(text);
            frame.dialogs().ask(title, content, content, yes, () -> {
                accepted.run();
                return true;
            });
        }

        @Override
        public void showFirstStart() {
            shell.showFirstStart();
        }
    }
}
