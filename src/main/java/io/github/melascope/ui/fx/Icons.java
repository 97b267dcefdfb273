package io.github.melascope.ui.fx;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the Feather set, in the colour of the text they stand beside. */
public final class Icons {
    private Icons() {}

    /** An icon that only decorates: whoever reads the screen aloud passes over it. */
    public static Node of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setMouseTransparent(true);
        node.setFocusTraversable(false);
        return node;
    }
}
