package io.github.melascope.ui.export;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.Dialogs;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;

/** Asks for printer and copies. */
final class PrintQuestion {
    private static final int MOST_COPIES = 99;

    private final Words words;
    private final Dialogs dialogs;

    PrintQuestion(Words words, Dialogs dialogs) {
        this.words = words;
        this.dialogs = dialogs;
    }

    /** Hears what was chosen. */
    interface Chosen {
        void print(String printer, int copies);
    }

    /** @param printers the usual one first, at least one */
    void ask(List<String> printers, Chosen chosen) {
        ComboBox<String> printer = Choices.of("printer", printers, name -> name);
        printer.setValue(printers.get(0));
        printer.setMaxWidth(Double.MAX_VALUE);
        Spinner<Integer> copies = new Spinner<>(1, MOST_COPIES, 1);
        copies.setId("copies");
        copies.setEditable(true);
        VBox content = new VBox(8, named("print.printer", printer), printer, named("print.copies", copies), copies);
        dialogs.ask(words.of("print.title"), content, printer, words.of("print.go"), () -> {
            chosen.print(printer.getValue(), copies.getValue());
            return true;
        });
    }

    private Label named(String key, javafx.scene.Node of) {
        Label label = new Label(words.of(key));
        label.setLabelFor(of);
        return label;
    }
}
