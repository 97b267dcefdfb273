package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.WindowThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the pane is made by the method that shows it
class ImagePaneTest {
    private static final RgbImage IMAGE = SyntheticLesions.draw(3, 0, Diagnosis.MEL, 640, 480);

    private final Showcase.Backlog backlog = new Showcase.Backlog();
    private ImagePane pane;

    @Start
    void start(Stage stage) {
        pane = new ImagePane(new Words(Locale.ENGLISH), backlog, new WindowThread());
        Showcase.show(stage, pane, 800, 600);
    }

    @BeforeEach
    void showImage(FxRobot robot) {
        robot.interact(() -> {
            pane.show(IMAGE);
            backlog.work();
            pane.requestFocus();
        });
    }

    @Test
    void everyImageIsDrawnAlsoOneOfTheSameSizeAsTheOneBefore(FxRobot robot) {
        for (int colour : new int[] {0xFF0000, 0x00FF00, 0x0000FF}) {
            int[] pixels = new int[640 * 480];
            Arrays.fill(pixels, colour);
            List<Integer> seen = new ArrayList<>();
            robot.interact(() -> {
                pane.show(new RgbImage(640, 480, pixels));
                backlog.work();
            });
            robot.interact(() -> {
                WritableImage picture = pane.snapshot(1);
                seen.add(picture.getPixelReader().getArgb((int) picture.getWidth() / 2, (int) picture.getHeight() / 2)
                        & 0xFFFFFF);
            });
            assertEquals(List.of(colour), seen);
        }
    }

    @Test
    void theWheelZoomsToThePointer(FxRobot robot) {
        Viewport before = viewport();
        List<Point2D> pointers = new ArrayList<>();
        pane.addEventFilter(ScrollEvent.SCROLL, event -> pointers.add(new Point2D(event.getX(), event.getY())));
        robot.moveTo(pane.localToScreen(600, 150));
        robot.scroll(3, VerticalDirection.UP);
        robot.interact(() -> {});
        assertTrue(viewport().zoom() > 1.5 * before.zoom());
        Point2D pointer = pointers.get(0);
        Point2D pixel = before.toImage(pointer.getX(), pointer.getY());
        assertEquals(0, pixel.distance(viewport().toImage(pointer.getX(), pointer.getY())), 0.01);
    }

    @Test
    void draggingPans(FxRobot robot) {
        robot.type(KeyCode.PLUS, 3);
        Viewport before = viewport();
        Point2D pixel = before.toImage(400, 300);
        robot.moveTo(pane.localToScreen(400, 300));
        robot.press(MouseButton.PRIMARY).moveTo(pane.localToScreen(340, 260)).release(MouseButton.PRIMARY);
        assertEquals(before.zoom(), viewport().zoom());
        assertEquals(0, viewport().toScreen(pixel.getX(), pixel.getY()).distance(340, 260), 0.01);
    }

    @Test
    void keysDoWhatTheMouseDoes(FxRobot robot) {
        assertTrue(viewport().viewpoint().fits());
        robot.type(KeyCode.DIGIT1);
        assertEquals(1, viewport().zoom(), 1e-9);
        robot.type(KeyCode.PLUS);
        assertEquals(1.25, viewport().zoom(), 1e-9);
        robot.type(KeyCode.MINUS, 2);
        assertEquals(0.8, viewport().zoom(), 1e-9);
        double middle = viewport().viewpoint().x();
        robot.type(KeyCode.RIGHT);
        assertTrue(viewport().viewpoint().x() > middle, "right shows more of the right");
        robot.type(KeyCode.R);
        assertEquals(1, viewport().viewpoint().turns());
        robot.press(KeyCode.SHIFT).type(KeyCode.R, 2).release(KeyCode.SHIFT);
        assertEquals(3, viewport().viewpoint().turns());
        robot.type(KeyCode.DIGIT0);
        assertTrue(viewport().viewpoint().fits());
        assertEquals(3, viewport().viewpoint().turns());
    }

    @Test
    void aDoubleClickIsOneToOneAndBack(FxRobot robot) {
        robot.moveTo(pane.localToScreen(500, 200));
        robot.doubleClickOn(MouseButton.PRIMARY);
        assertEquals(1, viewport().zoom(), 1e-9);
        robot.doubleClickOn(MouseButton.PRIMARY);
        assertTrue(viewport().viewpoint().fits());
    }

    @Test
    void onlyTheLatestImageIsEverSeen(FxRobot robot) {
        robot.interact(() -> {
            pane.heatMapProperty().set(Optional.of(heat()));
            pane.show(SyntheticLesions.draw(4, Diagnosis.NV, 100));
            assertTrue(pane.viewport().isEmpty(), "the image before is gone at once");
            assertTrue(pane.heatMapProperty().get().isEmpty(), "and so is its map");
            pane.show(SyntheticLesions.draw(5, 0, Diagnosis.BCC, 120, 60));
            backlog.work();
        });
        assertEquals(120, viewport().imageWidth());
        robot.interact(() -> {
            pane.show(IMAGE);
            pane.clear();
            backlog.work();
        });
        assertTrue(pane.viewport().isEmpty(), "nor does one come back that was cleared away");
    }

    @Test
    void theHeatIsSeenUnlessHiddenOrFlat(FxRobot robot) {
        int[] plain = seen(robot);
        set(robot, heat());
        int[] contour = seen(robot);
        assertTrue(differing(plain, contour) > 500, "the lines are drawn");
        assertTrue(differing(plain, contour) < plain.length / 12, "and leave the image as it is");
        robot.interact(() -> pane.heatLookProperty().set(new HeatLook(false, "viridis", 0.5)));
        robot.interact(backlog::work);
        assertTrue(differing(plain, seen(robot)) > plain.length / 2, "the colour covers the image");
        robot.interact(() -> pane.heatShownProperty().set(false));
        assertEquals(0, differing(plain, seen(robot)));
        robot.interact(() -> pane.heatShownProperty().set(true));
        set(robot, Showcase.flat());
        assertEquals(0, differing(plain, seen(robot)));
    }

    /** The hottest place is right of and above the middle; turned clockwise by a quarter it is right and below. */
    @Test
    void theHeatTurnsWithTheImage(FxRobot robot) {
        set(robot, heat());
        robot.interact(() -> pane.heatLookProperty().set(new HeatLook(false, "inferno", 1)));
        robot.interact(backlog::work);
        assertTrue(brightness(robot, 480, 240) > brightness(robot, 480, 400) + 0.1);
        robot.type(KeyCode.R);
        assertTrue(brightness(robot, 440, 360) > brightness(robot, 300, 360) + 0.1);
    }

    @Test
    void aDragMeasures(FxRobot robot) {
        robot.interact(() -> pane.measuringProperty().set(true));
        assertTrue(rulerText().contains("Esc"), "it says how it is used");
        Point2D from = viewport().toScreen(100, 100);
        Point2D to = viewport().toScreen(400, 100);
        robot.moveTo(pane.localToScreen(from))
                .press(MouseButton.PRIMARY)
                .moveTo(pane.localToScreen(to))
                .release(MouseButton.PRIMARY);
        assertEquals(300, pane.distanceProperty().get().orElseThrow().pixels(), 2);
        assertTrue(rulerText().matches("\\d+ px"), rulerText());
        robot.interact(() -> pane.micrometresPerPixelProperty().set(OptionalDouble.of(10)));
        assertTrue(rulerText().matches("(2\\.9|3\\.0)\\d mm \\(\\d+ px\\)"), rulerText());
        robot.type(KeyCode.ESCAPE);
        assertFalse(pane.measuringProperty().get());
        assertTrue(pane.distanceProperty().get().isEmpty());
        assertTrue(viewport().viewpoint().fits(), "and nothing was panned");
    }

    @Test
    void twoClicksMeasureToo(FxRobot robot) {
        robot.interact(() -> pane.measuringProperty().set(true));
        robot.clickOn(pane.localToScreen(viewport().toScreen(100, 100)));
        robot.moveTo(pane.localToScreen(viewport().toScreen(100, 200)));
        robot.clickOn(pane.localToScreen(viewport().toScreen(100, 300)));
        robot.moveTo(pane.localToScreen(viewport().toScreen(300, 400)));
        assertEquals(200, pane.distanceProperty().get().orElseThrow().pixels(), 2);
    }

    @Test
    void arrowsAndEnterMeasureWithoutAMouse(FxRobot robot) {
        robot.interact(() -> pane.measuringProperty().set(true));
        robot.type(KeyCode.LEFT, 5).type(KeyCode.ENTER).type(KeyCode.RIGHT, 10);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).release(KeyCode.SHIFT);
        robot.type(KeyCode.ENTER).type(KeyCode.UP, 4);
        assertEquals(
                Math.hypot(100, 3) / viewport().scale(),
                pane.distanceProperty().get().orElseThrow().pixels(),
                0.01);
        assertTrue(viewport().viewpoint().fits(), "arrows move the cross, not the image");
    }

    @Test
    void theScaleBarIsAsLongAsItSays(FxRobot robot) {
        ScaleBar bar = robot.lookup(".scale-bar").query();
        assertFalse(bar.isVisible(), "no bar without a known size");
        robot.interact(() -> pane.micrometresPerPixelProperty().set(OptionalDouble.of(10)));
        assertTrue(bar.isVisible());
        // 640 pixels of 10 µm fill 800 units: at most 160 units are 1.28 mm.
        assertEquals("1 mm", robot.from(bar).lookup(".label").<Label>query().getText());
        robot.interact(() -> {});
        assertEquals(
                125,
                robot.from(bar)
                        .lookup(".scale-bar-line")
                        .query()
                        .getLayoutBounds()
                        .getWidth(),
                0.5);
        robot.type(KeyCode.PLUS, 4);
        assertEquals("500 µm", robot.from(bar).lookup(".label").<Label>query().getText());
    }

    @Test
    void whoCannotSeeIsTold() {
        assertEquals("Dermoscopic image, 640 × 480 pixels, zoom 125\u00a0%", pane.getAccessibleText());
    }

    private Viewport viewport() {
        return pane.viewport().orElseThrow();
    }

    private String rulerText() {
        return ((Label) pane.lookup(".ruler-text")).getText();
    }

    private void set(FxRobot robot, HeatMap map) {
        robot.interact(() -> {
            pane.heatMapProperty().set(Optional.of(map));
            backlog.work();
        });
    }

    private static HeatMap heat() {
        return Showcase.heat(Diagnosis.MEL, HeatMap.Method.GRAD_CAM);
    }

    private int[] seen(FxRobot robot) {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = pane.snapshot(1));
        int width = (int) picture[0].getWidth();
        int height = (int) picture[0].getHeight();
        assertEquals(800, width);
        int[] pixels = new int[width * height];
        picture[0]
                .getPixelReader()
                .getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private double brightness(FxRobot robot, int x, int y) {
        return new java.awt.Color(seen(robot)[y * 800 + x]).getGreen() / 255.0;
    }

    private static long differing(int[] one, int[] other) {
        return java.util.stream.IntStream.range(0, one.length)
                .filter(i -> one[i] != other[i])
                .count();
    }
}
