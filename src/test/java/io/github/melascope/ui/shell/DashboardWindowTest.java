package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Part;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.CaseTable;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.review.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a figure to the single image in the review, by mouse and by keyboard; synthetic pictures under the exam's ids. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class DashboardWindowTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    static Path folder;

    private static List<Case> missed;

    private TestShell made;

    @BeforeAll
    static void images() throws IOException, ProblemException {
        List<Case> test = Objects.requireNonNull(
                CaseTable.read(Files.readString(Path.of("models", AppContext.USUAL_MODEL, "predictions.csv")))
                        .get(Part.TEST.code()));
        double threshold;
        try (AppContext context = AppContext.standard()) {
            threshold = context.models()
                    .open(AppContext.USUAL_MODEL)
                    .spec()
                    .thresholds()
                    .melanoma()
                    .value();
        }
        missed = test.stream()
                .filter(one -> one.melanoma() && one.melanomaProbability() < threshold)
                .sorted(Comparator.comparingDouble(Case::melanomaProbability))
                .toList();
        StringBuilder table = new StringBuilder("image,lesion_id,dx\n");
        for (Case one : missed) {
            Path file = folder.resolve("dataset").resolve(one.id() + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    JpegWriter.encode(
                            SyntheticLesions.draw(1, 0, Diagnosis.MEL, 320, 240), 0.9f, SyntheticLesions.NOTICE));
            table.append(one.id()).append(',').append(one.lesionId()).append(",mel\n");
        }
        Files.writeString(folder.resolve("dataset").resolve("labels.csv"), table);
    }

    @Start
    void start(Stage stage) {
        made = new TestShell(
                stage,
                Settings.USUAL
                        .withLanguage("en")
                        .withDataset(folder.resolve("dataset").toString()),
                folder,
                new Chosen());
    }

    private static final class Chosen extends NoFiles {
        @Override
        public Optional<Path> save(String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    @AfterEach
    void end() {
        made.close();
    }

    private void untilShown(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, made.digit(Feature.DASHBOARD));
        until(() -> robot.lookup("#cell-0-1").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ListView<Case> gallery(FxRobot robot) {
        return robot.lookup("#gallery").queryListView();
    }

    @Test
    void aClickOnTheMissedMelanomasLeadsToTheImageInTheReview(FxRobot robot) throws Exception {
        untilShown(robot);
        Button cell = robot.lookup("#cell-0-1").queryButton();
        assertEquals(missed.size(), Integer.parseInt(cell.getText()));
        robot.clickOn(cell);
        until(() -> gallery(robot).getItems().size() == missed.size());
        assertEquals(WORDS.of("dashboard.gallery.mel.not-called"), text(robot, "#gallery-title"));
        assertEquals(missed.get(0).id(), gallery(robot).getItems().get(0).id(), "worst first");
        until(() -> pictures(robot).size() >= 4
                && pictures(robot).stream().allMatch(view -> view.getImage() != null)); // plain, and with heat
        robot.clickOn("#gallery-review");
        until(() -> made.shell.review().readingProperty().get() instanceof Reading.Ready);
        assertEquals(
                missed.get(0).id() + ".jpg",
                Objects.requireNonNull(made.shell.review().selectedProperty().get())
                        .name());
    }

    /** Of the images that are in sight. */
    private static List<ImageView> pictures(FxRobot robot) {
        return robot.lookup(".gallery-picture .image-view").<ImageView>queryAll().stream()
                .filter(view -> view.isVisible() && view.getScene() != null)
                .toList();
    }

    @Test
    void theKeyboardGoesFromAPointOfACurveToTheImage(FxRobot robot) throws Exception {
        untilShown(robot);
        robot.interact(() -> robot.lookup("#chart-roc").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#gallery").tryQuery().isPresent()
                && !gallery(robot).getItems().isEmpty());
        assertTrue(text(robot, "#gallery-title").startsWith("Answered wrongly at"), text(robot, "#gallery-title"));
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#gallery").tryQuery().isEmpty());
        robot.interact(() -> robot.lookup("#cell-0-0").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#gallery").tryQuery().isPresent()
                && gallery(robot).isFocused());
        robot.push(KeyCode.ENTER);
        until(() -> made.shell.review().selectedProperty().get() != null);
    }

    @Test
    void theSliderMovesCellsAndGalleryByKeyboard(FxRobot robot) throws Exception {
        untilShown(robot);
        robot.clickOn("#cell-0-1");
        Slider slider = robot.lookup("#threshold").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        for (int i = 0; i < 10; i++) {
            robot.push(KeyCode.RIGHT);
        }
        WaitForAsyncUtils.waitForFxEvents();
        int now = Integer.parseInt(robot.lookup("#cell-0-1").queryButton().getText());
        assertTrue(now > missed.size(), now + " missed");
        assertEquals(now, gallery(robot).getItems().size());
        assertTrue(text(robot, "#gallery-count").startsWith(now + " "));
        robot.clickOn("#threshold-usual");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(missed.size(), gallery(robot).getItems().size());
    }

    @Test
    void theWindowIsNotHeldUpWhileTheSliderIsDragged(FxRobot robot) throws Exception {
        untilShown(robot);
        robot.clickOn("#cell-1-0");
        Slider slider = robot.lookup("#threshold").queryAs(Slider.class);
        for (int i = 0; i < 40; i++) { // what is only done once is done now
            double value = -4 + 0.1 * i;
            robot.interact(() -> slider.setValue(value));
        }
        try (WindowWatch watch = WindowWatch.start()) {
            for (int i = 0; i < 100; i++) {
                double value = -4 + 0.05 * i;
                robot.interact(() -> slider.setValue(value));
            }
            assertTrue(watch.longest() < 100, "busy for " + watch.longest() + " ms");
        }
    }

    @Test
    void theExamIsAlwaysNamed(FxRobot robot) throws Exception {
        untilShown(robot);
        assertTrue(text(robot, "#dashboard-exam").contains("lesion-grouped test part, seed 7"));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
