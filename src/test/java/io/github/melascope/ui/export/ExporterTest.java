package io.github.melascope.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.report.PdfPages;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The look into a file before it is saved or printed, with printers that only count. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage and the folder are handed in
class ExporterTest {
    @TempDir
    Path folder;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<String> said = new ArrayList<>();
    private final Paper paper = new Paper();
    private List<String> printers = List.of("Paper", "Other");
    private Stage stage;
    private LongWork work;

    /** Takes pages and remembers what they were. */
    private final class Paper implements Printers, Printers.Job {
        private final List<PdfPages.Page> pages = new ArrayList<>();
        private String job = "";
        private int refuseAfter = 99;
        private boolean cancelled;
        private boolean ended;

        @Override
        public List<String> names() {
            return printers;
        }

        @Override
        public Job begin(String name, String title, int copies) {
            job = name + ", " + title + ", " + copies;
            return this;
        }

        @Override
        public void page(PdfPages.Page page) throws PrintFailed {
            if (pages.size() >= refuseAfter) {
                throw new PrintFailed("Paper");
            }
            pages.add(page);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        background.shutdown();
    }

    private PagesDraft offer(Words words, Settings.Theme theme, int text) throws Exception {
        PagesDraft draft = new PagesDraft(words);
        WaitForAsyncUtils.asyncFx(() -> {
                    exporter(words, theme, text).offer(draft);
                })
                .get();
        return draft;
    }

    private Exporter exporter(Words words, Settings.Theme theme, int text) {
        Look.theme(theme);
        work = new LongWork(background, new WindowThread());
        Scene scene = new Scene(new VBox(new WorkBar(words, work)), 400, 200);
        Look.dress(scene, text);
        stage.setScene(scene);
        stage.show();
        NoFiles files = new NoFiles() {
            @Override
            public Optional<Path> save(String name) {
                return Optional.of(folder.resolve(name));
            }
        };
        return new Exporter(
                words, new Dialogs(words, stage), files, paper, background, new WindowThread(), work, said::add);
    }

    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private static boolean drawn(FxRobot robot) {
        return robot.lookup("#preview").tryQuery().isPresent()
                && robot.lookup("#preview").query().lookup(".image-view") instanceof ImageView view
                && view.getImage() != null
                && robot.lookup("#preview-waiting")
                        .queryAs(Label.class)
                        .getText()
                        .isEmpty();
    }

    @Test
    void theFileIsSeenThenSavedByEnter(FxRobot robot) throws Exception {
        PagesDraft draft = offer(ENGLISH, Settings.Theme.LIGHT, 100);
        until(() -> drawn(robot));
        assertEquals(
                "Page 1 of 2",
                robot.lookup("#preview-page").queryAs(Label.class).getText());
        robot.interact(() -> robot.lookup("#preview-after").queryButton().fire());
        until(() -> robot.lookup("#preview-page").queryAs(Label.class).getText().equals("Page 2 of 2"));
        assertEquals(1, draft.previews.get(), "turning a page makes no new file");
        assertTrue(
                lines(robot).contains("File name: lesion-0.png"), lines(robot).toString());
        robot.push(KeyCode.ENTER);
        until(() -> !said.isEmpty());
        assertEquals(List.of(ENGLISH.of("export.done", folder.resolve("named.pdf"))), said);
        assertTrue(Files.size(folder.resolve("named.pdf")) > 1000);
        assertTrue(robot.lookup("#preview").tryQuery().isEmpty(), "the dialog is gone");
    }

    @Test
    void whatIsTickedIsWhatIsListedSeenAndSaved(FxRobot robot) throws Exception {
        PagesDraft draft = offer(ENGLISH, Settings.Theme.LIGHT, 100);
        until(() -> drawn(robot));
        CheckBox names = robot.lookup("#preview-file-names").queryAs(CheckBox.class);
        assertTrue(names.isSelected());
        assertFalse(robot.lookup("#preview-notes").queryAs(CheckBox.class).isSelected());
        assertFalse(robot.lookup("#preview-case-name").queryAs(CheckBox.class).isSelected());
        assertTrue(robot.lookup("#preview-case").query().isDisabled());
        robot.push(KeyCode.SPACE); // the first box has the keyboard
        until(() -> lines(robot).contains("File name: no"));
        robot.clickOn("#preview-case-name").clickOn("#preview-case").write("P-017");
        until(() -> lines(robot).contains("Case name: P-017"));
        until(() -> drawn(robot) && work.stepProperty().get().isEmpty());
        assertTrue(draft.previews.get() >= 2, "drawn anew");
        robot.push(KeyCode.ENTER);
        until(() -> said.contains(ENGLISH.of("export.done", folder.resolve("nameless.pdf"))));
    }

    @Test
    void escapeWritesNothing(FxRobot robot) throws Exception {
        offer(ENGLISH, Settings.Theme.LIGHT, 100);
        until(() -> drawn(robot));
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#preview").tryQuery().isEmpty());
        assertEquals(List.of(), said);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void everyPageIsPrintedAt300DotsPerInch(FxRobot robot) throws Exception {
        offer(ENGLISH, Settings.Theme.LIGHT, 100);
        until(() -> drawn(robot));
        robot.interact(() -> robot.lookup("#dialog-print").queryButton().fire());
        until(() -> robot.lookup("#printer").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> !said.isEmpty());
        assertEquals(List.of("2 pages sent to Paper"), said);
        assertEquals("Paper, Dermoscopic images report, 1", paper.job);
        assertTrue(paper.ended && !paper.cancelled);
        assertEquals(2, paper.pages.size());
        for (PdfPages.Page page : paper.pages) {
            assertEquals(2480, page.picture().width(), 2);
            assertEquals(3508, page.picture().height(), 2);
            assertEquals(595.28, page.width(), 0.01);
        }
    }

    @Test
    void aPrinterThatRefusesAndNoPrinterAtAllAreSaid(FxRobot robot) throws Exception {
        paper.refuseAfter = 1;
        WaitForAsyncUtils.asyncFx(
                        () -> exporter(ENGLISH, Settings.Theme.LIGHT, 100).print(new PagesDraft(ENGLISH)))
                .get();
        until(() -> robot.lookup("#printer").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> text(robot).contains("the printer Paper did not take the pages"));
        assertTrue(paper.cancelled && !paper.ended);
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        printers = List.of();
        WaitForAsyncUtils.asyncFx(
                        () -> exporter(ENGLISH, Settings.Theme.LIGHT, 100).print(new PagesDraft(ENGLISH)))
                .get();
        until(() -> text(robot).contains("this computer has no printer"));
    }

    private static String text(FxRobot robot) {
        return robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#preview-contents").queryAs(VBox.class).getChildren().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 100", "de, DARK, 100", "de, LIGHT, 150", "de, DARK, 200"})
    void noWordIsCutOff(String language, Settings.Theme theme, int size, FxRobot robot) throws Exception {
        Words words = new Words(Locale.of(language));
        offer(words, theme, size);
        until(() -> drawn(robot));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Scene scene =
                    Window.getWindows().get(Window.getWindows().size() - 1).getScene();
            String name = String.join("-", "preview", language, theme.name().toLowerCase(Locale.ROOT), "" + size);
            Snapshots.write(scene, name);
            assertTrue(
                    scene.getWidth() <= 1280 && scene.getHeight() <= 800, scene.getWidth() + "×" + scene.getHeight());
            Node save = scene.lookup("#dialog-yes");
            assertTrue(
                    save.localToScene(save.getBoundsInLocal()).getMaxY() <= scene.getHeight(), "the buttons are seen");
            int checked = 0;
            for (Node node : scene.getRoot().lookupAll("*")) {
                if (node instanceof Labeled labeled
                        && labeled.isVisible()
                        && !labeled.getText().isEmpty()
                        && labeled.lookup(".text") instanceof Text drawn) {
                    assertEquals(labeled.getText(), drawn.getText());
                    checked++;
                }
            }
            assertTrue(checked > 8, checked + " texts");
        });
    }
}
