package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ModelShelf;
import io.github.melascope.base.Words;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
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

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is made on its own thread
class ModelsWindowTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    Path folder;

    /** Models of the project itself. */
    private static final int SHIPPED = shipped();

    private TestShell made;

    private static int shipped() {
        String[] names = Path.of("models").toFile().list((place, name) -> name.startsWith("dermoscopy-"));
        return java.util.Objects.requireNonNull(names).length;
    }

    @Start
    void start(Stage stage) {
        made = new TestShell(stage, Settings.USUAL.withLanguage("en"), folder, new Chosen());
    }

    /** The shipped model, also as a file, and a copy of it under another name to work with. */
    @BeforeEach
    void twoModels(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, made.digit(Feature.MODELS));
        until(() -> list(robot).getItems().size() == SHIPPED);
        push(robot, "#models-export");
        until(() -> Files.exists(folder.resolve("taken.melascope")));
        copyUnder("mine");
        push(robot, "#models-refresh");
        until(() -> list(robot).getItems().size() == SHIPPED + 1);
    }

    private void copyUnder(String id) throws Exception {
        Path target = folder.resolve("models").resolve("copy");
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(Path.of("models", AppContext.USUAL_MODEL))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        String model = Files.readString(target.resolve(BundleFiles.MODEL));
        Files.writeString(
                target.resolve(BundleFiles.MODEL),
                model.replace("\"" + AppContext.USUAL_MODEL + "\",", "\"" + id + "\","));
        Files.move(target, folder.resolve("models").resolve(id));
    }

    @AfterEach
    void end() {
        made.close();
    }

    private final class Chosen extends NoFiles {
        @Override
        public Optional<Path> save(String name) {
            return Optional.of(folder.resolve("taken.melascope"));
        }

        @Override
        public List<Path> models() {
            return List.of(folder.resolve("taken.melascope"));
        }
    }

    @SuppressWarnings("unchecked") // it is the only list
    private static ListView<ModelShelf.Item> list(FxRobot robot) {
        return robot.lookup("#models-list").queryAs(ListView.class);
    }

    private static void push(FxRobot robot, String button) throws Exception {
        until(() -> robot.lookup(button).tryQuery().isPresent());
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static void select(FxRobot robot, String id) {
        robot.interact(() -> {
            list(robot).getSelectionModel().clearSelection();
            list(robot).getItems().stream()
                    .filter(item -> item.id().equals(id))
                    .forEach(list(robot).getSelectionModel()::select);
        });
    }

    @Test
    void aModelThatTheProgramIsStartedWithIsNoImage(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, made.digit(Feature.REVIEW));
        until(() -> robot.lookup("#models-list").tryQuery().isEmpty());
        robot.interact(() -> made.shell.open(List.of(folder.resolve("taken.melascope"))));
        until(() -> robot.lookup("#models-list").tryQuery().isPresent());
        assertTrue(made.shell.review().items().isEmpty());
    }

    @Test
    void everyFileOfAModelIsChecked(FxRobot robot) throws Exception {
        select(robot, AppContext.USUAL_MODEL);
        push(robot, "#models-verify");
        until(() ->
                robot.lookup("#model-checked").queryAs(Label.class).getText().startsWith("Just checked"));
        assertTrue(robot.lookup("#models-delete").queryAs(ButtonBase.class).isDisabled(), "the shipped one stays");
        assertTrue(robot.lookup("#models-use").queryAs(ButtonBase.class).isDisabled(), "it is in use already");
    }

    @Test
    void aModelIsUsedRenamedDeletedAndBroughtBack(FxRobot robot) throws Exception {
        select(robot, "mine");
        push(robot, "#models-use");
        assertEquals("mine", made.settings.get().model());
        until(() ->
                robot.lookup("#status-model").queryAs(Label.class).getText().equals(WORDS.of("status.model", "mine")));

        push(robot, "#models-rename");
        until(() -> robot.lookup("#rename-id").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#rename-id").queryAs(TextField.class).setText("Not Allowed"));
        push(robot, "#dialog-yes");
        assertFalse(
                robot.lookup("#rename-problem").queryAs(Label.class).getText().isEmpty());
        robot.interact(() -> robot.lookup("#rename-id").queryAs(TextField.class).setText("yours"));
        push(robot, "#dialog-yes");
        until(() -> made.settings.get().model().equals("yours"));
        until(() -> list(robot).getItems().stream().anyMatch(item -> item.id().equals("yours")));

        select(robot, "yours");
        push(robot, "#models-delete");
        push(robot, "#dialog-yes");
        until(() -> list(robot).getItems().size() == SHIPPED);
        assertEquals("", made.settings.get().model(), "the shipped model takes its place");
        push(robot, "#models-undo");
        until(() -> list(robot).getItems().size() == SHIPPED + 1);
    }

    @Test
    void aBrokenModelSaysWhyAndCannotBeUsed(FxRobot robot) throws Exception {
        Path split = folder.resolve("models").resolve("mine").resolve(BundleFiles.SPLIT);
        String text = Files.readString(split);
        try {
            Files.writeString(split, text + "changed");
            push(robot, "#models-refresh");
            until(() -> list(robot).getItems().stream()
                    .anyMatch(item -> item.problem()
                            .filter(why -> why.what().contains(BundleFiles.SPLIT))
                            .isPresent()));
            select(robot, "mine");
            assertTrue(robot.lookup("#models-use").tryQuery().isEmpty());
            assertTrue(robot.lookup("#models-delete").tryQuery().isPresent());
        } finally {
            Files.writeString(split, text);
        }
    }

    @Test
    void severalAreComparedUnderTheirExam(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).getSelectionModel().selectAll());
        until(() -> robot.lookup(WORDS.of("models.compare.same")).tryQuery().isPresent());
    }

    @Test
    void anImportOfAModelThatIsThereSaysSoAndChangesNothing(FxRobot robot) throws Exception {
        push(robot, "#models-import");
        until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        assertEquals(SHIPPED + 1, list(robot).getItems().size());
    }
}
