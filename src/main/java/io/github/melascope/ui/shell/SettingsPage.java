package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.ui.settings.SettingsView;
import java.util.List;
import javafx.scene.Node;

/** The settings in the window. */
final class SettingsPage implements Page {
    private final Frame frame;
    private final Shell shell;
    private final SettingsView view;

    SettingsPage(Frame frame, Shell shell) {
        this.frame = frame;
        this.shell = shell;
        this.view = new SettingsView(frame.words(), frame.settings(), AppContext.USUAL_MODEL);
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
}
