package io.github.melascope.realwindow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** The mouse and the keyboard of the X server, moved as a hand would; the window's thread only. */
final class Hands {
    private final Robot robot = new Robot();

    static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    void move(Point2D to) {
        robot.mouseMove(to);
    }

    void press() {
        robot.mousePress(MouseButton.PRIMARY);
    }

    void release() {
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    void click(Node node) {
        move(middle(node));
        press();
        release();
    }

    /** @param notches of the wheel, below 0 for upwards */
    void wheel(int notches) {
        robot.mouseWheel(notches);
    }

    /** @param combination names of key codes, joined by plus signs: {@code CONTROL+DIGIT2} */
    void type(String combination) {
        List<KeyCode> keys = Arrays.stream(combination.split("\\+", -1))
                .map(KeyCode::valueOf)
                .toList();
        keys.forEach(robot::keyPress);
        List<KeyCode> back = new java.util.ArrayList<>(keys);
        Collections.reverse(back);
        back.forEach(robot::keyRelease);
    }
}
