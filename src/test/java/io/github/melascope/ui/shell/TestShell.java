package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.WindowThread;
import io.github.melascope.ui.fx.Words;
import io.github.melascope.ui.settings.SettingsModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The whole window with the shipped model, files chosen by the test. */
final class TestShell implements AutoCloseable {
    final Words words;
    final Shell shell;
    private final AppContext context = new AppContext(List.of(Path.of("models")), 2);
    private final ReviewDesk desk = new ReviewDesk(context);

    /** Must be made on the window's thread. */
    TestShell(Stage stage, Settings settings, Path folder, FileChoice chosen, int width, int height) {
        this.words = Words.inLanguage(settings.language());
        Dialogs dialogs = new Dialogs(words, stage);
        SettingsModel model =
                new SettingsModel(settings, new SettingsFile(folder.resolve("settings.json")), dialogs::problem);
        Look.theme(settings.theme());
        shell = new Shell(context, desk, words, new WindowThread(), model, new Shell.Surroundings() {
            @Override
            public Dialogs dialogs(Scene scene) {
                return dialogs;
            }

            @Override
            public FileChoice files(Scene scene) {
                return chosen;
            }
        });
        stage.setScene(shell.scene());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    @Override
    public void close() {
        desk.close();
        context.close();
    }
}
