package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.LesionFinder;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the viewer is made by the method that shows it
class ImageViewerTest {
    private ImageViewer viewer;

    @Start
    void start(Stage stage) {
        viewer = new ImageViewer(new Words(Locale.ENGLISH), Runnable::run, new WindowThread());
        Showcase.show(stage, viewer, 1000, 700);
    }

    @BeforeEach
    void showImage(FxRobot robot) {
        robot.interact(() -> {
            viewer.setTargets(Diagnosis.ALL);
            viewer.show(SyntheticLesions.draw(3, 0, Diagnosis.MEL, 640, 480));
            viewer.choiceProperty().set(new HeatChoice(Diagnosis.MEL, HeatMap.Method.GRAD_CAM, false));
            viewer.heatMapProperty().set(Optional.of(Showcase.heat(Diagnosis.MEL, HeatMap.Method.GRAD_CAM)));
            viewer.pane().requestFocus();
        });
    }

    @Test
    void theMapIsHiddenWhileHIsHeld(FxRobot robot) {
        robot.press(KeyCode.H);
        assertFalse(viewer.pane().heatShownProperty().get());
        robot.release(KeyCode.H);
        assertTrue(viewer.pane().heatShownProperty().get());
        robot.moveTo("#heat-hide").press(MouseButton.PRIMARY);
        assertFalse(viewer.pane().heatShownProperty().get());
        robot.release(MouseButton.PRIMARY);
        assertTrue(viewer.pane().heatShownProperty().get());
    }

    @Test
    void aKeyThatWasLetGoElsewhereIsUp(FxRobot robot) {
        robot.press(KeyCode.H);
        robot.interact(() -> viewer.getScene().getRoot().requestFocus());
        assertTrue(viewer.pane().heatShownProperty().get());
        robot.release(KeyCode.H);
    }

    @Test
    void keysWorkFromTheControlsToo(FxRobot robot) {
        robot.interact(() -> robot.lookup("#heat-fine").query().requestFocus());
        robot.type(KeyCode.DIGIT1);
        assertEquals(1, viewer.pane().viewport().orElseThrow().zoom(), 1e-9);
        robot.type(KeyCode.D);
        assertTrue(viewer.pane().measuringProperty().get());
        assertTrue(viewer.pane().isFocused(), "the arrows are the cross's now");
        robot.type(KeyCode.D);
        assertFalse(viewer.pane().measuringProperty().get());
    }

    @Test
    void sideBySideIsLinkedAndOnlyTheRightHasTheMap(FxRobot robot) {
        ImagePane plain = robot.lookup("#image-plain").query();
        assertFalse(plain.isVisible());
        robot.type(KeyCode.S);
        assertTrue(plain.isVisible());
        assertEquals(plain.getWidth(), viewer.pane().getWidth(), 1);
        robot.interact(plain::requestFocus);
        robot.type(KeyCode.PLUS, 2).type(KeyCode.RIGHT).type(KeyCode.R);
        assertEquals(
                plain.viewport().orElseThrow().viewpoint(),
                viewer.pane().viewport().orElseThrow().viewpoint());
        assertEquals(1, viewer.pane().viewport().orElseThrow().viewpoint().turns());
        assertTrue(plain.heatMapProperty().get().isEmpty());
        assertTrue(viewer.pane().heatMapProperty().get().isPresent());
    }

    @Test
    void aFlatMapSaysSo(FxRobot robot) {
        robot.interact(() -> viewer.heatMapProperty().set(Optional.of(Showcase.flat())));
        assertEquals(
                "Melanoma, Grad-CAM: no localised evidence",
                viewer.pane().captionProperty().get());
    }

    @Test
    void theControlsSayWhatIsWanted(FxRobot robot) {
        List<HeatChoice> wanted = new ArrayList<>();
        robot.interact(() -> viewer.choiceProperty().addListener((property, before, now) -> wanted.add(now)));
        robot.clickOn("#heat-fine");
        robot.interact(
                () -> robot.lookup("#heat-target").<ComboBox<Diagnosis>>query().setValue(Diagnosis.NV));
        robot.interact(() ->
                robot.lookup("#heat-method").<ComboBox<HeatMap.Method>>query().setValue(HeatMap.Method.HIRES_CAM));
        assertEquals(
                List.of(
                        new HeatChoice(Diagnosis.MEL, HeatMap.Method.GRAD_CAM, true),
                        new HeatChoice(Diagnosis.NV, HeatMap.Method.GRAD_CAM, true),
                        new HeatChoice(Diagnosis.NV, HeatMap.Method.HIRES_CAM, true)),
                wanted);
        robot.clickOn("#heat-colour");
        robot.interact(() -> robot.lookup("#heat-opacity").<Slider>query().setValue(80));
        assertEquals(new HeatLook(false, "cividis", 0.8), viewer.lookProperty().get());
    }

    @Test
    void theControlsFollowTheirProperties(FxRobot robot) {
        robot.interact(() -> {
            viewer.lookProperty().set(new HeatLook(false, "inferno", 0.3));
            viewer.choiceProperty().set(new HeatChoice(Diagnosis.DF, HeatMap.Method.GRAD_CAM_PLUS_PLUS, true));
        });
        assertEquals(30, robot.lookup("#heat-opacity").<Slider>query().getValue(), 1e-9);
        assertEquals(
                Diagnosis.DF,
                robot.lookup("#heat-target").<ComboBox<Diagnosis>>query().getValue());
        assertTrue(robot.lookup("#heat-fine").<CheckBox>query().isSelected());
        assertEquals(new HeatLook(false, "inferno", 0.3), viewer.lookProperty().get());
    }

    /** While the owner computes the map of another class, the old one would stand under the new name. */
    @Test
    void aMapOfAnotherClassIsNotDrawn(FxRobot robot) {
        robot.interact(
                () -> viewer.choiceProperty().set(new HeatChoice(Diagnosis.BCC, HeatMap.Method.GRAD_CAM, false)));
        assertTrue(viewer.pane().heatMapProperty().get().isEmpty());
        assertEquals("", viewer.pane().captionProperty().get());
        robot.interact(
                () -> viewer.heatMapProperty().set(Optional.of(Showcase.heat(Diagnosis.BCC, HeatMap.Method.GRAD_CAM))));
        assertEquals(
                "Basal cell carcinoma, Grad-CAM",
                viewer.pane().captionProperty().get());
    }

    @Test
    void onlyClassesOfTheModelCanBeChosen(FxRobot robot) {
        robot.interact(() -> viewer.setTargets(List.of(Diagnosis.BCC, Diagnosis.NV)));
        assertEquals(Diagnosis.BCC, viewer.choiceProperty().get().target());
        robot.interact(() -> viewer.setTargets(List.of()));
        assertFalse(robot.lookup(".heat-bar").query().isVisible());
    }

    @Test
    void everyControlIsReachedByTabAndHasAName(FxRobot robot) {
        robot.clickOn("#heat-colour");
        robot.type(KeyCode.S);
        List<Control> unseen = new ArrayList<>(all(Control.class)
                .filter(control -> control.isFocusTraversable()
                        && control.isVisible()
                        && !control.isDisabled()
                        && !(control.getParent() instanceof Control))
                .toList());
        assertTrue(unseen.size() >= 15, unseen.toString());
        for (Control control : unseen) {
            boolean named = control.getAccessibleText() != null
                    || (control instanceof Labeled labeled && !labeled.getText().isBlank())
                    || all(Label.class).anyMatch(label -> control.equals(label.getLabelFor()));
            assertTrue(named, "no name: " + control);
        }
        robot.interact(() -> robot.lookup("#image-zoom-out").query().requestFocus());
        for (int i = 0; i < 40; i++) {
            unseen.remove(viewer.getScene().getFocusOwner());
            robot.type(KeyCode.TAB);
        }
        unseen.removeIf(control -> control.getId() != null && control.getId().equals("heat-contour"));
        assertEquals(List.of(), unseen);
    }

    @Test
    void theOutlineIsDrawnWhenAskedFor(FxRobot robot) {
        ToggleButton toggle = robot.lookup("#image-outline").query();
        assertTrue(toggle.isDisabled(), "there is no outline yet");
        robot.interact(() ->
                viewer.outlineProperty().set(LesionFinder.find(SyntheticLesions.draw(3, 0, Diagnosis.MEL, 640, 480))));
        Node outline = robot.lookup(".lesion-outline").queryAll().stream()
                .filter(node ->
                        !node.getParent().equals(robot.lookup("#image-plain").query()))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertFalse(outline.isVisible());
        robot.interact(() -> viewer.pane().requestFocus());
        robot.type(KeyCode.L);
        assertTrue(outline.isVisible());
        assertTrue(toggle.isSelected());
        assertFalse(
                ((Path) ((Group) outline).getChildren().get(0)).getElements().isEmpty());
        robot.type(KeyCode.L);
        assertFalse(outline.isVisible());
    }

    @Test
    void whatIsUsedLessIsBehindAButtonWhereThereIsLittleRoom(FxRobot robot) {
        robot.interact(() -> viewer.getScene().getRoot().setStyle("-fx-font-size: 28px;"));
        robot.interact(() -> viewer.requestLayout());
        assertTrue(robot.lookup("#heat-fine").tryQuery().isEmpty(), "it is not in the bar");
        assertTrue(robot.lookup("#heat-hide").query().isVisible());
        assertTrue(
                viewer.pane().getHeight() > 0.55 * viewer.getHeight(),
                "room " + viewer.pane().getHeight());
        robot.interact(() -> robot.lookup("#heat-more").query().requestFocus());
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        robot.interact(
                () -> Snapshots.write(robot.lookup("#heat-fine").query().getScene(), "folded-controls-light-200"));
        robot.clickOn("#heat-fine");
        assertTrue(viewer.choiceProperty().get().fine());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#heat-fine").tryQuery().isEmpty(), "Esc closes it");
        robot.interact(() -> viewer.getScene().getRoot().setStyle("-fx-font-size: 14px;"));
        robot.interact(() -> viewer.requestLayout());
        assertTrue(robot.lookup("#heat-fine").<CheckBox>query().isSelected(), "back in the bar");
    }

    private <N extends Node> Stream<N> all(Class<N> type) {
        return viewer.lookupAll("*").stream().filter(type::isInstance).map(type::cast);
    }
}
