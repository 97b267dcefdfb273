package io.github.melascope.ui.settings;

import io.github.melascope.base.ProblemException;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import io.github.melascope.ui.fx.Latest;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in use; each change holds at once, and is kept beside: of many in a row, only the last is written. */
public final class SettingsModel {
    private final SettingsFile file;
    private final Latest saving;
    private final Consumer<ProblemException> problems;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /**
     * @param background writes the file
     * @param window the window's thread
     * @param problems hears when the settings cannot be kept; they hold nevertheless until the program ends
     */
    public SettingsModel(
            Settings settings,
            SettingsFile file,
            Executor background,
            Executor window,
            Consumer<ProblemException> problems) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.file = file;
        this.saving = new Latest(background, window);
        this.problems = problems;
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (changed.equals(settings.get())) {
            return;
        }
        settings.set(changed);
        saving.submit(() -> save(changed), saved -> {}, this::failed);
    }

    private Settings save(Settings changed) throws ProblemException {
        file.save(changed);
        return changed;
    }

    private void failed(Exception e) {
        if (!(e instanceof ProblemException problem)) {
            throw new IllegalStateException(e);
        }
        problems.accept(problem);
    }
}
