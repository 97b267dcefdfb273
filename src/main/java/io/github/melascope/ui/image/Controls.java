package io.github.melascope.ui.image;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** What all buttons around an image have in common: an icon, a name that is read aloud, a tooltip that tells the key. */
final class Controls {
    private Controls() {}

    /** A button that shows only its icon. */
    static <B extends ButtonBase> B icon(B button, Feather icon, Words words, String name, String key) {
        Icons.put(button, icon);
        button.getStyleClass().add("button-icon");
        return named(button, words, name, key);
    }

    /** A control whose name is to be read aloud and, with its key, in its tooltip. */
    static <C extends Control> C named(C control, Words words, String name, String key) {
        control.setAccessibleText(name);
        control.setAccessibleHelp(key);
        control.setTooltip(new Tooltip(words.of("image.with-key", name, key)));
        return control;
    }
}
