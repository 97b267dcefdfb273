package io.github.melascope.realwindow;

import io.github.melascope.Main;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** The real program, and beside it answers about its windows. */
public final class WindowProbe {
    private static final String FLAT = "no localised evidence";

    private WindowProbe() {}

    public static void main(String[] args) {
        answers().start();
        Main.main(args);
    }

    static Answers answers() {
        return new Answers()
                .beside("up", words -> isUp())
                .with("shown", words -> nodes(words.get(0)).findAny().isPresent())
                .with("text", words -> text(words.get(0)))
                .with("texts", words -> texts(words.get(0)))
                .with("heat", words -> hasHeat())
                .with("rows", words -> list().getItems().size())
                .with("selected", words -> list().getSelectionModel().getSelectedIndex())
                .with("focus", words -> focus())
                .with("middle", words -> point(Hands.middle(node(words.get(0)))))
                .with("window", words -> place(stage()))
                .with("place", words -> place(words))
                .with("windows", words -> Window.getWindows().size())
                .with("close", words -> close())
                .with("picture", words -> picture(Path.of(words.get(0))))
                .with("click", words -> {
                    new Hands().click(node(words.get(0)));
                    return "";
                })
                .with("type", words -> {
                    new Hands().type(words.get(0));
                    return "";
                })
                .with("fail", words -> fail());
    }

    /** Whether the window can be used. */
    private static boolean isUp() throws Exception {
        try {
            return Answers.onWindowThread(() -> stages().findAny().isPresent());
        } catch (IllegalStateException e) {
            return false; // the toolkit does not run yet
        }
    }

    private static Stream<Stage> stages() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Window::isShowing);
    }

    /** The program's own window, which is the first. */
    static Stage stage() {
        return stages().filter(each -> each.getOwner() == null).findFirst().orElseThrow();
    }

    /** What is seen of a style's selector, in all windows. */
    static Stream<Node> nodes(String selector) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .filter(WindowProbe::isSeen);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static Node node(String selector) {
        return nodes(selector).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked") // whatever the rows are
    static ListView<Object> list() {
        Parent root = stage().getScene().getRoot();
        return Objects.requireNonNull((ListView<Object>) root.lookup("#images"));
    }

    static String text(String selector) {
        return nodes(selector)
                .findFirst()
                .map(each -> ((Labeled) each).getText())
                .orElse("");
    }

    /** Whether lines of a heat map are drawn over the image, or it is said that there is nothing to draw. */
    static boolean hasHeat() {
        boolean flat = nodes("#image-pane .image-caption")
                .anyMatch(node -> ((Labeled) node).getText().endsWith(FLAT));
        return flat
                || nodes(".heat-contour Path")
                        .anyMatch(node -> node instanceof javafx.scene.shape.Path path
                                && !path.getElements().isEmpty());
    }

    /** All that there is to read below a node. */
    private static String texts(String selector) {
        return nodes(selector + " *")
                .filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" | "));
    }

    private static String focus() {
        Window focused = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseThrow();
        Node owner = focused.getScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    private static String point(Point2D point) {
        return point.getX() + "\t" + point.getY();
    }

    private static String place(Window window) {
        return Stream.of(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .map(number -> String.valueOf(Math.round(number)))
                .collect(Collectors.joining(" "));
    }

    private static String place(List<String> wanted) {
        Stage stage = stage();
        stage.setX(Double.parseDouble(wanted.get(0)));
        stage.setY(Double.parseDouble(wanted.get(1)));
        stage.setWidth(Double.parseDouble(wanted.get(2)));
        stage.setHeight(Double.parseDouble(wanted.get(3)));
        return "";
    }

    /** Closes the window as the button in its frame does, which a screen without a window manager has none of. */
    private static String close() {
        Stage stage = stage();
        Platform.runLater(() ->
                stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        return "";
    }

    private static String picture(Path file) throws Exception {
        ImageIO.write(SwingFXUtils.fromFXImage(stage().getScene().snapshot(null), null), "png", file.toFile());
        return file.toString();
    }

    private static String fail() {
        Platform.runLater(() -> {
            throw new IllegalStateException("a defect that the test wants");
        });
        return "";
    }
}
