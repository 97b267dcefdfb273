package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.PastedImage;
import io.github.melascope.base.ProblemException;
import io.github.melascope.ui.fx.FxPictures;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The clipboard: images and files in, pictures of the view out. */
final class Clips {
    private final AppContext context;
    private final Executor window;
    private final Consumer<List<Path>> opened;
    private final Consumer<ProblemException> problems;

    Clips(AppContext context, Executor window, Consumer<List<Path>> opened, Consumer<ProblemException> problems) {
        this.context = context;
        this.window = window;
        this.opened = opened;
        this.problems = problems;
    }

    /** Opens the files on the clipboard, or else the image there, which is kept as a file of its own first. */
    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            opened.accept(clipboard.getFiles().stream().map(File::toPath).toList());
            return;
        }
        Image image = clipboard.getImage();
        if (image == null) {
            return;
        }
        context.interactive().execute(() -> {
            try {
                Path file = PastedImage.keep(
                        FxPictures.pixels(image), context.cache().resolve("pasted"));
                window.execute(() -> opened.accept(List.of(file)));
            } catch (ProblemException e) {
                window.execute(() -> problems.accept(e));
            }
        });
    }

    static void copy(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
