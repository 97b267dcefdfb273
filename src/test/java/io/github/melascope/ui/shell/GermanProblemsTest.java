package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.app.Saving;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What goes wrong is told in the window's language, wherever it is told. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class GermanProblemsTest {
    private static final Words GERMAN = new Words(Locale.GERMAN);

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

    private void open(FxRobot robot, Settings settings) {
        robot.interact(() -> made = new TestShell(stage, settings.withLanguage("de"), folder, new NoFiles()));
    }

    private static Set<String> texts() {
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.toSet());
    }

    private void untilSaid(String text, String name) throws Exception {
        until(() -> texts().contains(text));
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> Snapshots.write(
                        Window.getWindows().get(Window.getWindows().size() - 1).getScene(), name));
    }

    @Test
    void aBrokenImage(FxRobot robot) throws Exception {
        open(robot, Settings.USUAL);
        Path broken = Files.write(folder.resolve("kaputt.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
        robot.interact(() -> made.shell.open(List.of(broken)));
        untilSaid(
                broken + " ist als Bild nicht verwendbar: Die Datei endet mitten im Bild."
                        + " Die Datei noch einmal vom Ursprungsort kopieren.",
                "problem-image-de");
    }

    @Test
    void aModelThatIsGone(FxRobot robot) throws Exception {
        open(robot, Settings.USUAL.withModel("fort").withTheme(Settings.Theme.DARK));
        List<Path> samples = SampleImages.in(folder.resolve("samples"));
        robot.interact(() -> made.shell.open(samples.subList(0, 1)));
        untilSaid(
                "Es gibt kein Modell „fort“: Die vorhandenen heißen dermoscopy-1, dermoscopy-2."
                        + " Eines davon wählen oder ein Modell importieren oder trainieren.",
                "problem-model-de");
    }

    @Test
    void aLibraryThatIsOpenElsewhere(FxRobot robot) throws Exception {
        try (CaseLibrary other = CaseLibrary.open(folder.resolve("library"), Clock.systemUTC())) {
            open(robot, Settings.USUAL.withTextPercent(150));
            robot.clickOn("#nav-cases");
            untilSaid(
                    "Die Fallsammlung in " + other.folder()
                            + " konnte nicht geöffnet werden: Ein anderes Programm oder ein anderes Fenster dieses"
                            + " Programms hat sie geöffnet. Die Sammlung dort schließen und noch einmal versuchen.",
                    "problem-library-de");
        }
    }

    @Test
    void aFullDisk(FxRobot robot) throws Exception {
        open(robot, Settings.USUAL);
        Path file = folder.resolve("befund.pdf");
        ProblemException full = assertThrows(
                ProblemException.class,
                () -> Saving.file(file, () -> {
                    throw new IOException("No space left on device");
                }));
        robot.interact(() -> new Dialogs(GERMAN, stage).problem(full));
        untilSaid(
                file + " konnte nicht geschrieben werden: Der Datenträger ist voll. Eine Datei in einem Ordner mit"
                        + " Schreibrecht wählen, auf einem Datenträger mit freiem Platz.",
                "problem-disk-de");
        assertEquals("the disk is full", full.why());
        assertTrue(String.valueOf(full.getMessage()).startsWith(file + " could not be written"), full.getMessage());
    }
}
