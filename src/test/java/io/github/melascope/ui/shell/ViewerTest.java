package io.github.melascope.ui.shell;

import static io.github.melascope.ui.shell.TestShell.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.Review;
import io.github.melascope.app.SampleImages;
import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.image.Distance;
import io.github.melascope.ui.image.HeatChoice;
import io.github.melascope.ui.image.ImagePane;
import io.github.melascope.ui.review.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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

/** What the viewer, the answer and the settings keep and share, with the shipped model. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class ViewerTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    Path folder;

    private Stage stage;
    private TestShell made;

    @Start
    void start(Stage first) {
        stage = first;
        made = new TestShell(
                first, Settings.USUAL.withLanguage("en").withTheme(Settings.Theme.LIGHT), folder, new Chosen());
    }

    @AfterEach
    void end() {
        made.close();
    }

    private final class Chosen extends NoFiles {
        @Override
        public Optional<Path> folder() {
            return Optional.of(folder.resolve("dataset"));
        }
    }

    private List<SimilarCase> read() throws Exception {
        return read(SampleImages.in(folder.resolve("samples")).get(0));
    }

    private List<SimilarCase> read(Path image) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> made.shell.open(List.of(image))).get();
        until(() -> made.shell.review().readingProperty().get() instanceof Reading.Ready
                && made.shell.review().heatMapProperty().get() != null);
        return ((Reading.Ready) made.shell.review().readingProperty().get())
                .review()
                .similar();
    }

    private Settings kept() {
        try {
            return new SettingsFile(folder.resolve("settings.json")).load();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMeasuredLengthGivesTheScaleOfAllImagesOfThisSize(FxRobot robot) throws Exception {
        read();
        ImagePane pane = robot.lookup("#image-pane").query();
        robot.interact(pane::requestFocus);
        robot.type(KeyCode.D);
        robot.interact(() ->
                pane.distanceProperty().set(Optional.of(new Distance(new Point2D(100, 100), new Point2D(350, 100)))));
        robot.clickOn("#image-scale");
        robot.clickOn("#scale-length").write("5");
        robot.clickOn("#dialog-yes");
        assertEquals(OptionalDouble.of(20), kept().scale(600, 450));
        assertEquals(OptionalDouble.of(20), pane.micrometresPerPixelProperty().get());
        assertTrue(robot.lookup(".scale-bar").queryAll().stream().anyMatch(Node::isVisible));
        robot.clickOn("#image-scale");
        robot.clickOn("#scale-remove");
        assertEquals(OptionalDouble.empty(), kept().scale(600, 450));
        assertEquals(OptionalDouble.empty(), pane.micrometresPerPixelProperty().get());
    }

    @Test
    void aScaleThatCannotBeKeepsTheDialogOpen(FxRobot robot) throws Exception {
        read();
        robot.type(KeyCode.TAB);
        robot.interact(() -> robot.lookup("#image-pane").query().requestFocus());
        robot.type(KeyCode.D);
        robot.clickOn("#image-scale");
        robot.clickOn("#scale-pixel").write("90000");
        robot.clickOn("#dialog-yes");
        assertFalse(robot.lookup("#scale-told").queryAs(Label.class).getText().isBlank());
        assertTrue(kept().scales().isEmpty());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void howHeatMapsLookOutlivesARestart(FxRobot robot) throws Exception {
        read();
        robot.clickOn("#heat-colour");
        robot.interact(() -> robot.lookup("#heat-colours")
                .<ComboBox<Object>>query()
                .getSelectionModel()
                .select(1));
        assertEquals(new Settings.HeatLook(false, "viridis", 0.5), kept().heat());
        Settings after = kept();
        end();
        WaitForAsyncUtils.asyncFx(() -> made = new TestShell(stage, after, folder, new Chosen()))
                .get();
        read();
        assertTrue(robot.lookup("#heat-colour").queryAs(ToggleButton.class).isSelected());
        ImagePane pane = robot.lookup("#image-pane").query();
        assertEquals(after.heat(), pane.heatLookProperty().get());
    }

    @Test
    void theSettingsAndTheViewerSayTheSameOfHeatMaps(FxRobot robot) throws Exception {
        read();
        robot.interact(() -> made.shell.go(Feature.SETTINGS));
        robot.interact(() ->
                robot.lookup("#settings-heat-look").<ComboBox<Boolean>>query().setValue(false));
        robot.interact(() -> made.shell.go(Feature.REVIEW));
        assertTrue(robot.lookup("#heat-colour").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#heat-contour");
        robot.interact(() -> made.shell.go(Feature.SETTINGS));
        assertEquals(
                true,
                robot.lookup("#settings-heat-look").<ComboBox<Boolean>>query().getValue());
    }

    @Test
    void similarCasesShowTheirPicturesOnceTheFolderIsChosen(FxRobot robot) throws Exception {
        List<SimilarCase> cases = read();
        assertEquals(5, cases.size());
        assertTrue(robot.lookup("#similar-choose").tryQuery().isPresent(), "the way to the pictures");
        copies(cases.subList(0, 4));
        robot.interact(() -> made.shell.go(Feature.SETTINGS));
        robot.interact(
                () -> robot.lookup("#settings-dataset-choose").queryButton().fire());
        assertEquals(folder.resolve("dataset").toString(), kept().dataset());
        robot.interact(() -> made.shell.go(Feature.REVIEW));
        until(() -> robot.lookup(".similar-case").queryAll().size() == 4);
        assertEquals(
                1,
                robot.lookup("#similar")
                        .lookup((Label label) -> label.getText().equals(WORDS.of("answer.similar.missing")))
                        .queryAll()
                        .size());
        Node first = robot.lookup(".similar-case").queryAll().iterator().next();
        robot.interact(first::requestFocus);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#similar-large").tryQuery().isPresent()
                && robot.lookup("#similar-large").<ImagePane>query().viewport().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#similar-large").tryQuery().isEmpty());
    }

    @Test
    void similarCasesAreOfEachDiagnosisWhenThatIsChosen(FxRobot robot) throws Exception {
        List<SimilarCase> nearest = read();
        Review review = ((Reading.Ready) made.shell.review().readingProperty().get()).review();
        assertEquals(names(nearest), shown(robot, review));
        long agreeing = nearest.stream()
                .filter(one ->
                        one.diagnosis() == review.prediction().likeliest().orElseThrow())
                .count();
        assertEquals(agreeing, review.agreeing().orElseThrow());
        String caption = robot.lookup("#similar-caption").<Label>query().getText();
        assertTrue(caption.contains(agreeing + " of 5"), caption);
        assertEquals(2 * agreeing > 5, caption.startsWith("Most agree"), caption);
        Node each = robot.lookup("#similar-each").query();
        robot.interact(each::requestFocus);
        robot.type(KeyCode.SPACE);
        List<SimilarCase> ofEach = review.similarOfEach();
        assertEquals(
                Set.copyOf(Diagnosis.ALL),
                ofEach.stream().map(SimilarCase::diagnosis).collect(Collectors.toSet()));
        assertEquals(Diagnosis.ALL.size(), ofEach.size());
        assertEquals(nearest.getFirst(), ofEach.getFirst());
        assertEquals(names(ofEach), shown(robot, review));
        assertTrue(each.isFocused(), "the next key goes on from here");
        assertTrue(kept().similarOfEach());
        robot.type(KeyCode.SPACE);
        assertEquals(names(ofEach), shown(robot, review), "one of both is always chosen");
        robot.interact(
                () -> robot.lookup("#similar-nearest").<ToggleButton>query().fire());
        assertEquals(names(nearest), shown(robot, review));
        assertFalse(kept().similarOfEach());
    }

    private static List<String> names(List<SimilarCase> cases) {
        return cases.stream().map(SimilarCase::name).toList();
    }

    /** Names of the cases that are listed, from top to bottom. */
    private static List<String> shown(FxRobot robot, Review review) {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> known = Stream.of(review.similar(), review.similarOfEach())
                .flatMap(List::stream)
                .map(SimilarCase::name)
                .toList();
        return robot
                .lookup("#similar")
                .lookup((Label label) -> known.contains(label.getText()))
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    private void copies(List<SimilarCase> cases) {
        try {
            Path image = SampleImages.in(folder.resolve("samples")).get(0);
            Files.createDirectories(folder.resolve("dataset"));
            for (SimilarCase one : cases) {
                Files.copy(image, folder.resolve("dataset/" + one.name() + ".jpg"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDatasetFolderThatIsGoneIsSaid(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> made.settings.change(
                        s -> s.withDataset(folder.resolve("gone").toString())))
                .get();
        read();
        until(() -> robot.lookup("#similar")
                .lookup((Label label) -> label.getText().contains("gone"))
                .tryQuery()
                .isPresent());
    }

    @Test
    void muchHeatOutsideTheLesionIsSaidInWords(FxRobot robot) throws Exception {
        Path image = folder.resolve("odd.png");
        PngWriter.write(image, SyntheticLesions.draw(35, 0, Diagnosis.VASC, 600, 450), Map.of());
        read(image);
        Review review = ((Reading.Ready) made.shell.review().readingProperty().get()).review();
        assertTrue(review.lesion().isPresent(), "the synthetic lesion stands out");
        Label warning = robot.lookup("#heat-outside").query();
        int warned = 0;
        for (Diagnosis target : Diagnosis.ALL) {
            HeatChoice choice = new HeatChoice(target, HeatMap.Method.GRAD_CAM, false);
            robot.interact(() -> made.shell.review().choiceProperty().set(choice));
            until(() -> {
                HeatMap shown = made.shell.review().heatMapProperty().get();
                return shown != null && choice.isOf(shown);
            });
            double share = review.heatOutside(Objects.requireNonNull(
                            made.shell.review().heatMapProperty().get()))
                    .orElse(0);
            assertEquals(share >= HeatOutside.MUCH, warning.isVisible(), target + " " + share);
            if (warning.isVisible()) {
                warned++;
                robot.interact(() ->
                        robot.lookup("#image-outline").<ToggleButton>query().setSelected(true));
                robot.interact(() -> Snapshots.write(made.shell.scene(), "window-heat-outside-" + target.code()));
                assertEquals(WORDS.of("answer.heat-outside", WORDS.percent(share)), warning.getText());
            }
        }
        assertTrue(warned > 0 && warned < Diagnosis.ALL.size(), warned + " of all classes");
    }

    @Test
    void theLibraryMovesToAnotherFolder(FxRobot robot) throws Exception {
        robot.interact(() -> made.shell.go(Feature.SETTINGS));
        robot.interact(
                () -> robot.lookup("#settings-library-choose").queryButton().fire());
        assertEquals(folder.resolve("dataset").toString(), kept().library());
        assertTrue(robot.lookup("#settings-library-reset").query().isVisible());
        assertEquals(
                folder.resolve("dataset").toString(),
                robot.lookup("#settings-library").queryAs(Label.class).getText());
        robot.interact(() -> made.shell.go(Feature.CASES));
        until(() -> robot.lookup(WORDS.of("cases.empty")).tryQuery().isPresent());
        assertTrue(Files.isDirectory(folder.resolve("dataset")), "it is there");
    }

    @Test
    void theSheetListsTheKeysOfListAndImage(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F1);
        for (String key : List.of("shortcuts.remove", "shortcuts.hide", "shortcuts.outline", "shortcuts.measure")) {
            assertTrue(robot.lookup(WORDS.of(key)).tryQuery().isPresent(), key);
        }
        assertTrue(robot.lookup("Delete").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
    }
}
