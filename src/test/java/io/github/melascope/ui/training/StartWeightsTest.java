package io.github.melascope.ui.training;

import static io.github.melascope.ui.training.TestWizard.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.NoLookups;
import io.github.melascope.app.OnlineWeights;
import io.github.melascope.nn.arch.TimmFile;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a training can start from: kept files, and one that is fetched when its button is clicked and not before. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the toolkit calls start before any test
class StartWeightsTest {
    @TempDir
    Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ProxySelector usual = ProxySelector.getDefault();
    private Stage stage;
    private TestWizard wizard;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    /** Hears of every connection before it is made. */
    @BeforeEach
    void listen() {
        NoLookups.seen().clear();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri.getHost());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                asked.add(uri.getHost());
            }
        });
    }

    @AfterEach
    void end() {
        ProxySelector.setDefault(usual);
        wizard.close();
    }

    private void recipeStep(Settings settings) throws Exception {
        Path data = TestWizard.dataset(folder.resolve("drawn lesions"), 5);
        WaitForAsyncUtils.asyncFx(() -> wizard = new TestWizard(stage, settings, folder, new NoFiles()))
                .get();
        WaitForAsyncUtils.asyncFx(() -> wizard.model.open(List.of(data))).get();
        until(() -> wizard.model.can(WizardStep.RECIPE));
        WaitForAsyncUtils.asyncFx(() -> wizard.model.go(WizardStep.RECIPE)).get();
        until(() -> wizard.model.canStart());
    }

    private List<String> connections() {
        List<String> all = new ArrayList<>(NoLookups.seen());
        all.addAll(asked);
        return all;
    }

    @Test
    void nothingIsSentBeforeTheClickOnDownload(FxRobot robot) throws Exception {
        recipeStep(Settings.USUAL.withLanguage("en"));
        robot.interact(() -> ((javafx.scene.control.Button) node("#start-download")).fire());
        until(() -> Window.getWindows().size() == 2);
        String facts = robot.lookup("#download-facts").queryAs(TextArea.class).getText();
        OnlineWeights offered = OnlineWeights.IMAGENET;
        for (String fact : List.of(
                offered.address().toString(),
                "14.2 MB",
                offered.sha256(),
                "Apache-2.0",
                offered.page().toString())) {
            assertTrue(facts.contains(fact), facts);
        }
        assertEquals(List.of(), connections());
        robot.push(javafx.scene.input.KeyCode.ESCAPE);
        until(() -> Window.getWindows().size() == 1);
        assertEquals(List.of(), connections());
        robot.interact(() -> ((javafx.scene.control.Button) node("#start-download")).fire());
        until(() -> Window.getWindows().size() == 2);
        robot.clickOn("#dialog-yes");
        until(() -> !connections().isEmpty());
        assertTrue(connections().contains("huggingface.co"), connections().toString());
        until(() -> wizard.model.download().amountProperty().get().isEmpty()
                && Window.getWindows().size() == 2);
        assertTrue(robot.lookup(".dialog-pane .label").queryAll().stream()
                .anyMatch(label -> ((Labeled) label).getText().contains("huggingface.co was not found")));
        assertFalse(Files.exists(folder.resolve("weights").resolve(offered.fileName())));
    }

    @Test
    void keptWeightsAreOfferedAndTheFirstIsWhatAFileMeans(FxRobot robot) throws Exception {
        Path shelf = Files.createDirectories(folder.resolve("weights"));
        TimmFile.write(shelf.resolve("a.safetensors"));
        TimmFile.write(shelf.resolve(OnlineWeights.IMAGENET.fileName()));
        recipeStep(Settings.USUAL.withLanguage("en"));
        until(() -> !node("#start-file").isDisabled());
        assertFalse(node("#start-download").isVisible(), "what is kept need not be fetched");
        robot.interact(() -> ((RadioButton) node("#start-file")).setSelected(true));
        assertEquals(
                shelf.resolve("a.safetensors").toString(),
                wizard.model.recipe().recipeProperty().get().init());
        until(() -> wizard.model.canStart());
        robot.interact(() -> ((javafx.scene.control.Button) node("#start-kept-1")).fire());
        until(() -> wizard.model.recipe().recipeProperty().get().init().endsWith(OnlineWeights.IMAGENET.fileName()));
    }

    @Test
    void weightsKeptMeanwhileAreOfferedWhenTheWizardIsSeenAgain(FxRobot robot) throws Exception {
        recipeStep(Settings.USUAL.withLanguage("en"));
        assertTrue(node("#start-file").isDisabled());
        TimmFile.write(Files.createDirectories(folder.resolve("weights")).resolve("later.safetensors"));
        robot.interact(wizard.model::shown);
        until(() -> !node("#start-file").isDisabled());
    }

    private Node node(String id) {
        return stage.getScene().lookup(id);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 100", "de, DARK, 100", "de, LIGHT, 200"})
    void theDialogIsWholeInEveryLanguageAndSize(String language, Settings.Theme theme, int text, FxRobot robot)
            throws Exception {
        recipeStep(Settings.USUAL.withLanguage(language).withTheme(theme).withTextPercent(text));
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        robot.interact(() -> {
            javafx.scene.control.ScrollPane page =
                    (javafx.scene.control.ScrollPane) stage.getScene().lookup("#training-page");
            double top = node("#start-shipped").localToScene(0, 0).getY()
                    - page.localToScene(0, 0).getY()
                    - 40;
            page.setVvalue(top
                    / (page.getContent().getLayoutBounds().getHeight()
                            - page.getViewportBounds().getHeight()));
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), "training-start-" + name));
        robot.interact(() -> ((javafx.scene.control.Button) node("#start-download")).fire());
        until(() -> Window.getWindows().size() == 2);
        Node facts = robot.lookup("#download-facts").query();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(facts.getScene(), "training-download-" + name));
        assertTrue(
                facts.getScene().getWidth() <= 1280,
                "wider than the screen: " + facts.getScene().getWidth());
        assertTrue(
                facts.getScene().getHeight() <= 800,
                "higher than the screen: " + facts.getScene().getHeight());
    }
}
