package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the whole window for human eyes; for the machine's, that the words of the answer are not cut off. Synthetic
 * images only.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class WindowSnapshotsTest {
    @TempDir
    Path folder;

    private Stage stage;
    private TestShell made;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void end() {
        made.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 100",
        "en, DARK, 100",
        "de, LIGHT, 150",
        "de, DARK, 200",
    })
    void everyPageShowsWholeWords(String language, Settings.Theme theme, int text) throws Exception {
        List<Path> samples = SampleImages.in(folder.resolve("samples"));
        Settings settings =
                Settings.USUAL.withLanguage(language).withTheme(theme).withTextPercent(text);
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> made = new TestShell(stage, settings, folder, new NoFiles()))
                .get();
        write("window-empty-" + name);
        WaitForAsyncUtils.asyncFx(() -> made.shell.open(samples)).get();
        until(() -> made.shell.review().items().size() == samples.size()
                && made.shell.review().items().stream()
                        .noneMatch(item -> item.state() instanceof ReviewItem.State.Waiting)
                && made.shell.review().readingProperty().get() instanceof Reading.Ready
                && made.shell.review().heatMapProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> checkWords(".answer")).get();
        write("window-review-" + name);
        WaitForAsyncUtils.asyncFx(() -> made.shell.go(Feature.MODELS)).get();
        until(() -> made.shell.scene().lookup("#figures") != null);
        WaitForAsyncUtils.asyncFx(() -> checkWords(".model-details")).get();
        write("window-models-" + name);
    }

    /** A label that was too narrow for its words draws others than it holds. */
    private void checkWords(String within) {
        int checked = 0;
        for (Node node : made.shell.scene().getRoot().lookupAll(within + " .label")) {
            if (node instanceof Labeled label
                    && label.isVisible()
                    && !label.getText().isEmpty()) {
                Node drawn = label.lookup(".text");
                if (drawn instanceof Text text) {
                    assertEquals(label.getText(), text.getText());
                    checked++;
                }
            }
        }
        assertTrue(checked > 5, checked + " labels");
    }

    private void write(String name) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(made.shell.scene(), name));
    }
}
