package io.github.melascope.ui.review;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** Lets a region be pressed like a button: by mouse, Enter and Space. Real buttons do not let their content wrap. */
final class Press {
    private Press() {}

    /** @param name that is read aloud */
    static void on(Region region, String name, Runnable action) {
        region.setFocusTraversable(true);
        region.setAccessibleRole(AccessibleRole.BUTTON);
        region.setAccessibleText(name);
        region.setCursor(Cursor.HAND);
        region.setOnMouseClicked(event -> {
            region.requestFocus();
            action.run();
        });
        region.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> {
                    action.run();
                    event.consume();
                }
                default -> {}
            }
        });
    }
}
