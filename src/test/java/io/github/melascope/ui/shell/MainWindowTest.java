package io.github.melascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class MainWindowTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1366, 744);

    @Test
    void aWindowThatFitsStaysWhereItIs() {
        Rectangle2D place = new Rectangle2D(100, 50, 900, 600);
        assertEquals(place, MainWindow.fitted(place, LAPTOP));
    }

    @Test
    void aWindowLargerThanTheScreenIsMadeSmaller() {
        assertEquals(
                new Rectangle2D(43, 24, 1280, 744), MainWindow.fitted(new Rectangle2D(43, -36, 1280, 840), LAPTOP));
    }

    @Test
    void aWindowOverTheEdgeIsMovedIn() {
        assertEquals(
                new Rectangle2D(466, 168, 900, 600), MainWindow.fitted(new Rectangle2D(1200, 700, 900, 600), LAPTOP));
    }

    @Test
    void aSecondScreenBeginsSomewhereElse() {
        Rectangle2D second = new Rectangle2D(-1920, 0, 1920, 1080);
        assertEquals(
                new Rectangle2D(-1920, 480, 1000, 600),
                MainWindow.fitted(new Rectangle2D(-2000, 900, 1000, 600), second));
    }
}
