package io.github.melascope.ui.training;

import static io.github.melascope.ui.training.TestWizard.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of every step for human eyes; for the machine's, that no word of a button is cut off. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class WizardSnapshotsTest {
    @TempDir
    Path folder;

    private Stage stage;
    private TestWizard wizard;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void end() {
        wizard.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 100",
        "de, DARK, 100",
        "de, LIGHT, 200",
    })
    void everyStepShowsWholeWords(String language, Settings.Theme theme, int text, FxRobot robot) throws Exception {
        Path data = TestWizard.dataset(folder.resolve("drawn lesions"), 7);
        Path copy = data.resolve("HAM10000_images_part_1/SYN_0000000.jpg");
        Files.copy(
                copy,
                data.resolve("HAM10000_images_part_1/SYN_0000002.jpg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(data.resolve("HAM10000_images_part_1/SYN_0000004.jpg"), "no picture");
        Settings settings =
                Settings.USUAL.withLanguage(language).withTheme(theme).withTextPercent(text);
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> wizard = new TestWizard(stage, settings, folder, new NoFiles()))
                .get();
        TrainingModel model = wizard.model;
        write("training-empty-" + name);
        WaitForAsyncUtils.asyncFx(() -> model.open(List.of(data))).get();
        until(() -> model.can(WizardStep.EXAM)
                && !model.data().examplesProperty().get().isEmpty());
        write("training-data-" + name);
        scrolled("training-data-below-" + name, 1);
        robot.clickOn("#training-next");
        until(() -> model.can(WizardStep.RECIPE));
        write("training-exam-" + name);
        robot.clickOn("#training-next");
        WaitForAsyncUtils.asyncFx(() -> model.recipe().change(r -> r.withLength(6, 1e-3)))
                .get();
        until(() -> model.recipe().timeProperty(true).get() instanceof Expected.Known
                && (!language.equals("en") || model.recipe().timeProperty(false).get() instanceof Expected.Known)
                && model.recipe().viewsProperty().get().size() == 8);
        write("training-recipe-" + name);
        robot.interact(
                () -> robot.lookup("#recipe-advanced").queryAs(TitledPane.class).setExpanded(true));
        scrolled("training-recipe-advanced-" + name, 1);
        robot.clickOn("#training-next");
        until(() -> model.stepProperty().get() == WizardStep.RESULT);
        robot.clickOn("#training-back");
        write("training-run-" + name);
        scrolled("training-run-below-" + name, 1);
        robot.clickOn("#training-next");
        write("training-result-" + name);
        scrolled("training-result-below-" + name, 1);
    }

    private void scrolled(String name, double value) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> ((ScrollPane) stage.getScene().lookup("#training-page")).setVvalue(value))
                .get();
        write(name);
    }

    private void write(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
                    Snapshots.write(stage.getScene(), name);
                    assertEquals(Set.of(), cut(), name);
                    ScrollPane page = (ScrollPane) stage.getScene().lookup("#training-page");
                    double width = page.getContent().getLayoutBounds().getWidth();
                    assertTrue(width <= page.getViewportBounds().getWidth() + 1, name + " is too wide: " + width);
                })
                .get();
    }

    /** Words of buttons and labels that do not fit. */
    private Set<String> cut() {
        Set<String> cut = new java.util.TreeSet<>();
        for (javafx.scene.Node node : stage.getScene().getRoot().lookupAll(".text")) {
            if (node instanceof javafx.scene.text.Text text
                    && text.getParent() instanceof Labeled labeled
                    && shown(labeled)
                    && labeled.getText() != null
                    && !text.getText().equals(labeled.getText())) {
                cut.add(labeled.getText());
            }
        }
        return cut;
    }

    private static boolean shown(javafx.scene.Node node) {
        for (javafx.scene.Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
