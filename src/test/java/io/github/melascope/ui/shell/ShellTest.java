package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.app.SensitivityScale;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.review.ModelState;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
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

/** The main road through the window, with the shipped model and real clicks. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class ShellTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    static Path folder;

    private static List<Path> samples = List.of();

    private TestShell made;
    private Shell shell;

    @BeforeAll
    static void draw() throws ProblemException {
        samples = SampleImages.in(folder.resolve("samples"));
    }

    @Start
    void start(Stage first) {
        made = new TestShell(first, Settings.USUAL.withLanguage("en"), folder, new Chosen());
        shell = made.shell;
    }

    @AfterEach
    void end() {
        made.close();
    }

    /** What a user would have chosen in the system's dialogs. */
    private static final class Chosen extends NoFiles {
        @Override
        public List<Path> images() {
            return samples;
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(folder.resolve("samples"));
        }

        @Override
        public Optional<Path> save(String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    private void untilRead() throws TimeoutException {
        until(() -> !shell.review().items().isEmpty()
                && !shell.review().listReading().runningProperty().get()
                && shell.review().items().stream().noneMatch(item -> item.state() instanceof ReviewItem.State.Waiting)
                && shell.review().readingProperty().get() instanceof Reading.Ready);
    }

    @Test
    void openedImagesAreAnsweredAndABadOneSaysWhy(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
        WaitForAsyncUtils.asyncFx(() -> shell.open(List.of(broken))).get();
        until(() -> shell.review().items().size() == samples.size() + 1);
        untilRead();
        assertEquals(samples.size() + 1, shell.review().items().size());
        ReviewItem last = shell.review().items().get(samples.size());
        ReviewItem.State.Refused refused = assertInstanceOf(ReviewItem.State.Refused.class, last.state());
        assertTrue(
                refused.problem().what().contains("broken.jpg"),
                refused.problem().what());
        String outcome = robot.lookup("#outcome").queryAs(Label.class).getText();
        String expected = WORDS.of(
                "outcome",
                shell.review().items().get(0).prediction().orElseThrow().outcome());
        assertEquals(expected, outcome);
    }

    @Test
    void theReportOfTheImageIsSavedAsPdf(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        untilRead();
        until(() -> shell.review().heatMapProperty().get() != null);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> robot.lookup("#preview").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        Path pdf = folder.resolve(stem(samples.get(0)) + "-melascope.pdf");
        until(() -> Files.exists(pdf)
                && robot.lookup("#said").queryAs(Label.class).getText().contains(pdf.toString()));
        assertEquals("%PDF", new String(Files.readAllBytes(pdf), 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void oneFileOfAllAnsweredImagesLeavesOutTheBadOneAndNothingIsCovered(FxRobot robot) throws Exception {
        Path broken = Files.writeString(folder.resolve("unreadable.jpg"), "no picture");
        List<Path> files = new ArrayList<>(samples.subList(0, 2));
        files.add(broken);
        WaitForAsyncUtils.asyncFx(() -> shell.open(files)).get();
        untilRead();
        choose(robot, "export-all");
        until(() -> robot.lookup("#preview").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        Path pdf = folder.resolve("melascope-" + java.time.LocalDate.now(java.time.ZoneId.systemDefault()) + ".pdf");
        String done = WORDS.of("export.series-done", 2, 1, pdf);
        until(() -> robot.lookup("#said").queryAs(Label.class).getText().equals(done));
        assertTrue(Files.size(pdf) > 10_000);
        WaitForAsyncUtils.asyncFx(() -> made.settings.change(s -> s.withOwnReadingFirst(true)))
                .get();
        assertTrue(item(robot, "export-all").isDisable(), "covered answers are not exported");
        assertTrue(item(robot, "export-pdf").isDisable());
    }

    @Test
    void theViewIsSavedAsAPicture(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        untilRead();
        choose(robot, "export-view");
        Path png = folder.resolve("melascope-view.png");
        until(() -> Files.exists(png)
                && robot.lookup("#said").queryAs(Label.class).getText().contains(png.toString()));
        assertTrue(javax.imageio.ImageIO.read(png.toFile()).getWidth() > 300);
    }

    private static MenuItem item(FxRobot robot, String id) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    MenuButton menu = robot.lookup("#export").queryAs(MenuButton.class);
                    menu.getOnShowing().handle(new javafx.event.Event(MenuButton.ON_SHOWING));
                    return menu.getItems().stream()
                            .filter(one -> id.equals(one.getId()))
                            .findFirst()
                            .orElseThrow();
                })
                .get();
    }

    private static void choose(FxRobot robot, String id) throws Exception {
        MenuItem item = item(robot, id);
        assertFalse(item.isDisable(), id);
        robot.interact(item::fire);
    }

    @Test
    void theThresholdMovesByKeyboardAndTheReaderStaysAtTheSlider(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        untilRead();
        Slider slider = robot.lookup("#sensitivity").queryAs(Slider.class);
        double before = slider.getValue();
        ScrollPane answer = robot.lookup("#answer").queryAs(ScrollPane.class);
        robot.interact(() -> {
            slider.requestFocus();
            answer.setVvalue(0.5);
        });
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        assertTrue(slider.isFocused());
        assertEquals(0.5, answer.getVvalue(), 1e-9, "the answer was scrolled away under the reader");
        assertEquals(before - 2, slider.getValue(), 1e-9);
        Prediction decided = ((Reading.Ready) shell.review().readingProperty().get())
                .review()
                .prediction();
        SensitivityScale scale = ((ModelState.InUse)
                        shell.review().modelProperty().get())
                .scale()
                .orElseThrow();
        assertEquals(scale.wanted((before - 2) / 100).orElseThrow().threshold(), decided.threshold());
    }

    @Test
    void droppedFilesAreRead() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> Drops.drop(shell.scene(), samples.subList(0, 2)))
                .get();
        untilRead();
        assertEquals(2, shell.review().items().size());
    }

    @Test
    void theKeyboardGoesThroughTheListAndTheFeatures(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        untilRead();
        ReviewItem first = shell.review().items().get(0);
        assertEquals(first, shell.review().selectedProperty().get());
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        until(() -> shell.review().selectedProperty().get()
                == shell.review().items().get(1));
        int place = List.of(Feature.values()).indexOf(Feature.SETTINGS) + 1;
        robot.push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(place)));
        assertTrue(robot.lookup("#settings-theme").tryQuery().isPresent());
        robot.push(KeyCode.F1);
        assertTrue(robot.lookup(WORDS.of("shortcuts.folder")).tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup(WORDS.of("shortcuts.folder")).tryQuery().isPresent());
    }

    @Test
    void urgentImagesComeFirstWhenAsked(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        untilRead();
        robot.clickOn("#urgent-first");
        WaitForAsyncUtils.waitForFxEvents();
        List<ReviewItem> shown =
                List.copyOf(robot.lookup("#images").<ReviewItem>queryListView().getItems());
        assertEquals(samples.size(), shown.size());
        int[] order = shown.stream()
                .mapToInt(item -> switch (item.prediction().orElseThrow().outcome()) {
                    case CLOSER_LOOK -> 0;
                    case NO_ANSWER -> 1;
                    case LOWER_CONCERN -> 2;
                })
                .toArray();
        for (int i = 1; i < order.length; i++) {
            assertTrue(order[i - 1] <= order[i], List.of(shown).toString());
        }
    }

    @Test
    void theWindowIsNeverBusyForLongWhileTwoHundredImagesAreRead(FxRobot robot) throws Exception {
        robot.clickOn("#open-files"); // what is only done once is done now
        untilRead();
        robot.clickOn("#urgent-first"); // which moves the rows meanwhile
        List<Path> many = copies("many", 200);
        try (WindowWatch watch = WindowWatch.start()) {
            WaitForAsyncUtils.asyncFx(() -> shell.open(many)).get();
            until(() -> shell.review().items().size() == many.size() + samples.size());
            untilRead();
            assertTrue(watch.longest() < 50, "busy for " + watch.longest() + " ms");
        }
    }

    @Test
    void aStoppedListGoesOnWhenAsked(FxRobot robot) throws Exception {
        List<Path> many = copies("stop", 60);
        WaitForAsyncUtils.asyncFx(() -> shell.open(many)).get();
        until(() -> shell.review().listReading().doneProperty().get() > 0);
        WaitForAsyncUtils.asyncFx(() -> shell.review().listReading().cancel()).get();
        untilRead();
        int skipped = shell.review().listReading().skippedProperty().get();
        assertTrue(skipped > 0, "nothing was left to skip");
        robot.clickOn("#again");
        until(() -> shell.review().items().stream()
                .allMatch(item -> item.prediction().isPresent()));
    }

    private static List<Path> copies(String name, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(name + "-" + i + ".jpg");
            files.add(Files.copy(samples.get(i % samples.size()), file, StandardCopyOption.REPLACE_EXISTING));
        }
        return files;
    }

    @Test
    void whatIsTakenOutOfTheListIsNotReadAndTheRestIs(FxRobot robot) throws Exception {
        List<Path> many = copies("out", 240);
        WaitForAsyncUtils.asyncFx(() -> shell.open(many)).get();
        until(() -> shell.review().listReading().doneProperty().get() > 0);
        List<ReviewItem> gone = new ArrayList<>();
        robot.interact(() -> {
            gone.addAll(shell.review().items().subList(40, 220));
            shell.review().remove(gone);
        });
        untilRead();
        assertEquals(60, shell.review().items().size());
        assertTrue(shell.review().items().stream()
                .allMatch(item -> item.prediction().isPresent()));
        assertEquals(
                shell.review().listReading().totalProperty().get(),
                shell.review().listReading().doneProperty().get());
        long readAnyway =
                gone.stream().filter(item -> item.prediction().isPresent()).count();
        assertTrue(readAnyway < gone.size(), "all were read though they were gone");
        robot.interact(() -> shell.review().remove(List.copyOf(shell.review().items())));
        assertEquals(0, shell.review().items().size());
        assertFalse(shell.review().listReading().runningProperty().get());
    }

    @Test
    void theNextImageIsReadBeforeItIsAskedFor(FxRobot robot) throws Exception {
        List<Path> two = copies("two", 2);
        WaitForAsyncUtils.asyncFx(() -> shell.open(two)).get();
        untilRead();
        until(() -> shell.review().heatMapProperty().get() != null);
        made.untilNothingIsLookedAt();
        Files.delete(shell.review().items().get(1).path());
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready ready
                && ready.item().equals(shell.review().items().get(1)));
        until(() -> shell.review().heatMapProperty().get() != null);
    }

    @Test
    void theRowAfterADeletedOneIsLookedAt(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        untilRead();
        ReviewItem third = shell.review().items().get(2);
        robot.interact(() ->
                shell.review().selectedProperty().set(shell.review().items().get(1)));
        robot.interact(() -> robot.lookup("#images").queryListView().requestFocus());
        robot.push(KeyCode.DELETE);
        assertEquals(samples.size() - 1, shell.review().items().size());
        until(() -> shell.review().selectedProperty().get() == third);
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready ready
                && ready.item().equals(third));
    }

    @Test
    void urgentRowsComeUpWhileTheListIsStillRead(FxRobot robot) throws Exception {
        robot.clickOn("#open-files");
        robot.clickOn("#urgent-first");
        List<Path> more = copies("more", 40);
        WaitForAsyncUtils.asyncFx(() -> shell.open(more)).get();
        until(() -> shell.review().items().size() == samples.size() + more.size());
        untilRead();
        until(() -> inOrder(robot.lookup("#images").<ReviewItem>queryListView().getItems()));
    }

    /** Melanomas' outcomes first, and among them the more certain. */
    private static boolean inOrder(List<ReviewItem> rows) {
        double before = 2;
        for (ReviewItem row : rows) {
            Prediction answer = row.prediction().orElseThrow();
            if (answer.outcome() == Outcome.CLOSER_LOOK) {
                if (answer.melanoma() > before) {
                    return false;
                }
                before = answer.melanoma();
            } else {
                before = -1; // no closer look may follow
            }
        }
        return true;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
