package io.github.melascope.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.melascope.settings.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/** Light or dark, and how large text is. */
public final class Look {
    private static final double BASE_FONT = 14;

    private Look() {}

    /** Whether this theme is dark at the moment. */
    public static boolean isDark(Settings.Theme theme) {
        return theme == Settings.Theme.DARK
                || (theme == Settings.Theme.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** Gives the whole program a theme; the window's thread only. */
    public static void theme(Settings.Theme theme) {
        String wanted =
                isDark(theme) ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) { // or every node would be styled anew for nothing
            Application.setUserAgentStylesheet(wanted);
        }
    }

    /** The program's icon in all the sizes the build has drawn; none where it runs without that build. */
    public static List<Image> icons() {
        return IntStream.of(16, 24, 32, 48, 64, 128, 256)
                .mapToObj(size -> "/io/github/melascope/icons/melascope-" + size + ".png")
                .flatMap(name -> Optional.ofNullable(Look.class.getResource(name)).stream())
                .map(place -> new Image(place.toExternalForm()))
                .toList();
    }

    /** Size of the text in pixels. */
    public static double textSize(int textPercent) {
        return BASE_FONT * textPercent / 100;
    }

    /** Our own style sheet and the size of text for a scene. */
    public static void dress(Scene scene, int textPercent) {
        String sheet = Objects.requireNonNull(Look.class.getResource("/io/github/melascope/ui/melascope.css"))
                .toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        scene.getRoot().setStyle("-fx-font-size: " + textSize(textPercent) + "px;");
    }
}
