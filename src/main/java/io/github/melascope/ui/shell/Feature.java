package io.github.melascope.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** What the window can do, in the order of the navigation. */
public enum Feature {
    REVIEW(Feather.EYE),
    CASES(Feather.FOLDER),
    TRAINING(Feather.TRENDING_UP),
    DASHBOARD(Feather.BAR_CHART_2),
    MODELS(Feather.BOX),
    SETTINGS(Feather.SETTINGS);

    private final Feather icon;

    Feature(Feather icon) {
        this.icon = icon;
    }

    /** {@code "review"}: for the keys of its words and the ids of its nodes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Feather icon() {
        return icon;
    }
}
