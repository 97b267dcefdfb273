package io.github.melascope.ui.fx;

import javafx.scene.control.Labeled;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the Feather set, in the colour of the text they stand beside. */
public final class Icons {
    private static final double PER_TEXT = 1.2;

    private Icons() {}

    /** Gives a control an icon before its text that grows with the text. */
    public static <L extends Labeled> L put(L control, Feather icon) {
        FontIcon node = new FontIcon(icon); // it only decorates: whoever reads the screen aloud passes over it
        node.setMouseTransparent(true);
        node.setFocusTraversable(false);
        // In pixels: an em of an icon is the icon's own size. By style, because a style sheet sets it too; and after
        // the
        // style it has, which names the font it is a letter of.
        String font = node.getStyle();
        if (control.getProperties().get(Icons.class) instanceof Subscription before) {
            before.unsubscribe(); // a control whose icon changes keeps only the last one alive
        }
        Subscription now = control.fontProperty()
                .subscribe(text ->
                        node.setStyle(font + " -fx-icon-size: " + Math.round(PER_TEXT * text.getSize()) + "px;"));
        control.getProperties().put(Icons.class, now);
        control.setGraphic(node);
        return control;
    }
}
