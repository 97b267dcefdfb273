package io.github.melascope.ui.export;

import io.github.melascope.base.Words;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What will be in the file and what will not, in plain lines, with the choices there are. */
final class ContentsPane extends ScrollPane {
    private static final double WIDTH_EM = 24;

    private final Words words;
    private final Draft draft;
    private final PreviewModel model;
    private final VBox lines = new VBox(2);
    private final VBox choices = new VBox(8);

    ContentsPane(Words words, Draft draft, PreviewModel model) {
        this.words = words;
        this.draft = draft;
        this.model = model;
        if (draft.choices().contains(Draft.Choice.FILE_NAMES)) {
            tick("preview.file-names", Wanted.USUAL.fileNames(), Wanted::withFileNames);
        }
        if (draft.choices().contains(Draft.Choice.NOTES)) {
            tick("preview.notes", Wanted.USUAL.notes(), Wanted::withNotes);
        }
        if (draft.choices().contains(Draft.Choice.CASE_NAME)) {
            caseName();
        }
        Label ruler = title("preview.in");
        VBox content = new VBox(10, choices, ruler, lines, title("preview.not-in"));
        content.getChildren().add(line(words.of("preview.never")));
        if (!draft.previewed().isEmpty()) {
            content.getChildren().add(line(draft.previewed()));
        }
        content.getStyleClass().add("export-contents");
        lines.setId("preview-contents");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        getStyleClass().add("edge-to-edge");
        ruler.fontProperty().subscribe(font -> {
            setPrefWidth(WIDTH_EM * font.getSize());
            setPrefHeight(PreviewPane.height(font.getSize()));
        });
        model.wantedProperty().subscribe(this::list);
    }

    /** Where the keyboard begins. */
    javafx.scene.Node first() {
        return choices.getChildren().isEmpty() ? this : choices.getChildren().get(0);
    }

    private void list(Wanted wanted) {
        lines.getChildren()
                .setAll(draft.contents(wanted).stream().map(this::line).toList());
    }

    private Label title(String key) {
        Label title = new Label(words.of(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        return line;
    }

    private interface Choice {
        Wanted with(Wanted wanted, boolean ticked);
    }

    private CheckBox tick(String key, boolean usual, Choice choice) {
        CheckBox box = new CheckBox(words.of(key));
        box.setId(key.replace('.', '-'));
        box.setWrapText(true);
        box.setSelected(usual);
        box.selectedProperty().addListener((property, was, is) -> change(wanted -> choice.with(wanted, is)));
        choices.getChildren().add(box);
        return box;
    }

    private void change(UnaryOperator<Wanted> how) {
        model.wantedProperty().set(how.apply(model.wantedProperty().get()));
    }

    /** A name only where it is asked for: the field takes part once its box is ticked. */
    private void caseName() {
        TextField name = new TextField();
        name.setId("preview-case");
        name.setPromptText(words.of("preview.case.hint"));
        name.setAccessibleText(words.of("preview.case-name"));
        CheckBox box = tick(
                "preview.case-name",
                false,
                (wanted, ticked) -> wanted.withCaseName(ticked ? name.getText().strip() : ""));
        name.disableProperty().bind(box.selectedProperty().not());
        name.textProperty().addListener((property, was, is) -> change(wanted -> wanted.withCaseName(is.strip())));
        choices.getChildren().add(name);
    }
}
