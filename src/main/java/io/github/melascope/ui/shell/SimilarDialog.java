package io.github.melascope.ui.shell;

import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Latest;
import io.github.melascope.ui.image.ImagePane;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A similar case, large. */
final class SimilarDialog {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;

    private final Frame frame;

    SimilarDialog(Frame frame) {
        this.frame = frame;
    }

    /** Opens at once; the picture comes when it is decoded. */
    void show(SimilarCase one, Path file) {
        Words words = frame.words();
        ImagePane pane = new ImagePane(words, frame.context().interactive(), frame.window());
        pane.setId("similar-large");
        pane.setPrefSize(WIDTH, HEIGHT);
        Label name = new Label(words.of("answer.similar.large", one.name(), words.number(one.similarity(), 2)));
        name.setWrapText(true);
        VBox content = new VBox(8, pane, name);
        VBox.setVgrow(pane, Priority.ALWAYS);
        frame.dialogs().show(words.of("dx", one.diagnosis()), content);
        pane.requestFocus();
        new Latest(frame.context().interactive(), frame.window())
                .submit(() -> decoded(file), pane::show, e -> name.setText(told(e)));
    }

    private String told(Exception e) {
        if (e instanceof ProblemException problem) {
            return problem.message(frame.words());
        }
        throw new IllegalStateException(e);
    }

    private static RgbImage decoded(Path file) throws ProblemException {
        return new ImageDecoder().decode(file);
    }
}
