package io.github.melascope.ui.shell;

import io.github.melascope.base.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Takes files and folders that are dropped anywhere on the window. */
final class DropTarget {
    private final Scene scene;
    private final StackPane stage;
    private final Consumer<List<Path>> dropped;
    private final StackPane hint;

    /** @param stage is covered by a hint while files hang over the window */
    DropTarget(Words words, Scene scene, StackPane stage, Consumer<List<Path>> dropped) {
        this.scene = scene;
        this.stage = stage;
        this.dropped = dropped;
        this.hint = new StackPane(new Label(words.of("drop.hint")));
        hint.getStyleClass().add("drop-target");
        hint.setMouseTransparent(true);
    }

    void install() {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                if (!stage.getChildren().contains(hint)) {
                    stage.getChildren().add(hint);
                }
                event.consume();
            }
        });
        scene.addEventHandler(
                DragEvent.DRAG_EXITED, event -> stage.getChildren().remove(hint));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            stage.getChildren().remove(hint);
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                dropped.accept(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }
}
