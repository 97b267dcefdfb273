package io.github.melascope.ui.shell;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drops files on a window without a robot, which the Headless platform has none of for dragging. */
final class Drops {
    private Drops() {}

    static void drop(Scene scene, List<Path> files) {
        Dragboard board = DragboardHelper.createDragboard(clipboard(files));
        Node root = scene.getRoot();
        root.fireEvent(event(DragEvent.DRAG_ENTERED, board));
        root.fireEvent(event(DragEvent.DRAG_OVER, board));
        root.fireEvent(event(DragEvent.DRAG_DROPPED, board));
    }

    private static DragEvent event(javafx.event.EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(null, null, type, board, 300, 300, 300, 300, TransferMode.COPY, null, null, null);
    }

    private static TKClipboard clipboard(List<Path> files) {
        return (TKClipboard) Proxy.newProxyInstance(
                Drops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> files.stream().map(Path::toFile).toList();
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                });
    }
}
