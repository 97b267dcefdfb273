package io.github.melascope.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/**
 * Pictures of the window for human eyes, in target/snapshots; with {@code -Dmelascope.guide=docs/images} those that the user
 * guide shows also go there.
 */
public final class Snapshots {
    private static final Set<String> OF_THE_GUIDE = Set.of(
            "first-start-en-light-100",
            "window-empty-en-light-100",
            "window-no-answer-en-light-100",
            "window-review-en-light-100",
            "window-heat-outside-bcc",
            "preview-en-light-100",
            "window-models-en-light-100",
            "cases-light-100-en-details",
            "cases-light-100-en-follow-up",
            "dashboard-own-en-light-100",
            "dashboard-gallery-en-light-100",
            "training-data-en-light-100",
            "training-recipe-en-light-100",
            "training-run-en-light-100",
            "window-patient-en-light-100");

    private Snapshots() {}

    /** On the window's thread. */
    public static void write(Scene scene, String name) {
        Path file = Path.of("target", "snapshots", name + ".png");
        String guide = System.getProperty("melascope.guide", "");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            if (!guide.isEmpty() && OF_THE_GUIDE.contains(name)) {
                Path shown = Files.createDirectories(Path.of(guide)).resolve(name + ".png");
                Files.copy(file, shown, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
