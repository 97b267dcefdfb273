package io.github.melascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The words of the first start, by keyboard, and their pictures for human eyes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class FirstStartTest {
    private final List<String> heard = new ArrayList<>();
    private Stage stage;
    private FirstStart said;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void show(String language, Settings.Theme theme, int text) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    Look.theme(theme);
                    said = new FirstStart(
                            new Words(Locale.forLanguageTag(language)), Path.of("/home/ada/.melascope"), wishes());
                    Scene scene = new Scene(said, 1280, 800);
                    Look.dress(scene, text);
                    stage.setScene(scene);
                    stage.show();
                    said.focus();
                })
                .get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private FirstStart.Wishes wishes() {
        return new FirstStart.Wishes() {
            @Override
            public void start() {
                heard.add("start");
            }

            @Override
            public void samples() {
                heard.add("samples");
            }

            @Override
            public void language(String code) {
                heard.add(code);
            }
        };
    }

    @Test
    void enterAndEscGoOnAndTheRestIsReachedByTab(FxRobot robot) throws Exception {
        show("en", Settings.Theme.LIGHT, 100);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of("start", "start"), heard);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        assertEquals("samples", heard.get(2));
        robot.clickOn("#first-start-de");
        robot.clickOn("#first-start-en");
        assertEquals(List.of("de"), heard.subList(3, heard.size()), "English is spoken already");
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 100", "de, DARK, 100", "de, LIGHT, 150", "de, DARK, 200", "en, LIGHT, 200"})
    void everyWordIsWhole(String language, Settings.Theme theme, int text) throws Exception {
        show(language, theme, text);
        String name = String.join("-", "first-start", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(stage.getScene(), name));
        WaitForAsyncUtils.asyncFx(this::check).get();
        WaitForAsyncUtils.asyncFx(() -> said.setVvalue(1)).get();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(stage.getScene(), name + "-end"));
    }

    private void check() {
        int checked = 0;
        for (Node node : said.getScene().getRoot().lookupAll("*")) {
            if (node instanceof Labeled label && !label.getText().isEmpty()) {
                if (label.lookup(".text") instanceof Text drawn) {
                    assertEquals(label.getText(), drawn.getText());
                    checked++;
                }
                Bounds place = label.localToScene(label.getBoundsInLocal());
                assertTrue(
                        place.getMinX() >= 0
                                && place.getMaxX() <= said.getScene().getWidth(),
                        label.getText());
            }
        }
        assertTrue(checked > 8, checked + " texts");
    }
}
