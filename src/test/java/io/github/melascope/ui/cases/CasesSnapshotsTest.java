package io.github.melascope.ui.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of the cases page in target/snapshots for human eyes; for the machine's, that no word is cut off. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage and the folder are handed in
class CasesSnapshotsTest {

    @TempDir
    static Path shared;

    private static List<Path> samples = List.of();

    @TempDir
    Path folder;

    private final CasesModel model = new CasesModel(Runnable::run, new WindowThread(), Clock.systemUTC(), problem -> {
        throw new AssertionError(problem);
    });
    private Stage stage;

    @BeforeAll
    static void draw() throws ProblemException {
        samples = SampleImages.in(shared);
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            model.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 100, en, details, 1280, 800",
        "DARK, 100, de, details, 1280, 800",
        "LIGHT, 200, de, details, 1280, 900",
        "LIGHT, 100, de, empty, 1000, 640",
        "DARK, 200, de, empty, 1280, 900",
        "DARK, 200, en, nothing, 1280, 900",
        "LIGHT, 100, de, failed, 1000, 640",
        "LIGHT, 100, en, save, 900, 640",
        "DARK, 200, de, save, 1280, 900",
        "LIGHT, 200, de, delete, 1280, 900",
        "DARK, 100, en, own, 1280, 900",
        "LIGHT, 200, de, own, 1280, 900",
        "LIGHT, 100, en, follow-up, 1280, 800",
        "DARK, 200, de, follow-up, 1280, 900",
        "LIGHT, 100, de, blink, 1000, 700",
    })
    void noWordIsCutOff(
            Settings.Theme theme, int text, String language, String what, int width, int height, FxRobot robot)
            throws IOException {
        if (what.equals("failed")) {
            Files.writeString(folder.resolve("somebody-elses.txt"), "not a library");
        }
        Words words = new Words(Locale.of(language));
        robot.interact(() -> show(words, theme, text, width, height));
        robot.interact(() -> act(what, words));
        robot.interact(() -> {});
        robot.interact(() -> {
            Scene scene =
                    Window.getWindows().get(Window.getWindows().size() - 1).getScene();
            String name = String.join("-", "cases", theme.name().toLowerCase(Locale.ROOT), "" + text, language, what);
            Snapshots.write(scene, name);
            check(scene.getRoot());
        });
    }

    private void show(Words words, Settings.Theme theme, int text, int width, int height) {
        Look.theme(theme);
        Dialogs dialogs = new Dialogs(words, stage);
        CasesView view =
                new CasesView(words, model, dialogs, new NoFiles(), Runnable::run, new WindowThread(), new NoWishes());
        Scene scene = new Scene(view, width, height);
        Look.dress(scene, text);
        stage.setScene(scene);
        stage.show();
        this.dialogs = dialogs;
    }

    private Dialogs dialogs;

    private void act(String what, Words words) {
        model.open(folder);
        if (what.equals("empty") || what.equals("failed")) {
            return;
        }
        fill();
        switch (what) {
            case "nothing" -> ((javafx.scene.control.TextField) stage.getScene().lookup("#case-search")).setText("zz");
            case "save" -> save(words);
            case "delete" -> {
                CaseRow first = model.pageProperty().get().rows().get(0);
                model.delete(first, io.github.melascope.cases.Trash.Kind.IMAGE, first.fileName());
                model.selectedProperty().set(model.pageProperty().get().rows().get(0));
                button("#case-delete").fire();
            }
            case "own" -> {
                TitledPane pane = (TitledPane) stage.getScene().lookup("#own-reading");
                pane.setAnimated(false);
                pane.setExpanded(true);
                stage.getScene().getRoot().layout();
                button("#own-commit").fire();
            }
            case "follow-up" -> button("#case-follow-up").fire();
            case "blink" -> {
                button("#case-follow-up").fire();
                ((ToggleButton) stage.getScene().lookup("#follow-up-one")).setSelected(true);
            }
            default -> {}
        }
    }

    private Button button(String id) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        return (Button) stage.getScene().lookup(id);
    }

    private void save(Words words) {
        new SaveCaseDialog(words, model, dialogs, said -> {})
                .ask(TestCases.entry(samples.get(0), Outcome.CLOSER_LOOK, 0.62), TestCases.JUNE);
        Scene scene = Window.getWindows().get(Window.getWindows().size() - 1).getScene();
        ((Button) scene.lookup("#dialog-yes")).fire();
    }

    private void fill() {
        model.save(
                TestCases.read(samples.get(4), Outcome.LOWER_CONCERN, 0.081, Diagnosis.MEL),
                TestCases.place("P-017", BodySite.UPPER_EXTREMITY, TestCases.MARCH, "Noticed by the partner"),
                image -> {});
        long lesion = model.pageProperty().get().rows().get(0).lesionId();
        model.save(
                TestCases.read(samples.get(5), Outcome.CLOSER_LOOK, 0.62, Diagnosis.AKIEC),
                TestCases.place("P-017", lesion, TestCases.JUNE),
                image -> model.setTags(image.id(), List.of("teaching", "follow-up")));
        model.save(
                TestCases.entry(samples.get(2), Outcome.NO_ANSWER, 0.2),
                TestCases.place("P-004", BodySite.GENITAL, TestCases.MARCH, ""),
                image -> {});
        model.selectedProperty().set(model.pageProperty().get().rows().get(0));
    }

    /** A table may cut off what a narrow column has no room for: its tooltips tell it whole. */
    private static void check(Parent root) {
        int labels = 0;
        for (Node node : root.lookupAll("*")) {
            if (seen(node)
                    && node instanceof Labeled labeled
                    && !String.valueOf(labeled.getText()).isEmpty()) {
                labels++;
                assertEquals(labeled.getText(), ((Text) labeled.lookup(".text")).getText());
            }
        }
        assertTrue(labels > 2, "only " + labels + " texts");
    }

    private static boolean seen(Node node) {
        boolean other = node instanceof IndexedCell
                || node instanceof TitledPane
                || node.getStyleClass().contains("column-header");
        return !other && node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    private static final class NoWishes implements CasesView.Wishes {
        @Override
        public void openInReview(Path file, String name) {}

        @Override
        public void useLibrary(Path library) {}

        @Override
        public OptionalDouble scale(int width, int height) {
            return OptionalDouble.of(20);
        }

        @Override
        public void goToReview() {}

        @Override
        public void report(FollowUp lesion) {}

        @Override
        public void say(String text) {}
    }
}
