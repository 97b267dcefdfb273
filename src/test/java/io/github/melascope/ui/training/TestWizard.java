package io.github.melascope.ui.training;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.WindowThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** The wizard in a window of its own, with the shipped model, and folders of the test's for all that it writes. */
final class TestWizard implements AutoCloseable {
    final TrainingModel model;
    final List<String> said = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    private final AppContext context;

    /**
     * Must be made on the window's thread.
     *
     * @param folder for runs and models
     */
    TestWizard(Stage stage, Settings settings, Path folder, FileChoice files) {
        context = context(folder);
        Words words = Words.inLanguage(settings.language());
        Dialogs dialogs = new Dialogs(words, stage);
        model = new TrainingModel(
                context, new TrainingRuns(context, context.runs()), new WindowThread(), dialogs::problem);
        TrainingView view = new TrainingView(words, model, dialogs, files, new TrainingView.Wishes() {
            @Override
            public Optional<Consumer<String>> dashboard() {
                return Optional.of(opened::add);
            }

            @Override
            public void say(String text) {
                said.add(text);
            }
        });
        Scene scene = new Scene(view, 1100, 760);
        Look.theme(settings.theme());
        Look.dress(scene, settings.textPercent());
        stage.setScene(scene);
        stage.setWidth(1100);
        stage.setHeight(760);
        stage.show();
    }

    static AppContext context(Path folder) {
        return new AppContext(List.of(Path.of("models"), folder.resolve("models")), 2);
    }

    /** A dataset of drawn lesions. */
    static Path dataset(Path folder, int lesionsEach) throws IOException {
        SampleFolder.write(
                folder,
                Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> lesionsEach)),
                224,
                1);
        return folder;
    }

    static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                90,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            model.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        WaitForAsyncUtils.waitForFxEvents();
        context.close();
    }
}
