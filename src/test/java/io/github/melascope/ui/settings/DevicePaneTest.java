package io.github.melascope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.DeviceBench;
import io.github.melascope.app.DeviceFacts;
import io.github.melascope.app.DeviceResults;
import io.github.melascope.app.SelfTest;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page's part about the device, with a computer that is as slow as the test wants. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class DevicePaneTest {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CountDownLatch go = new CountDownLatch(1);
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void end() {
        go.countDown();
        background.shutdown();
    }

    /** A computer whose benchmark ends when the test says so, without a look at the token. */
    private final class Computer implements DeviceModel.Engine {
        @Override
        public DeviceFacts facts() {
            return new DeviceFacts(
                    "AMD Ryzen 5 5600G with Radeon Graphics",
                    12,
                    List.of("SSE4.2", "AVX", "AVX2", "FMA"),
                    16L << 30,
                    9L << 30,
                    new DeviceFacts.Library("ONNX Runtime 1.29.0", "", Optional.empty()),
                    new DeviceFacts.Library("PyTorch 2.7.1", "/home/ada/.cache/melascope/pytorch", Optional.empty()),
                    Optional.of("470.256.02 (CUDA 11.4)"),
                    List.of(new DeviceFacts.Card("NVIDIA GeForce GTX 1650", 4L << 30, "7.5")),
                    List.of("cpu"),
                    Optional.of(Term.of("why.cuda.driver-old", "470.256.02", "11.4", "12.0")));
        }

        @Override
        public SelfTest selfTest(Progress progress, CancelToken cancel) {
            return new SelfTest(
                    "dermoscopy-1",
                    7,
                    List.of(
                            new SelfTest.Line("PyTorch, cpu", 0, 1e-4, 21.3, ""),
                            new SelfTest.Line("ONNX Runtime, cpu", 3e-6, 1e-4, 4.4, "")));
        }

        @Override
        public DeviceBench bench(Progress progress, CancelToken cancel) throws ProblemException {
            progress.report("stage.measuring", 31, DeviceBench.LIMIT);
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new DeviceBench(
                    "cpu", 212, 8500, OptionalDouble.of(95), OptionalDouble.of(4210), 1L << 30, 5L << 30, 0.4);
        }

        @Override
        public DeviceResults.Kept results() {
            return DeviceResults.Kept.NOTHING;
        }

        @Override
        public void keep(DeviceResults.Kept results) {}
    }

    private static final class Nothing implements DevicePane.Wishes {
        @Override
        public int threads() {
            return 12;
        }

        @Override
        public Optional<Path> cudaFile() {
            return Optional.empty();
        }

        @Override
        public void ask(String title, String text, String yes, Runnable accepted) {}
    }

    private void show(String language, Settings.Theme theme, int percent) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    Look.theme(theme);
                    Words words = new Words(Locale.forLanguageTag(language));
                    DeviceModel model = new DeviceModel(new Computer(), background, new WindowThread());
                    DevicePane pane = new DevicePane(words, model, new Nothing());
                    Rows rows = new Rows(words);
                    rows.heading("settings.machine");
                    rows.add("settings.device", pane.button(), pane);
                    VBox page = new VBox(rows);
                    page.getStyleClass().add("page");
                    ScrollPane scroll = new ScrollPane(page);
                    scroll.setFitToWidth(true);
                    scroll.getStyleClass().add("edge-to-edge");
                    scene = new Scene(new BorderPane(scroll), 1080, 800);
                    Look.dress(scene, percent);
                    stage.setScene(scene);
                    stage.show();
                    pane.button().requestFocus();
                })
                .get();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private String all() {
        StringBuilder text = new StringBuilder();
        scene.getRoot()
                .lookupAll("#settings-device-lines .label")
                .forEach(node -> text.append(((Labeled) node).getText()).append('\n'));
        return text.toString();
    }

    @Test
    void byKeyboardFromTheLookToTheCopiedText(FxRobot robot) throws Exception {
        show("en", Settings.Theme.LIGHT, 100);
        robot.push(KeyCode.SPACE);
        until(() -> all().contains("12 threads"));
        assertTrue(all().contains("470.256.02 serves CUDA 11.4, and 12.0 is needed"), all());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        until(() -> all().contains("Good: all runtimes"));
        Button copy = robot.lookup("#settings-device-copy").queryButton();
        assertFalse(copy.isDisable());
        robot.interact(copy::fire);
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();
        assertTrue(copied.contains("Processor") && copied.contains("ONNX Runtime, cpu"), copied);
    }

    @Test
    void theBenchmarkIsCancelledInAMomentAndCanBeginAgain(FxRobot robot) throws Exception {
        show("en", Settings.Theme.LIGHT, 100);
        Node working = robot.lookup("#settings-device-working").query();
        Button bench = robot.lookup("#settings-device-benchmark").queryButton();
        assertFalse(working.isVisible());
        robot.interact(bench::requestFocus);
        robot.push(KeyCode.SPACE);
        until(() -> working.isVisible()
                && working.lookupAll(".label").stream()
                        .anyMatch(label -> ((Labeled) label).getText().contains("at most 89 s left")));
        assertTrue(bench.isDisable());
        Button cancel = robot.lookup("#settings-device-cancel").queryButton();
        assertTrue(cancel.isFocused(), "the keyboard is where the next thing is to be done");
        long[] millis = {0};
        robot.interact(() -> {
            long start = System.nanoTime();
            cancel.fire();
            assertFalse(working.isVisible());
            millis[0] = (System.nanoTime() - start) / 1_000_000;
        });
        assertTrue(millis[0] < 200, millis[0] + " ms");
        assertFalse(bench.isDisable());
        go.countDown();
        robot.interact(bench::fire);
        until(() -> all().contains("Full training"));
        assertTrue(all().contains("70 min"), all());
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 100", "en, DARK, 100", "de, LIGHT, 150", "de, DARK, 200"})
    void everyWordIsWhole(String language, Settings.Theme theme, int percent, FxRobot robot) throws Exception {
        show(language, theme, percent);
        String name =
                String.join("-", "settings-device", language, theme.name().toLowerCase(Locale.ROOT), "" + percent);
        robot.interact(robot.lookup("#settings-device-look").queryButton()::fire);
        until(() -> !all().isEmpty());
        robot.interact(robot.lookup("#settings-device-self-test").queryButton()::fire);
        until(() -> all().contains("ONNX Runtime, cpu"));
        robot.interact(robot.lookup("#settings-device-benchmark").queryButton()::fire);
        until(() -> robot.lookup("#settings-device-working").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        write(name + "-working");
        go.countDown();
        until(() -> !robot.lookup("#settings-device-working").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(this::check).get();
        write(name);
    }

    private void check() {
        int checked = 0;
        for (Node node : scene.getRoot().lookupAll("*")) {
            if (node instanceof Labeled label && label.lookup(".text") instanceof Text drawn && label.isVisible()) {
                if (!label.getText().isEmpty() && label.getHeight() > 0) {
                    assertEquals(label.getText(), drawn.getText());
                    checked++;
                }
            }
        }
        assertTrue(checked > 20, checked + " texts");
    }

    private void write(String name) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(scene, name));
    }
}
