package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.WindowThread;
import io.github.melascope.ui.settings.SettingsModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with the shipped model, files chosen by the test. */
final class TestShell implements AutoCloseable {
    final Shell shell;
    final SettingsModel settings;
    private final AppContext context;
    private final ReviewDesk desk;

    /**
     * Must be made on the window's thread.
     *
     * @param folder for settings, case library and the user's own models
     */
    TestShell(Stage stage, Settings start, Path folder, FileChoice chosen) {
        context = new AppContext(List.of(Path.of("models"), folder.resolve("models")), 2);
        desk = new ReviewDesk(context);
        Words words = Words.inLanguage(start.language());
        Dialogs dialogs = new Dialogs(words, stage);
        settings = new SettingsModel(
                start.withLibrary(folder.resolve("library").toString()),
                new SettingsFile(folder.resolve("settings.json")),
                Runnable::run,
                Runnable::run,
                dialogs::problem);
        Look.theme(start.theme());
        shell = new Shell(new Frame(context, words, new WindowThread(), settings, dialogs, chosen), desk);
        stage.setScene(shell.scene());
        stage.setWidth(1280); // as large as the screen of the Headless platform allows
        stage.setHeight(800);
        stage.show();
    }

    static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    /** The digit that, with the shortcut key, goes to a feature. */
    KeyCode digit(Feature feature) {
        long before = Arrays.stream(Feature.values())
                .filter(one -> one.compareTo(feature) <= 0 && shell.scene().lookup("#nav-" + one.id()) != null)
                .count();
        return KeyCode.valueOf("DIGIT" + before);
    }

    /** Waits until all that was asked of the thread for what is looked at is done, and heard of. */
    void untilNothingIsLookedAt() throws Exception {
        context.interactive().submit(() -> {}).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            shell.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        WaitForAsyncUtils.waitForFxEvents();
        desk.close();
        context.close();
    }
}
