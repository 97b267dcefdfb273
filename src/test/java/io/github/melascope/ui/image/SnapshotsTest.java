package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.LesionFinder;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.Snapshots;
import io.github.melascope.ui.fx.WindowThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of the viewer in target/snapshots for human eyes; for the machine's, that no word is cut off. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is handed in
class SnapshotsTest {
    private static final RgbImage IMAGE = SyntheticLesions.draw(11, 0, Diagnosis.MEL, 1200, 900);

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 100, en, contour, 1000, 640",
        "DARK, 100, en, colour, 1000, 640",
        "DARK, 100, de, beside, 1200, 640",
        "LIGHT, 150, de, colour, 1000, 700",
        "LIGHT, 200, de, contour, 1000, 800",
        "DARK, 200, en, beside, 1280, 800",
        "LIGHT, 100, de, flat, 560, 640",
        "LIGHT, 200, de, measure, 700, 1000",
        "DARK, 200, en, contour, 720, 1000",
        "DARK, 100, en, focus, 700, 500",
        "LIGHT, 200, de, contour, 430, 740",
        "DARK, 200, de, colour, 500, 740",
        "LIGHT, 150, de, outline, 430, 740",
        "LIGHT, 100, en, outline, 1000, 640",
    })
    void noWordIsCutOff(
            Settings.Theme theme, int text, String language, String what, int width, int height, FxRobot robot) {
        ImageViewer[] made = new ImageViewer[1];
        robot.interact(() -> made[0] = show(theme, text, language, what, width, height));
        robot.interact(() -> {});
        robot.interact(() -> {
            Snapshots.write(
                    made[0].getScene(),
                    String.join("-", theme.name().toLowerCase(Locale.ROOT), "" + text, language, what, width + ""));
            check(made[0]);
            checkIcons(made[0], 14 * text / 100.0);
        });
    }

    private ImageViewer show(Settings.Theme theme, int text, String language, String what, int width, int height) {
        ImageViewer viewer = new ImageViewer(new Words(Locale.of(language)), Runnable::run, new WindowThread());
        Look.theme(theme);
        Scene scene = new Scene(viewer, width, height);
        Look.dress(scene, text);
        stage.setScene(scene);
        stage.show();
        viewer.setTargets(Diagnosis.ALL);
        Diagnosis target = text == 200 ? Diagnosis.AKIEC : Diagnosis.MEL;
        viewer.choiceProperty().set(new HeatChoice(target, HeatMap.Method.GRAD_CAM, false));
        viewer.show(IMAGE);
        viewer.micrometresPerPixelProperty().set(OptionalDouble.of(11));
        boolean colour = what.equals("colour") || what.equals("beside");
        viewer.lookProperty().set(new HeatLook(!colour, "cividis", 0.5));
        viewer.heatMapProperty()
                .set(Optional.of(
                        what.equals("flat") ? Showcase.flat() : Showcase.heat(target, HeatMap.Method.GRAD_CAM)));
        viewer.outlineProperty().set(LesionFinder.find(IMAGE));
        viewer.pane().outlineShownProperty().set(what.equals("outline"));
        viewer.sideBySideProperty().set(what.equals("beside"));
        if (what.equals("measure")) {
            viewer.pane().measuringProperty().set(true);
            viewer.pane()
                    .distanceProperty()
                    .set(Optional.of(new Distance(new Point2D(300, 280), new Point2D(840, 600))));
        }
        if (what.equals("focus")) {
            viewer.pane().requestFocus();
            viewer.pane().measuringProperty().set(true);
        }
        return viewer;
    }

    private static void check(ImageViewer viewer) {
        List<Labeled> labels = new ArrayList<>();
        for (Node node : viewer.lookupAll("*")) {
            boolean seen = seen(node);
            if (seen && node instanceof Labeled labeled && drawn(labeled)) {
                labels.stream()
                        .filter(other -> !inside(other, labeled) && !inside(labeled, other))
                        .forEach(other -> assertFalse(
                                text(other).intersects(text(labeled)),
                                other.getText() + " and " + labeled.getText() + " overlap"));
                labels.add(labeled);
                if (!(labeled instanceof ListCell)) { // a long diagnosis stands over the image in full
                    assertEquals(labeled.getText(), ((Text) labeled.lookup(".text")).getText());
                }
                Bounds bounds = labeled.localToScene(labeled.getLayoutBounds());
                assertTrue(viewer.getLayoutBounds().contains(bounds), labeled.getText() + " is outside: " + bounds);
            }
        }
        assertTrue(labels.size() > 3, "only " + labels.size() + " texts");
        assertTrue(viewer.pane().getHeight() >= viewer.getHeight() * 0.55, "the image has too little room");
    }

    /** An icon without its font is an empty box. */
    private static void checkIcons(ImageViewer viewer, double font) {
        int icons = 0;
        for (Node node : viewer.lookupAll(".ikonli-font-icon")) {
            FontIcon icon = (FontIcon) node;
            assertEquals("feathericons", icon.getFont().getFamily().toLowerCase(Locale.ROOT));
            assertEquals(1.2 * font, icon.getFont().getSize(), 0.6);
            icons++;
        }
        assertTrue(icons >= 6, icons + " icons");
    }

    /** A button that shows only its icon has words, but draws none. */
    private static boolean drawn(Labeled labeled) {
        return !labeled.getText().isEmpty() && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
    }

    private static Bounds text(Labeled labeled) {
        Node text = labeled.lookup(".text");
        return text.localToScene(text.getLayoutBounds());
    }

    private static boolean inside(Node inner, @Nullable Node outer) {
        return inner.equals(outer) || (inner.getParent() != null && inside(inner.getParent(), outer));
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }
}
