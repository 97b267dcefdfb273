package io.github.melascope.ui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.export.Exporter;
import io.github.melascope.ui.export.LongWork;
import io.github.melascope.ui.export.Printers;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.NoFiles;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the dashboard for human eyes; for the machine's, that no figure is cut off. Synthetic images only. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before any test
class DashboardSnapshotsTest {
    private static final String OTHER = "full-20261120-093000";

    @TempDir
    static Path folder;

    private static Desk desk;
    private static Path dataset;

    private Stage stage;
    private Words words;
    private DashboardModel model;
    private DashboardView view;

    @BeforeAll
    static void draw() throws Exception {
        desk = new Desk(folder);
        desk.other(OTHER);
        dataset = desk.dataset("synthetic", 8);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 100",
        "en, DARK, 100",
        "de, LIGHT, 150",
        "de, DARK, 200",
    })
    void theDashboardShowsWholeFigures(String language, Settings.Theme theme, int text) throws Exception {
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> open(language, theme, text)).get();
        until(() -> complete());
        settle();
        write("dashboard-own-" + name);
        WaitForAsyncUtils.asyncFx(this::checkWords).get();
        scroll(0.45);
        write("dashboard-own-middle-" + name);
        scroll(1);
        write("dashboard-own-end-" + name);
        WaitForAsyncUtils.asyncFx(() -> model.judge(dataset)).get();
        until(() -> complete() && model.sourceProperty().get() instanceof Source.Folder);
        WaitForAsyncUtils.asyncFx(() -> model.select(Selection.Outcomes.ofTruth(true)))
                .get();
        settle();
        until(() -> stage.getScene().getRoot().lookupAll(".gallery-picture .image-view").stream()
                .allMatch(node -> ((ImageView) node).getImage() != null));
        write("dashboard-gallery-" + name);
        WaitForAsyncUtils.asyncFx(() -> {
                    view.close();
                    model.close();
                    stage.hide();
                })
                .get();
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 100",
        "en, DARK, 200",
        "de, DARK, 100",
        "de, LIGHT, 200",
    })
    void twoModelsAreComparedInWholeFigures(String language, Settings.Theme theme, int text) throws Exception {
        String name = String.join("-", language, theme.name().toLowerCase(Locale.ROOT), "" + text);
        WaitForAsyncUtils.asyncFx(() -> open(language, theme, text)).get();
        until(this::complete);
        WaitForAsyncUtils.asyncFx(() -> model.compareWith(Optional.of(OTHER))).get();
        until(() -> model.comparing().stateProperty().get() instanceof Comparing.State.Compared);
        settle();
        write("dashboard-compare-head-" + name);
        double bars =
                stage.getScene().lookup("#dashboard-cards").localToScene(0, 0).getY();
        assertTrue(bars < 0.3 * stage.getScene().getHeight(), "the bars take " + bars + " pixels");
        scroll(1);
        WaitForAsyncUtils.asyncFx(this::checkWords).get();
        write("dashboard-compare-" + name);
        thePdfIsLookedAtFirst(name);
        WaitForAsyncUtils.asyncFx(() -> {
                    view.close();
                    model.close();
                    stage.hide();
                })
                .get();
    }

    /** What the menu leads to; the machine sees that it says what is not in the file. */
    private void thePdfIsLookedAtFirst(String name) throws Exception {
        MenuButton menu = (MenuButton) stage.getScene().lookup("#dashboard-export");
        WaitForAsyncUtils.asyncFx(() -> menu.getItems().stream()
                        .filter(item -> "dashboard-pdf".equals(item.getId()))
                        .forEach(MenuItem::fire))
                .get();
        until(() -> preview()
                .map(node -> node.getScene().lookup("#preview .image-view") instanceof ImageView page
                        && page.getImage() != null)
                .orElse(false));
        settle();
        WaitForAsyncUtils.asyncFx(() -> {
                    Scene dialog = preview().orElseThrow().getScene();
                    Snapshots.write(dialog, "dashboard-preview-" + name);
                    assertTrue(dialog.lookup("#preview-contents").lookupAll(".label").stream()
                            .anyMatch(label ->
                                    ((Labeled) label).getText().equals(words.of("dashboard.preview.no-images"))));
                    dialog.getWindow().hide();
                })
                .get();
    }

    private static Optional<Node> preview() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#preview-contents"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void open(String language, Settings.Theme theme, int text) {
        words = Words.inLanguage(language);
        WindowThread window = new WindowThread();
        model = desk.model(desk.context.exams(), desk.context.figures(), window);
        Look.theme(theme);
        view = new DashboardView(
                words,
                desk.context,
                model,
                new Dialogs(words, stage),
                new NoFiles(),
                exporter(window)::offer,
                window,
                new DashboardView.Wishes() {
                    @Override
                    public void openInReview(Path file, String name) {}

                    @Override
                    public void say(String said) {}
                });
        Scene scene = new Scene(view, 1130, 770);
        Look.dress(scene, text);
        stage.setScene(scene);
        stage.setWidth(1130);
        stage.setHeight(770);
        stage.show();
        model.refresh();
        model.open(Desk.MODEL);
    }

    private Exporter exporter(WindowThread window) {
        Printers none = new Printers() {
            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public Job begin(String printer, String title, int copies) {
                throw new UnsupportedOperationException(printer);
            }
        };
        return new Exporter(
                words,
                new Dialogs(words, stage),
                new NoFiles(),
                none,
                desk.context.interactive(),
                window,
                new LongWork(desk.context.workers(), window),
                said -> {});
    }

    private boolean complete() {
        return model.exhibit().isPresent()
                && model.intervals().resultProperty().get().isPresent()
                && model.intervals().bandsProperty().get().isPresent()
                && model.intervals().predictiveProperty().get().isPresent();
    }

    private void scroll(double value) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> ((ScrollPane) stage.getScene().lookup("#dashboard-cards")).setVvalue(value))
                .get();
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(10);
    }

    /** A label that was too narrow for its words draws others than it holds. */
    private void checkWords() {
        int checked = 0;
        for (Node node : stage.getScene().getRoot().lookupAll(".label")) {
            if (node instanceof Labeled label
                    && label.isVisible()
                    && !label.getText().isEmpty()) {
                Node drawn = label.lookup(".text");
                if (drawn instanceof Text text && label.getScene() != null && !label.isWrapText()) {
                    assertEquals(label.getText(), text.getText());
                    checked++;
                }
            }
        }
        assertTrue(checked > 50, checked + " labels");
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                90,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private void write(String name) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Snapshots.write(stage.getScene(), name));
    }
}
