package io.github.melascope.ui.training;

import static io.github.melascope.ui.training.TestWizard.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.Recipe;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole wizard on a few drawn lesions, with real clicks and keys. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class WizardTest {
    @TempDir
    Path folder;

    private Stage stage;
    private TestWizard wizard;
    private TrainingModel model;

    @Start
    void start(Stage shown) {
        stage = shown;
        wizard = make();
        model = wizard.model;
    }

    private TestWizard make() {
        return new TestWizard(stage, Settings.USUAL.withLanguage("en"), folder, new NoFiles() {
            @Override
            public Optional<Path> folder() {
                return Optional.of(folder.resolve("drawn lesions"));
            }
        });
    }

    @AfterEach
    void end() {
        wizard.close();
    }

    private void dropped() throws Exception {
        Path data = TestWizard.dataset(folder.resolve("drawn lesions"), 6);
        WaitForAsyncUtils.asyncFx(() -> model.open(List.of(data))).get();
        until(() -> model.can(WizardStep.RECIPE));
    }

    /** Shorter than the usual, so that the test is, too. */
    private void shorten(boolean quick, int batch) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    model.recipe().choose(quick);
                    model.recipe()
                            .change(r -> r.withLength(quick ? 3 : 1, 1e-3)
                                    .withInit(Recipe.NO_WEIGHTS)
                                    .withBatchSize(batch));
                })
                .get();
    }

    private TrainingRun.State state() {
        return model.list()
                .selectedProperty()
                .get()
                .orElseThrow()
                .runProperty()
                .get()
                .state();
    }

    @Test
    void fourClicksFromTheDropToASavedModel(FxRobot robot) throws Exception {
        dropped();
        robot.clickOn("#training-next");
        assertTrue(robot.lookup("#leak-check").queryAs(Labeled.class).getText().contains("no lesion is on two sides"));
        robot.clickOn("#training-next");
        shorten(true, 16);
        until(model::canStart);
        robot.clickOn("#training-next");
        until(() -> model.stepProperty().get() == WizardStep.RESULT);
        robot.clickOn("#result-save");
        until(() -> !wizard.said.isEmpty());
        String name = model.list().items().get(0).runProperty().get().name();
        assertTrue(Files.exists(folder.resolve("models").resolve(name).resolve("model.json")));
        until(() -> stage.getScene().lookup("#result-dashboard") instanceof Labeled button && button.getWidth() > 0);
        robot.clickOn("#result-dashboard");
        assertEquals(List.of(name), wizard.opened);
    }

    @Test
    void everythingCanBeDoneByKeyboard(FxRobot robot) throws Exception {
        TestWizard.dataset(folder.resolve("drawn lesions"), 6);
        robot.interact(() -> robot.lookup("#data-choose").query().requestFocus());
        robot.push(KeyCode.SPACE);
        until(() -> model.can(WizardStep.RECIPE));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(WizardStep.EXAM, model.stepProperty().get());
        robot.interact(() -> robot.lookup("#task-diagnosis").query().requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        until(() -> model.can(WizardStep.RECIPE)
                && model.exam().taskProperty().get() == io.github.melascope.lesion.Task.MELANOMA);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        shorten(true, 16);
        reach(robot, "#recipe-full");
        robot.push(KeyCode.SPACE);
        assertFalse(model.recipe().recipeProperty().get().quick());
        reach(robot, "#recipe-quick");
        robot.push(KeyCode.SPACE);
        assertTrue(model.recipe().recipeProperty().get().quick());
        shorten(true, 16);
        until(model::canStart);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> model.stepProperty().get() == WizardStep.RESULT);
        reach(robot, "#result-name");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("by-keyboard");
        reach(robot, "#result-save");
        robot.push(KeyCode.SPACE);
        until(() -> Files.exists(folder.resolve("models/by-keyboard/model.json")));
    }

    /** Goes on by Tab until the node has the focus. */
    private void reach(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        for (int i = 0; i < 40 && !node.isFocused(); i++) {
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertTrue(node.isFocused(), id + " is not reached by Tab");
    }

    @Test
    void aRunIsPausedClosedReopenedAndGoneOnWith(FxRobot robot) throws Exception {
        dropped();
        robot.clickOn("#training-next");
        robot.clickOn("#training-next");
        shorten(false, 4);
        until(model::canStart);
        robot.clickOn("#training-next");
        until(() -> model.stepProperty().get() == WizardStep.RUN
                && !model.list().items().get(0).runProperty().get().steps().isEmpty());
        robot.clickOn("#run-pause");
        until(() -> state() == TrainingRun.State.PAUSED);
        wizard.close();
        WaitForAsyncUtils.asyncFx(() -> {
                    wizard = make();
                    model = wizard.model;
                })
                .get();
        assertEquals(WizardStep.RUN, model.stepProperty().get());
        robot.clickOn("#run-resume");
        until(() -> state() == TrainingRun.State.DONE);
        robot.clickOn("#run-remove");
        robot.clickOn("#dialog-yes");
        until(() -> model.list().items().isEmpty());
    }
}
