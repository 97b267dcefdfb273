package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.image.ImagePane;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewItem;
import io.github.melascope.ui.settings.SettingsModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From an answered image to a case and its follow-up, with the shipped model, mostly by keyboard. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class CasesWindowTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    Path folder;

    private List<Path> samples = List.of();
    private SettingsModel settings;
    private TestShell made;
    private Shell shell;

    @Start
    void start(Stage first) throws ProblemException {
        samples = SampleImages.in(folder.resolve("samples"));
        made = new TestShell(first, Settings.USUAL.withLanguage("en"), folder, new Chosen());
        settings = made.settings;
        shell = made.shell;
    }

    @BeforeEach
    void twoVisits(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> shell.open(samples.subList(4, 6))).get();
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> robot.lookup("#save-patient").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        assertEquals(
                WORDS.of("savecase.patient.missing"),
                robot.lookup("#save-patient-problem").queryAs(Label.class).getText());
        robot.clickOn("#save-patient").write("P-017");
        choose(robot, "#save-site", 2);
        robot.push(KeyCode.ENTER);
        untilSaid(robot, "savecase.saved", samples.get(4).getFileName(), "P-017");

        robot.interact(() ->
                shell.review().selectedProperty().set(shell.review().items().get(1)));
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready ready
                && ready.item() == shell.review().items().get(1));
        robot.clickOn("#save-case");
        until(() -> robot.lookup(".suggestion").tryQuery().isPresent());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        until(() -> robot.lookup("#save-lesion").queryAs(ComboBox.class).getValue() instanceof Optional<?> lesion
                && lesion.isPresent());
        WaitForAsyncUtils.asyncFx(() -> robot.lookup("#save-date")
                        .queryAs(javafx.scene.control.DatePicker.class)
                        .getEditor()
                        .setText("2026-03-01"))
                .get();
        robot.clickOn("#dialog-yes");
        untilSaid(robot, "savecase.saved", samples.get(5).getFileName(), "P-017");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> table(robot).getItems().size() == 2);
    }

    @AfterEach
    void end() {
        made.close();
    }

    /** What a user would have chosen in the system's dialogs. */
    private final class Chosen extends NoFiles {
        @Override
        public List<Path> images() {
            return samples;
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(folder.resolve("another"));
        }

        @Override
        public Optional<Path> backup() {
            return Optional.of(folder.resolve("kept.melascope-library"));
        }

        @Override
        public Optional<Path> save(String name) {
            return Optional.of(folder.resolve(name.endsWith(".pdf") ? name : "kept.melascope-library"));
        }
    }

    private static void untilSaid(FxRobot robot, String key, Object... values) throws TimeoutException {
        String text = WORDS.of(key, values);
        until(() -> robot.lookup("#said").queryAs(Label.class).getText().equals(text));
    }

    private static void choose(FxRobot robot, String box, int index) {
        robot.interact(() ->
                robot.lookup(box).queryAs(ComboBox.class).getSelectionModel().select(index));
    }

    @SuppressWarnings("unchecked") // a box of diagnoses
    private static void chooseDiagnosis(FxRobot robot, Diagnosis diagnosis) {
        robot.interact(
                () -> robot.lookup("#own-diagnosis").queryAs(ComboBox.class).setValue(diagnosis));
    }

    private static void showCases(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#nav-cases").queryAs(ToggleButton.class).setSelected(true));
    }

    @SuppressWarnings("unchecked") // it is the only table
    private static TableView<CaseRow> table(FxRobot robot) {
        return robot.lookup("#case-table").queryAs(TableView.class);
    }

    private static void push(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button)
                .queryAs(javafx.scene.control.ButtonBase.class)
                .fire());
    }

    private static void menu(FxRobot robot, String item) {
        robot.interact(
                () -> robot.lookup("#library-menu").queryAs(javafx.scene.control.MenuButton.class).getItems().stream()
                        .filter(one -> item.equals(one.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    @Test
    void aLesionLeavesAsOnePdf(FxRobot robot) throws Exception {
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        until(() -> robot.lookup("#case-report").tryQuery().isPresent());
        push(robot, "#case-report");
        until(() -> robot.lookup("#preview-page").tryQuery().isPresent()
                && text(robot, "#preview-page").equals(WORDS.of("report.page-of", 1, 3)));
        robot.push(KeyCode.ENTER);
        Path pdf =
                folder.resolve("melascope-P-017-" + java.time.LocalDate.now(java.time.ZoneId.systemDefault()) + ".pdf");
        untilSaid(robot, "export.done", pdf);
        assertTrue(Files.size(pdf) > 10_000);
    }

    @Test
    void aSearchFindsACaseAndItsVisitsAreComparedWithLinkedZoomAndBlink(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> {});
        assertEquals("case-search", shell.scene().getFocusOwner().getId());
        robot.clickOn("#case-search").write("nobody");
        until(() -> text(robot, "#notice-title").equals(WORDS.of("cases.nothing")));
        push(robot, "#notice-clear");
        until(() -> table(robot).getItems().size() == 2);
        robot.clickOn("#case-search").write("p-017 " + samples.get(5).getFileName());
        until(() -> table(robot).getItems().size() == 1);
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        until(() -> robot.lookup("#case-follow-up").tryQuery().isPresent());
        push(robot, "#case-follow-up");
        until(() -> robot.lookup("#follow-up-left").tryQuery().isPresent());
        List<ImagePane> panes =
                robot.from(robot.lookup(".follow-up").queryAll()).lookup(".image-pane").queryAll().stream()
                        .map(ImagePane.class::cast)
                        .toList();
        assertEquals(2, panes.size());
        until(() -> panes.stream().allMatch(pane -> pane.viewport().isPresent()));
        robot.push(KeyCode.PLUS);
        robot.push(KeyCode.RIGHT);
        assertNotEquals(1, panes.get(0).viewpointProperty().get().magnification());
        assertEquals(
                panes.get(0).viewpointProperty().get(),
                panes.get(1).viewpointProperty().get());

        assertTrue(panes.stream().allMatch(CasesWindowTest::seen));
        robot.push(KeyCode.SPACE);
        assertEquals(
                List.of(true, false), panes.stream().map(CasesWindowTest::seen).toList());
        robot.push(KeyCode.SPACE);
        assertEquals(
                List.of(false, true), panes.stream().map(CasesWindowTest::seen).toList());
        push(robot, "#follow-up-alternate");
        until(() -> seen(panes.get(0)));
        until(() -> seen(panes.get(1)));
        robot.interact(() -> panes.get(1).requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertFalse(seen(panes.get(0)) || seen(panes.get(1)));
        assertTrue(seen(table(robot)));
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    @Test
    void aDeletionAsksAndIsUndone(FxRobot robot) throws Exception {
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        until(() -> robot.lookup("#case-title").tryQuery().isPresent());
        robot.push(KeyCode.DELETE);
        until(() -> robot.lookup("#delete-patient").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#delete-patient").tryQuery().isEmpty()
                && table(robot).isFocused());
        assertEquals(2, table(robot).getItems().size(), "Escape deletes nothing");
        robot.push(KeyCode.DELETE);
        until(() -> robot.lookup("#delete-patient").tryQuery().isPresent());
        robot.clickOn("#delete-patient").clickOn("#dialog-yes");
        until(() -> text(robot, "#notice-title").equals(WORDS.of("cases.empty")));
        assertTrue(text(robot, "#deleted").contains("P-017"), text(robot, "#deleted"));
        push(robot, "#undo");
        until(() -> table(robot).getItems().size() == 2);
        assertFalse(seen(robot.lookup("#undo").query()));
    }

    @Test
    void aCaseGoesBackIntoTheReview(FxRobot robot) throws Exception {
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        until(() -> robot.lookup("#case-title").tryQuery().isPresent());
        String name = table(robot).getItems().get(0).fileName();
        robot.push(KeyCode.ENTER);
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready ready
                && ready.item().path().startsWith(folder.resolve("library")));
        assertEquals(name, shell.review().items().get(2).name());
    }

    @Test
    void aBackupIsRestoredIntoAFolderOfItsOwn(FxRobot robot) throws Exception {
        menu(robot, "library-back-up");
        Path backup = folder.resolve("kept.melascope-library");
        untilSaid(robot, "cases.backed-up", 2, backup);
        assertTrue(Files.size(backup) > 0);
        menu(robot, "library-restore");
        until(() -> robot.lookup("#dialog-yes").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> !settings.get().library().equals(folder.resolve("library").toString()));
        until(() -> table(robot).getItems().size() == 2);
        assertTrue(Files.exists(Path.of(settings.get().library()).resolve("library.db")));
        menu(robot, "library-audit");
        until(() -> robot.lookup("#audit-head").tryQuery().isPresent());
        assertEquals(
                64,
                robot.lookup("#audit-head").queryAs(TextField.class).getText().length());
    }

    @Test
    void withOwnReadingFirstTheAnswerIsSeenAfterTheUsersOwn(FxRobot robot) throws Exception {
        robot.interact(() -> {
            settings.change(now -> now.withOwnReadingFirst(true));
            shell.open(samples.subList(0, 1));
        });
        until(() -> shell.review().items().size() == 3);
        ReviewItem item = shell.review().items().get(2);
        until(() -> item.state() instanceof ReviewItem.State.Answered);
        robot.interact(() -> shell.review().selectedProperty().set(item));
        until(() -> shell.review().readingProperty().get() instanceof Reading.Covered);
        assertEquals(WORDS.of("ownreading.title"), text(robot, "#outcome"));
        assertTrue(robot.lookup("#save-case").query().isDisabled());
        assertEquals(
                3,
                robot.lookup(".item-answer").queryAllAs(Label.class).stream()
                        .filter(label -> label.getText().equals(WORDS.of("ownreading.covered")))
                        .count());
        assertNull(shell.review().heatMapProperty().get());

        push(robot, "#own-commit");
        assertEquals(WORDS.of("ownreading.missing"), text(robot, "#own-missing"));
        chooseDiagnosis(robot, Diagnosis.NV);
        push(robot, "#own-commit");
        until(() -> shell.review().heatMapProperty().get() != null);
        String outcome = WORDS.of("outcome", item.prediction().orElseThrow().outcome());
        assertEquals(outcome, text(robot, "#outcome"));

        push(robot, "#save-case");
        until(() -> robot.lookup("#save-patient").tryQuery().isPresent());
        robot.clickOn("#save-patient").write("P-018");
        choose(robot, "#save-site", 0);
        robot.clickOn("#dialog-yes");
        untilSaid(robot, "savecase.saved", item.name(), "P-018");
        showCases(robot);
        until(() -> table(robot).getItems().stream()
                .anyMatch(row -> row.pseudonym().equals("P-018") && row.own().equals(Optional.of(Diagnosis.NV))));
    }

    @Test
    void anOwnReadingOfAnImageThatIsInTheLibraryIsKeptAtOnce(FxRobot robot) throws Exception {
        robot.interact(() -> {
            settings.change(now -> now.withOwnReadingFirst(true));
            shell.open(samples.subList(4, 5));
        });
        until(() -> shell.review().readingProperty().get() instanceof Reading.Covered);
        chooseDiagnosis(robot, Diagnosis.BCC);
        push(robot, "#own-commit");
        until(() -> shell.review().readingProperty().get() instanceof Reading.Ready);
        showCases(robot);
        until(() -> table(robot).getItems().stream()
                        .filter(row -> row.own().equals(Optional.of(Diagnosis.BCC)))
                        .count()
                == 1);
    }
}
