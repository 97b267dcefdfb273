package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.review.Reading;
import io.github.melascope.ui.review.ReviewItem;
import io.github.melascope.ui.review.ReviewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
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

/**
 * Pictures of the whole window for human eyes; for the machine's, that the words of the answer are not cut off. Synthetic
 * images only.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class WindowSnapshotsTest {
    private static final int SIMILAR = 4;

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

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 100",
        "en, DARK, 100",
        "de, LIGHT, 150",
        "de, DARK, 200",
        "en, LIGHT, 200",
    })
    void everyPageShowsWholeWords(String language, Settings.Theme theme, int text) throws Exception {
        List<Path> samples = SampleImages.in(folder.resolve("samples"));
        Settings settings =
                Settings.USUAL.withLanguage(language).withTheme(theme).withTextPercent(text);
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> made = new TestShell(stage, settings, folder, new NoFiles()))
                .get();
        write("window-empty-" + name);
        WaitForAsyncUtils.asyncFx(() -> made.shell.open(samples)).get();
        until(() -> made.shell.review().items().size() == samples.size()
                && made.shell.review().items().stream()
                        .noneMatch(item -> item.state() instanceof ReviewItem.State.Waiting)
                && made.shell.review().readingProperty().get() instanceof Reading.Ready);
        look(Diagnosis.VASC, Outcome.NO_ANSWER);
        WaitForAsyncUtils.asyncFx(() -> checkWords(".answer .label")).get();
        write("window-no-answer-" + name);
        look(Diagnosis.MEL, Outcome.CLOSER_LOOK);
        WaitForAsyncUtils.asyncFx(() -> checkWords(".answer .label")).get();
        write("window-review-" + name);
        WaitForAsyncUtils.asyncFx(() -> {
                    ((TextField) made.shell.scene().getRoot().lookup("#patient-age")).setText("63");
                    made.shell.scene().getRoot().layout();
                    scrollTo("#patient");
                    checkWords(".answer .label");
                })
                .get();
        write("window-patient-" + name);
        showSimilar(samples);
        until(() -> made.shell.scene().getRoot().lookupAll(".similar-case").size() == SIMILAR);
        WaitForAsyncUtils.asyncFx(
                        () -> ((ScrollPane) made.shell.scene().getRoot().lookup("#answer")).setVvalue(1))
                .get();
        WaitForAsyncUtils.asyncFx(() -> checkWords(".answer .label")).get();
        write("window-similar-" + name);
        WaitForAsyncUtils.asyncFx(() -> made.settings.change(s -> s.withSimilarOfEach(true)))
                .get();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
                    made.shell.scene().getRoot().layout();
                    scrollTo("#similar");
                    checkWords(".answer .label");
                })
                .get();
        write("window-similar-each-" + name);
        WaitForAsyncUtils.asyncFx(() -> made.shell.go(Feature.MODELS)).get();
        until(() -> made.shell.scene().getRoot().lookup(".model-details .figure > .text") != null); // it is laid out
        WaitForAsyncUtils.asyncFx(() -> checkWords(".model-details .label")).get();
        write("window-models-" + name);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 100", "de, DARK, 150", "de, LIGHT, 200"})
    void settingsAndShortcutsShowWholeWords(String language, Settings.Theme theme, int text, FxRobot robot)
            throws Exception {
        Settings settings = Settings.USUAL
                .withLanguage(language)
                .withTheme(theme)
                .withTextPercent(text)
                .withScale(600, 450, OptionalDouble.of(21.4))
                .withDataset("/data/dermoscopy/HAM10000/as downloaded");
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> made = new TestShell(stage, settings, folder, new NoFiles()))
                .get();
        WaitForAsyncUtils.asyncFx(() -> made.shell.go(Feature.SETTINGS)).get();
        until(() -> made.shell.scene().getRoot().lookup("#settings .label > .text") != null); // it is laid out
        WaitForAsyncUtils.asyncFx(() -> checkWords("#settings .label")).get();
        write("window-settings-" + name);
        robot.interact(() -> robot.lookup("#settings").<ScrollPane>query().setVvalue(1));
        write("window-settings-end-" + name);
        robot.push(KeyCode.F1);
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Snapshots.write(robot.lookup(".shortcuts").query().getScene(), "window-shortcuts-" + name));
        robot.type(KeyCode.ESCAPE);
    }

    /** Selects the sample of a diagnosis and waits for its answer and heat map. */
    private void look(Diagnosis drawn, Outcome expected) throws Exception {
        ReviewModel review = made.shell.review();
        WaitForAsyncUtils.asyncFx(
                        () -> review.selectedProperty().set(review.items().get(Diagnosis.ALL.indexOf(drawn))))
                .get();
        until(() -> review.readingProperty().get() instanceof Reading.Ready ready
                && ready.review().prediction().outcome() == expected
                && review.heatMapProperty().get() != null);
        until(this::contourIsDrawn);
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
                    ScrollPane answer =
                            (ScrollPane) made.shell.scene().getRoot().lookup("#answer");
                    double room = answer.getViewportBounds().getWidth();
                    double needed = answer.getContent().getLayoutBounds().getWidth();
                    assertTrue(needed <= room + 1, "an answer of " + needed + " pixels in a room of " + room);
                    boolean numbers = answer.lookupAll(".answer-numbers").stream()
                            .anyMatch(node -> node.isVisible() && !isFoldedAway(node));
                    assertEquals(
                            expected != Outcome.NO_ANSWER, numbers, "numbers stand below an answer, and only there");
                })
                .get();
    }

    /** Brings a part of the answer to the top. */
    private void scrollTo(String part) {
        ScrollPane answer = (ScrollPane) made.shell.scene().getRoot().lookup("#answer");
        Node content = answer.getContent();
        Node node = content.lookup(part);
        double top =
                content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
        double hidden = content.getBoundsInLocal().getHeight()
                - answer.getViewportBounds().getHeight();
        answer.setVvalue(Math.min(1, top / hidden));
    }

    /** A label that was too narrow for its words draws others than it holds. */
    private void checkWords(String labels) {
        int checked = 0;
        for (Node node : made.shell.scene().getRoot().lookupAll(labels)) {
            if (node instanceof Labeled label
                    && label.isVisible()
                    && !label.getText().isEmpty()
                    && !isFoldedAway(label)) {
                Node drawn = label.lookup(".text");
                if (drawn instanceof Text text) {
                    assertEquals(label.getText(), text.getText());
                    checked++;
                }
            }
        }
        assertTrue(checked > 5, checked + " labels");
    }

    private static boolean isFoldedAway(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof TitledPane pane && !pane.isExpanded()) {
                return true;
            }
        }
        return false;
    }

    /** A map is known some time before its lines are on the screen. */
    private boolean contourIsDrawn() {
        return made.shell.scene().getRoot().lookupAll(".heat-contour").stream()
                .anyMatch(lines -> lines.getLayoutBounds().getWidth() > 0);
    }

    /** Synthetic pictures in place of the confirmed cases, which are other people's. */
    private void showSimilar(List<Path> samples) throws Exception {
        Path dataset = Files.createDirectories(folder.resolve("dataset"));
        List<SimilarCase> cases = ((Reading.Ready)
                        made.shell.review().readingProperty().get())
                .review()
                .similar();
        for (int i = 0; i < SIMILAR; i++) {
            Files.copy(samples.get(i), dataset.resolve(cases.get(i).name() + ".jpg"));
        }
        WaitForAsyncUtils.asyncFx(() -> made.settings.change(s -> s.withDataset(dataset.toString())))
                .get();
    }

    private void write(String name) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(made.shell.scene(), name));
    }
}
