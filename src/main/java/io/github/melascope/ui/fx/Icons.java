package io.github.melascope.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the Feather set, in the colour of the text they stand beside. */
public final class Icons {
    private static final double PER_TEXT = 1.2;

    private Icons() {}

    /** An icon that only decorates: whoever reads the screen aloud passes over it. */
    public static Node of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setMouseTransparent(true);
        node.setFocusTraversable(false);
        return node;
    }

    /** Gives a control an icon before its text that grows with the text. */
    public static <L extends Labeled> L put(L control, Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setMouseTransparent(true);
        node.setFocusTraversable(false);
        // In a style sheet an em would be the icon's own size, and the theme's overrules a size that is merely set.
        // What
        // stands in the style already names the icon's font.
        String own = node.getStyle();
        control.fontProperty()
                .subscribe(font ->
                        node.setStyle(own + "; -fx-icon-size: " + Math.round(PER_TEXT * font.getSize()) + "px;"));
        control.setGraphic(node);
        return control;
    }
}
