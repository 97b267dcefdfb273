package io.github.melascope.ui.settings;

import io.github.melascope.base.ProblemException;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in use; each change holds at once and is kept at once. */
public final class SettingsModel {
    private final SettingsFile file;
    private final Consumer<ProblemException> problems;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /** @param problems hears when the settings cannot be kept; they hold nevertheless until the program ends */
    public SettingsModel(Settings settings, SettingsFile file, Consumer<ProblemException> problems) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.file = file;
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
        try {
            file.save(changed);
        } catch (ProblemException e) {
            problems.accept(e);
        }
    }
}
