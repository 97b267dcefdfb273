package io.github.melascope.realwindow;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Another program, such as a file manager: a small window that files can be dragged out of. */
public final class DragSource {
    private static final double SIDE = 120;
    private static final int STEPS = 12;
    private static final int PAUSE_MILLIS = 30;

    private final List<File> files;
    private final StackPane handle = new StackPane();
    private volatile String ended = "";

    private DragSource(List<File> files) {
        this.files = files;
    }

    /** @param args where to stand, x and y, then the files to drag */
    public static void main(String[] args) {
        DragSource source =
                new DragSource(Arrays.stream(args).skip(2).map(File::new).toList());
        Platform.startup(() -> source.show(Double.parseDouble(args[0]), Double.parseDouble(args[1])));
        new Answers()
                .with("up", words -> source.handle.getWidth() > 0)
                .beside(
                        "drag",
                        words -> source.drag(
                                new Point2D(Double.parseDouble(words.get(0)), Double.parseDouble(words.get(1)))))
                .start();
    }

    private void show(double x, double y) {
        handle.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files);
            handle.startDragAndDrop(TransferMode.ANY).setContent(content);
            event.consume();
        });
        handle.setOnDragDone(event -> ended = String.valueOf(event.getTransferMode()));
        Stage stage = new Stage();
        stage.setScene(new Scene(handle, SIDE, SIDE));
        stage.setX(x);
        stage.setY(y);
        stage.show();
    }

    /** Drags from here to there and lets go; answers how the receiver took it. */
    private String drag(Point2D to) throws Exception {
        ended = "";
        Hands hands = Answers.onWindowThread(Hands::new);
        Point2D from = Answers.onWindowThread(() -> Hands.middle(handle));
        step(() -> hands.move(from));
        step(hands::press);
        for (int i = 1; i <= STEPS; i++) {
            Point2D next = from.interpolate(to, (double) i / STEPS);
            step(() -> hands.move(next));
        }
        step(hands::release);
        for (int i = 0; i < 200 && ended.isEmpty(); i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return ended;
    }

    private static void step(Runnable work) throws Exception {
        Answers.onWindowThread(() -> {
            work.run();
            return "";
        });
        Thread.sleep(PAUSE_MILLIS);
    }
}
