package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewItem;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The patient's age beside the answer of the shipped model, said and taken back. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class PatientWindowTest {
    @TempDir
    Path folder;

    private TestShell made;

    @Start
    void start(Stage first) {
        made = new TestShell(
                first, Settings.USUAL.withLanguage("en").withTheme(Settings.Theme.LIGHT), folder, new NoFiles());
    }

    @AfterEach
    void end() {
        made.close();
    }

    private List<ReviewItem> read(FxRobot robot) throws Exception {
        List<Path> samples = SampleImages.in(folder.resolve("samples"));
        WaitForAsyncUtils.asyncFx(() -> made.shell.open(samples)).get();
        until(() -> made.shell.review().items().size() == samples.size()
                && made.shell.review().items().stream()
                        .noneMatch(item -> item.state() instanceof ReviewItem.State.Waiting));
        List<ReviewItem> answered = made.shell.review().items().stream()
                .filter(item -> item.prediction()
                        .filter(answer -> answer.outcome() != Outcome.NO_ANSWER)
                        .isPresent())
                .toList();
        look(robot, answered.get(0));
        return answered;
    }

    private void look(FxRobot robot, ReviewItem item) throws Exception {
        robot.interact(() -> made.shell.review().selectedProperty().set(item));
        until(() -> made.shell.review().readingProperty().get() instanceof Reading.Ready ready
                && ready.item() == item
                && made.shell.review().heatMapProperty().get() != null);
        robot.interact(() -> {
            ScrollPane answer = robot.lookup("#answer").query();
            made.shell.scene().getRoot().layout();
            Node field = robot.lookup("#patient-age").query();
            double top =
                    answer.getContent().sceneToLocal(field.localToScene(0, 0)).getY();
            double room = answer.getContent().getLayoutBounds().getHeight()
                    - answer.getViewportBounds().getHeight();
            answer.setVvalue(Math.clamp((top - 100) / room, 0, 1));
        });
    }

    private static String told(FxRobot robot) {
        return robot.lookup("#patient-result").queryAs(Label.class).getText();
    }

    private static String outcome(FxRobot robot) {
        return robot.lookup("#sentence").queryAs(Label.class).getText();
    }

    @Test
    void anAgeGivesASecondNumberAndTheAnswerStays(FxRobot robot) throws Exception {
        read(robot);
        String before = outcome(robot);
        String invitation = told(robot);
        robot.clickOn("#patient-age").write("72");
        String old = told(robot);
        assertTrue(old.startsWith("Melanoma "), old);
        assertNotEquals(invitation, old);
        assertEquals(before, outcome(robot));
        robot.eraseText(2).write("20");
        assertNotEquals(old, told(robot));
        robot.eraseText(2);
        assertEquals(invitation, told(robot));
    }

    @Test
    void whatIsNoAgeIsSaidAndGivesNoNumber(FxRobot robot) throws Exception {
        read(robot);
        Label wrong = robot.lookup("#patient-wrong").query();
        assertFalse(wrong.isVisible());
        robot.clickOn("#patient-age").write("sixty");
        assertTrue(wrong.isVisible());
        assertFalse(told(robot).startsWith("Melanoma "), told(robot));
        robot.eraseText(5).write("119");
        assertFalse(wrong.isVisible());
        assertTrue(told(robot).contains("the nearest age was taken"), told(robot));
    }

    @Test
    void eachImageKeepsItsOwn(FxRobot robot) throws Exception {
        List<ReviewItem> answered = read(robot);
        robot.clickOn("#patient-age").write("72");
        String first = told(robot);
        look(robot, answered.get(1));
        assertEquals("", robot.lookup("#patient-age").queryAs(TextField.class).getText());
        look(robot, answered.get(0));
        assertEquals("72", robot.lookup("#patient-age").queryAs(TextField.class).getText());
        assertEquals(first, told(robot));
    }
}
