package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Latest;
import io.github.melascope.ui.image.ImagePane;
import io.github.melascope.ui.image.Viewpoint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A picture of the library; where it cannot be shown, the reason. */
final class PictureBox extends StackPane {
    private final ImagePane pane;
    private final Latest pictures;
    private final Label sorry = new Label();
    private final Words words;
    private final boolean keepsView;
    private final Function<RgbImage, OptionalDouble> scale;
    private @Nullable Path shown;

    /**
     * @param background decodes pictures
     * @param window the window's thread
     * @param keepsView whether the next picture is seen as the one before was; else the whole of it
     * @param scale micrometres that a pixel of an image shows, as far as is known
     */
    PictureBox(
            Words words,
            Executor background,
            Executor window,
            boolean keepsView,
            Function<RgbImage, OptionalDouble> scale) {
        this.scale = scale;
        this.words = words;
        this.keepsView = keepsView;
        pane = new ImagePane(words, background, window);
        pictures = new Latest(background, window);
        sorry.setWrapText(true);
        sorry.getStyleClass().add("notice");
        sorry.setVisible(false);
        getStyleClass().add("picture-box");
        getChildren().addAll(pane, sorry);
    }

    /** Shows a picture; one that is shown already stays as it is. */
    void show(Optional<KeptPicture> picture) {
        sorry.setText(picture.flatMap(KeptPicture::problem)
                .map(problem -> problem.message(words))
                .orElse(""));
        sorry.setVisible(!sorry.getText().isEmpty());
        Path file = picture.flatMap(KeptPicture::file).orElse(null);
        if (file == null) {
            shown = null;
            pictures.forget();
            pane.clear();
        } else if (!file.equals(shown)) {
            shown = file;
            pane.clear();
            pictures.submit(() -> new ImageDecoder().decode(file), this::shown, this::failed);
        }
    }

    private void shown(RgbImage image) {
        Viewpoint view = pane.viewpointProperty().get();
        pane.micrometresPerPixelProperty().set(scale.apply(image));
        pane.show(image);
        if (keepsView) {
            pane.viewpointProperty().set(view);
        }
    }

    private void failed(Exception e) {
        if (!(e instanceof ProblemException problem)) {
            throw new IllegalStateException(e);
        }
        sorry.setText(problem.message(words));
        sorry.setVisible(true);
    }

    ImagePane pane() {
        return pane;
    }
}
