package io.github.melascope.ui.shell;

import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the program says once, at its first start: what it is, what it is not, where data stay. Enter or Esc goes on. */
final class FirstStart extends ScrollPane {
    private final Button start;

    /** What the user may do. */
    interface Wishes {
        void start();

        void samples();

        /** Goes on in another language; the words are then shown anew. */
        void language(String code);
    }

    /** @param data folder where the user's data stay */
    FirstStart(Words words, Path data, Wishes wishes) {
        setId("first-start");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
        Label title = new Label(words.of("first.title"));
        title.getStyleClass().add("title-1");
        title.setWrapText(true);
        start = new Button(words.of("first.start"));
        start.setId("first-start-go");
        start.setDefaultButton(true);
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(event -> wishes.start());
        Button samples = Icons.put(new Button(words.of("first.samples")), Feather.GRID);
        samples.setId("first-start-samples");
        samples.setOnAction(event -> wishes.samples());
        FlowPane buttons = new FlowPane(12, 8, start, samples);
        HBox top = new HBox(12, title, languages(words, wishes));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox page = new VBox(top, says(words, data), buttons);
        page.getStyleClass().add("first-start");
        StackPane middle = new StackPane(page);
        middle.getStyleClass().add("first-start-room");
        setContent(middle);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                wishes.start();
            }
        });
    }

    /** What it says, to stand anywhere. */
    static VBox says(Words words, Path data) {
        VBox all = new VBox(
                part(Feather.EYE, words.of("first.is"), words.of("first.is.text")),
                part(Feather.ALERT_CIRCLE, words.of("first.not"), words.of("first.not.text")),
                part(Feather.HOME, words.of("first.data"), words.of("first.data.text", data)));
        all.getStyleClass().add("first-start-parts");
        return all;
    }

    private static Node part(Feather icon, String title, String text) {
        Label sign = Icons.put(new Label(), icon);
        sign.getStyleClass().add("first-start-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        Label name = wrapped(title);
        name.getStyleClass().add("title-4");
        VBox words = new VBox(2, name, wrapped(text));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(14, sign, words);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static HBox languages(Words words, Wishes wishes) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setMinWidth(USE_PREF_SIZE);
        box.setAlignment(Pos.CENTER_RIGHT);
        for (Locale language : Words.LANGUAGES) {
            String code = language.getLanguage();
            ToggleButton button = new ToggleButton(words.of("settings.language." + code));
            button.setId("first-start-" + code);
            button.setAccessibleText(words.of("settings.language") + ": " + button.getText());
            button.setToggleGroup(group);
            button.setSelected(code.equals(words.locale().getLanguage()));
            boolean first = Words.LANGUAGES.indexOf(language) == 0;
            button.getStyleClass().addAll(List.of(first ? Styles.LEFT_PILL : Styles.RIGHT_PILL));
            choose(button, code, words, wishes::language);
            box.getChildren().add(button);
        }
        return box;
    }

    private static void choose(ToggleButton button, String code, Words words, Consumer<String> chosen) {
        button.setOnAction(event -> {
            if (code.equals(words.locale().getLanguage())) {
                button.setSelected(true); // a second press does not choose none
            } else {
                chosen.accept(code);
            }
        });
    }

    /** Gives the keyboard to what goes on. */
    void focus() {
        start.requestFocus();
    }
}
