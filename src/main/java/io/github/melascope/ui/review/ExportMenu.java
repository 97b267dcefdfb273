package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;

/** The menu of what can be taken along. */
final class ExportMenu extends MenuButton {
    private final Words words;
    private final MenuItem pdf;
    private final MenuItem png;
    private final MenuItem print;
    private final MenuItem view;
    private final MenuItem all;
    private final MenuItem chosen;

    /**
     * @param selected the images that are selected in the list
     * @param picture of the view; asked only while there is an image
     */
    ExportMenu(
            Words words,
            ReviewModel model,
            Exports exports,
            Supplier<List<ReviewItem>> selected,
            Supplier<Image> picture) {
        super(words.of("export.menu"));
        this.words = words;
        pdf = item("export.pdf", exports::pdf);
        png = item("export.png", exports::png);
        print = item("export.print", exports::print);
        view = item("export.view", () -> exports.view(picture.get()));
        all = item("export.all", () -> exports.series(model.items()));
        chosen = item("export.chosen", () -> exports.series(selected.get()));
        MenuItem csv = item("export.csv", exports::csv);
        Icons.put(this, Feather.SHARE);
        setId("export");
        getItems().addAll(pdf, png, print, view, new SeparatorMenuItem(), all, chosen, new SeparatorMenuItem(), csv);
        setOnShowing(event -> refresh(model, exports, selected.get()));
    }

    private void refresh(ReviewModel model, Exports exports, List<ReviewItem> selected) {
        boolean report = exports.canReport();
        List.of(pdf, png, print).forEach(item -> item.setDisable(!report));
        Reading reading = model.readingProperty().get();
        view.setDisable(!(reading instanceof Reading.Ready) && !(reading instanceof Reading.Covered));
        all.setDisable(exports.answered(model.items()) == 0);
        chosen.setText(words.of("export.chosen", selected.size()));
        chosen.setVisible(selected.size() > 1);
        chosen.setDisable(exports.answered(selected) == 0);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.of(key, 0));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
