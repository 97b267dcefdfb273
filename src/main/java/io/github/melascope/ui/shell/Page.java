package io.github.melascope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** A feature in the window: its view, and what the window asks of it. */
interface Page {
    Node view();

    /** It is about to be seen. */
    default void shown() {}

    /**
     * Files and folders were dropped on the window while this page was seen.
     *
     * @return false when they are none of its business; the review then opens them
     */
    default boolean open(List<Path> paths) {
        return false;
    }

    /** The window closes: ends what must not be cut off. */
    default void close() {}
}
