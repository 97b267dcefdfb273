package io.github.melascope.ui.cases;

import io.github.melascope.cases.CaseRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell of words, some of them in a style of their own; a tooltip tells what a narrow column cuts off. */
final class WordCell extends TableCell<CaseRow, String> {
    private final Function<CaseRow, String> style;
    private final String[] styles;

    /**
     * @param style of a row's cell; empty for none
     * @param styles all there are
     */
    WordCell(Function<CaseRow, String> style, String... styles) {
        this.style = style;
        this.styles = styles;
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        getStyleClass().removeAll(styles);
        CaseRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || text == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(text);
        setTooltip(text.length() > 12 ? new Tooltip(text) : null);
        String own = row == null ? "" : style.apply(row);
        if (!own.isEmpty()) {
            getStyleClass().add(own);
        }
    }
}
